// Reads AWS's own evaluation of the denied request, where the error gives the id it is kept under. (AWS page: "GetRequestAuthorizationDetails")
import { accountOf, sameIdentity } from '../../../../model/arn.ts';
import type { Fact } from '../../../../model/fact.ts';
import type { AuthorizationRequest } from '../../../../model/policy.ts';
import {
  authorizationDetailsIn,
  type AuthorizationDetails,
} from '../../../../parse/documents/authorization-details.ts';
import { factsOfDetails, refusedIn, requestOfDetails } from '../../../authorization-details.ts';
import { valueIn } from '../../../known.ts';
import type { Access } from '../../credentials/access.ts';
import { isRegion } from '../../credentials/region.ts';
import { isUnread, type Unread } from '../../outcome.ts';
import { readCaptured, type CapturedLayers } from '../layers/captured.ts';
import { accessIn, type Desk } from '../desk.ts';
import { unknown } from './fact-of.ts';

export interface AuthorizationRead {
  readonly facts: readonly Fact[];
  readonly layers: CapturedLayers;
  readonly request?: Partial<AuthorizationRequest>;
}

const nothing: AuthorizationRead = { facts: [], layers: {} };
const operation = 'iam-toolbox:GetRequestAuthorizationDetails';

export async function readAuthorization(desk: Desk, facts: ReadonlyMap<string, Fact>): Promise<AuthorizationRead> {
  const text = (name: string) => String(valueIn(facts, name) ?? '');
  const id = text('error.authorizationId');
  if (!/^[0-9a-z]{1,256}$/i.test(id)) return nothing;
  const principal = text('error.principal');
  const access = (await accessIn(desk, accountOf(principal) ?? '')) ?? desk.accesses[0];
  if (access === undefined) return nothing;
  const region = regionIn(text('error.text')) ?? access.region;
  const { details, unread, readAt } = await readDetails(desk, access, id, region);
  if (details === undefined) return { ...nothing, facts: [unknown('decoded.explicitDeny', unread)] };
  const refused = refusedIn(details, text('error.action'));
  if (refused === undefined) return nothing;
  const source = { origin: 'live', from: operation, readAt } as const;
  return {
    facts: factsOfDetails(withoutRoleOf(principal, details), refused, source),
    layers: await readCaptured(desk, access, { id, region, policies: details.policies }),
    request: requestOfDetails(details, refused),
  };
}

/** The details are kept where the request was made; the link to them in the error says where. */
const regionIn = (text: string): string | undefined => {
  const region = /[?&]region=([a-z0-9-]+)#\/authorization-details/.exec(text)?.[1];
  return region !== undefined && isRegion(region) ? region : undefined;
};

/** A condition key names the role of a session, which the error names more exactly. */
const withoutRoleOf = (principal: string, { principal: role, ...rest }: AuthorizationDetails): AuthorizationDetails =>
  role === undefined || sameIdentity(principal, role) === true ? rest : { ...rest, principal: role };

type DetailsRead =
  | { readonly details: AuthorizationDetails; readonly unread?: undefined; readonly readAt: string }
  | { readonly details?: undefined; readonly unread: Unread; readonly readAt?: undefined };

async function readDetails(desk: Desk, access: Access, id: string, region: string): Promise<DetailsRead> {
  const options = { region, signals: { missing: ['ResourceNotFoundException'] } };
  const input = { authorizationId: id };
  const evaluations = await desk.reads.list(access, operation, input, 'evaluations', options);
  const first = await desk.reads.call(access, operation, input, options);
  if (isUnread(evaluations)) return { unread: asDetails(evaluations) };
  const details =
    first.status === 'present' && evaluations.status === 'present'
      ? authorizationDetailsIn({ ...first.value, evaluations: evaluations.value })
      : undefined;
  if (details !== undefined && first.status === 'present') return { details, readAt: first.readAt };
  return { unread: { status: 'unreachable', why: { code: 'not-aws' }, operation } };
}

const asDetails = (unread: Unread): Unread =>
  unread.why.code === 'no-such-resource' ? { ...unread, why: { ...unread.why, code: 'no-such-details' } } : unread;
