// The users, roles and resources of one account with all that is attached to them, and the policies that bear on one request among them. (AWS page: "GetAccountAuthorizationDetails")
import { accountOf, nameOf, policySourceOf, readArn } from '../../model/arn.ts';
import type { AuthorizationRequest, EvaluatedType, NamedPolicy, PolicySet } from '../../model/policy.ts';
import { isAssume } from './evaluated.ts';
import { filledPolicy, filledText, placeOf, type Place } from './pseudo.ts';

/** The name CloudFormation makes where a template gives none: stack, logical id and a random ending. (AWS page: "Name type") */
export interface Generated {
  readonly from: string;
  readonly kind: string;
}

export interface AccountEntity {
  readonly arn: string;
  readonly generated?: Generated;
  /** Its path is not known, so that its name alone has to fit. */
  readonly isPathOpen?: true;
  readonly identity: readonly NamedPolicy[];
  /** Empty: there is none. */
  readonly boundary: readonly NamedPolicy[];
  /** A role's trust policy. */
  readonly trust?: NamedPolicy;
  /** Sets of which a document is attached and not in the file. */
  readonly incomplete: readonly EvaluatedType[];
}

/** A resource with its policies; or, by the id of an endpoint, the policy of that endpoint. */
export interface AccountResource {
  readonly arn: string;
  readonly generated?: Generated;
  /** The account that owns it, where the file says so. */
  readonly owner?: string;
  readonly policies: readonly NamedPolicy[];
  readonly isWhole: boolean;
}

/** The control policies above one account, from the root to the account; those of every account where none is named. */
export interface AccountControls {
  readonly accountId?: string;
  readonly type: 'scp' | 'rcp';
  readonly levels: readonly (readonly NamedPolicy[])[];
  readonly isWhole: boolean;
}

export interface AccountDetails {
  /** The file it was read from. */
  readonly from: string;
  readonly entities: readonly AccountEntity[];
  readonly resources?: readonly AccountResource[];
  readonly endpoints?: readonly AccountResource[];
  readonly controls?: readonly AccountControls[];
  /** It is written for an account that is not named: the request's own. */
  readonly isTemplate?: true;
}

/** A session ARN lacks its role's path, so entities are found by account, kind and name; an ARN that is whole must fit. */
export function entityOf(details: AccountDetails, principal: string): AccountEntity | undefined {
  const source = policySourceOf(principal);
  if (source === undefined) return undefined;
  const place = { accountId: accountOf(source) ?? '', partition: readArn(source)?.partition ?? 'aws' };
  const arnIn = ({ arn }: AccountEntity) => (details.isTemplate === true ? filledText(arn, place) : arn);
  const exact = details.entities.find((entity) => arnIn(entity) === source);
  const isNamed = (entity: AccountEntity) =>
    (source !== principal || entity.isPathOpen === true) && keyOf(arnIn(entity)) === keyOf(source);
  return exact ?? details.entities.find(isNamed) ?? generatedAs(details.entities, source);
}

const keyOf = (arn: string): string => `${accountOf(arn)} ${arn.includes(':role/') ? 'role' : 'user'} ${nameOf(arn)}`;

/** Only where a single one can have made the name. */
function generatedAs<Item extends { readonly generated?: Generated }>(
  items: readonly Item[],
  arn: string,
): Item | undefined {
  const { service, resource } = readArn(arn) ?? { service: '', resource: '' };
  const bare = resource.replace(/^(?:table\/|repository\/|function:)/, '').split(/[/:]/)[0];
  const [kind, name] = service === 'iam' ? [resource.split('/')[0], nameOf(arn)] : [service, bare];
  const isMaker = ({ generated }: Item) =>
    generated !== undefined && generated.kind === kind && isMadeFrom(name ?? '', generated.from);
  const made = items.filter(isMaker);
  return made.length === 1 ? made[0] : undefined;
}

function isMadeFrom(name: string, logicalId: string): boolean {
  const parts = name.toLowerCase().split('-');
  const ending = parts.at(-1) ?? '';
  return parts.length >= 3 && parts.at(-2) === logicalId.toLowerCase() && /^[a-z0-9]{12,13}$/.test(ending);
}

