// Reads the policies that AWS captured with a denied request into layers: as they were then, which beats what they are now. (AWS page: "GetRequestAuthorizationPolicy")
import { nameOf, readArn } from '../../../../model/arn.ts';
import type { EvaluatedType } from '../../../../model/policy.ts';
import type { AuthorizationDetails, EvaluatedPolicy } from '../../../../parse/documents/authorization-details.ts';
import { capturedTypes } from '../../../authorization-details.ts';
import type { Access } from '../../credentials/access.ts';
import { isRow } from '../../wire/decode.ts';
import type { Desk } from '../desk.ts';
import { policyFrom } from '../documents.ts';
import { joined, layerOf, leveled, unknownLayer, type LayerRead, type LevelsRead } from './layer-read.ts';

export type CapturedLayers = Readonly<Partial<Record<EvaluatedType, LayerRead | LevelsRead>>>;

export interface Details {
  readonly id: string;
  readonly region: string;
  readonly policies: AuthorizationDetails['policies'];
}

/** A layer counts where each of its policies could be had; the others are read as they are now. */
export async function readCaptured(desk: Desk, access: Access, details: Details): Promise<CapturedLayers> {
  const read = await Promise.all(
    details.policies.map(async (policy) => ({ policy, layer: await readPolicy(desk, access, details, policy) })),
  );
  const types = new Set(details.policies.flatMap(({ type }) => capturedTypes[type] ?? []));
  const layers = [...types].flatMap((type) => {
    const own = read.filter(({ policy }) => capturedTypes[policy.type] === type);
    const isWhole = own.every(({ layer }) => layer.unread.length === 0);
    return isWhole ? [[type, together(type, own)] as const] : [];
  });
  return Object.fromEntries(layers);
}

interface Read {
  readonly policy: EvaluatedPolicy;
  readonly layer: LayerRead;
}

const together = (type: EvaluatedType, read: readonly Read[]): LayerRead | LevelsRead =>
  type === 'scp' || type === 'rcp' ? leveled(levelsOf(read)) : joined(read.map(({ layer }) => layer));

/** Root, units and account, in that order; what is attached to several of them is in each. */
const ranks = ['root', 'ou', 'account'];
const rankOf = (arn: string): number => ranks.indexOf(readArn(arn)?.resource.split('/')[0] ?? '');

function levelsOf(read: readonly Read[]): readonly LayerRead[] {
  const targets = [...new Set(read.flatMap(({ policy }) => policy.attachedTo))];
  if (targets.length === 0) return [joined(read.map(({ layer }) => layer))];
  return targets
    .toSorted((left, right) => rankOf(left) - rankOf(right))
    .map((target) => joined(read.filter(({ policy }) => policy.attachedTo.includes(target)).map(({ layer }) => layer)));
}

async function readPolicy(
  desk: Desk,
  access: Access,
  { id, region }: Details,
  { uri }: EvaluatedPolicy,
): Promise<LayerRead> {
  const operation = 'iam-toolbox:GetRequestAuthorizationPolicy';
  const answer = await desk.reads.call(access, operation, { authorizationId: id, policyUri: uri }, { region });
  if (answer.status !== 'present') return layerOf(answer, () => []);
  const document = documentIn(answer.value);
  if (document === undefined) return unknownLayer({ status: 'unreachable', why: { code: 'not-aws' }, operation });
  return layerOf(answer, () => [policyFrom(`${nameOf(uri) ?? uri} (as captured)`, document)]);
}

/** The answer itself, or the member of it that holds a document, parsed or as text. */
function documentIn(value: unknown): unknown {
  if (!isRow(value)) return undefined;
  if ('Statement' in value) return value;
  return Object.values(value).find(
    (member) => (isRow(member) && 'Statement' in member) || (typeof member === 'string' && /^\s*\{/.test(member)),
  );
}