/** The file's resource that the ARN names, or of which it names a part: an object of a bucket, an index of a table. */
function resourceOf({ resources = [] }: AccountDetails, arn: string, place: Place): AccountResource | undefined {
  const fits = (candidate: string) =>
    arn === candidate || (arn.startsWith(candidate) && /[/:]/.test(arn[candidate.length] ?? ''));
  const named = resources.filter(
    (resource) => resource.generated === undefined && fits(filledText(resource.arn, place)),
  );
  const longest = named.toSorted((left, right) => right.arn.length - left.arn.length)[0];
  return longest ?? generatedAs(resources, arn);
}

/** Who owns the resource, where the ARN does not say. */
export const ownerIn = (details: AccountDetails, arn: string): string | undefined =>
  resourceOf(details, arn, { accountId: '', partition: readArn(arn)?.partition ?? 'aws' })?.owner;

/** What the file says of the request's caller and resource, of the role that is to be assumed, and of what stands above them. */
export function policiesFor(details: AccountDetails, request: AuthorizationRequest): PolicySet {
  const [home, owned] = [placeOf(request, request.principalAccount ?? ''), placeOf(request, request.resourceAccount)];
  const [own, owner] = details.isTemplate === true ? [home, owned] : [null, null];
  const caller = entityOf(details, request.principal);
  const role = isAssume(request.action) ? entityOf(details, request.resource) : undefined;
  const resource = isAssume(request.action) ? undefined : resourceOf(details, request.resource, owned);
  const endpoint = details.endpoints?.find(({ arn }) => arn === request.context['aws:SourceVpce']);
  const parts = [
    ...(caller === undefined ? [] : callerParts(caller, own)),
    ...(role?.trust === undefined ? [] : [part('resource', [role.trust], true, owner)]),
    ...(resource === undefined ? [] : [part('resource', resource.policies, resource.isWhole, owner)]),
    ...(endpoint === undefined ? [] : [part('vpcEndpoint', endpoint.policies, endpoint.isWhole, own)]),
  ];
  const controls = [
    controlsOf(details, 'scp', home.accountId, own),
    controlsOf(details, 'rcp', owned.accountId, owner),
  ].filter((found) => found !== undefined);
  const open = [...parts, ...controls].filter(({ isWhole }) => !isWhole).map(({ type }) => type);
  return {
    ...Object.fromEntries(parts.map(({ type, policies }) => [type, policies])),
    ...Object.fromEntries(controls.map(({ type, levels }) => [`${type}s`, levels])),
    ...(open.length === 0 ? {} : { unknown: { policies: open } }),
  };
}

interface Part {
  readonly type: Exclude<EvaluatedType, 'scp' | 'rcp'>;
  readonly policies: readonly NamedPolicy[];
  readonly isWhole: boolean;
}

const callerParts = ({ identity, boundary, incomplete }: AccountEntity, place: Place | null): readonly Part[] => [
  part('identity', identity, !incomplete.includes('identity'), place),
  part('boundary', boundary, !incomplete.includes('boundary'), place),
];

function part(type: Part['type'], policies: readonly NamedPolicy[], isWhole: boolean, place: Place | null): Part {
  if (place === null) return { type, policies, isWhole };
  const filled = policies.map((policy) => filledPolicy(policy, place));
  return { type, policies: filled.map(({ policy }) => policy), isWhole: isWhole && filled.every((one) => one.isWhole) };
}

function controlsOf({ controls = [] }: AccountDetails, type: 'scp' | 'rcp', accountId: string, place: Place | null) {
  const of = (id: string | undefined) => controls.find((one) => one.type === type && one.accountId === id);
  const found = of(accountId) ?? of(undefined);
  if (found === undefined || place === null) return found;
  const filled = found.levels.map((level) => level.map((policy) => filledPolicy(policy, place)));
  const levels = filled.map((level) => level.map(({ policy }) => policy));
  return { type, levels, isWhole: found.isWhole && filled.flat().every((one) => one.isWhole) };
}
