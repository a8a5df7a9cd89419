// Turns the texts of a folder of policies into one policy set: the folder a file stands in says what kind of policy it is.
import type { EvaluatedType, NamedPolicy, PolicySet } from '../../model/policy.ts';
import type { NamedText } from './given-file.ts';
import { looksLikeJson, policyFrom } from './policy-text.ts';

/** Folder names, without hyphens and case; a single file may be named so instead. */
const roles: Readonly<Record<string, EvaluatedType>> = {
  identity: 'identity',
  boundary: 'boundary',
  permissionsboundary: 'boundary',
  session: 'session',
  resource: 'resource',
  trust: 'resource',
  scp: 'scp',
  scps: 'scp',
  rcp: 'rcp',
  rcps: 'rcp',
  vpcendpoint: 'vpcEndpoint',
  vpce: 'vpcEndpoint',
};

export const roleNames = [
  'identity',
  'boundary',
  'session',
  'resource',
  'trust',
  'scp',
  'rcp',
  'vpc-endpoint',
] as const;

interface Placed {
  readonly type: EvaluatedType;
  /** The folders below the one that names the kind: the level of an SCP or RCP. */
  readonly level: string;
}

/** Undefined where no part of the path names a kind of policy. */
export function roleOf(path: string): Placed | undefined {
  const parts = path
    .split('/')
    .map((part, index, all) => (index === all.length - 1 ? part.replace(/\.[^.]*$/, '') : part));
  const position = parts.findIndex((part) => typeOf(part) !== undefined);
  const type = typeOf(parts[position] ?? '');
  return type === undefined ? undefined : { type, level: parts.slice(position + 1, -1).join('/') };
}

function typeOf(name: string): EvaluatedType | undefined {
  const plain = name.toLowerCase().replace(/[-_ ]/g, '');
  return Object.hasOwn(roles, plain) ? roles[plain] : undefined;
}

export interface PolicyFolder {
  readonly policies: PolicySet;
  /** Paths that may have been meant and were not read: JSON in no such folder, and anything else in one. */
  readonly ignored: readonly string[];
}

const listed = { scp: 'scps', rcp: 'rcps' } as const;

/** `folders` are those without files: an empty one says that there is no such policy. */
export function policiesIn(texts: readonly NamedText[], folders: readonly string[] = []): PolicyFolder {
  const sets = new Map<EvaluatedType, Map<string, NamedPolicy[]>>();
  const levelsOf = (type: EvaluatedType) => sets.get(type) ?? sets.set(type, new Map()).get(type);
  for (const folder of folders) {
    const placed = roleOf(`${folder}/-`);
    if (placed !== undefined) levelsOf(placed.type);
  }
  const ignored: string[] = [];
  for (const text of texts) {
    const placed = roleOf(text.path);
    const isJson = looksLikeJson(text.text);
    if (placed === undefined || !isJson) {
      if (placed !== undefined || isJson) ignored.push(text.path);
    } else {
      const levels = levelsOf(placed.type);
      levels?.set(placed.level, [...(levels.get(placed.level) ?? []), policyFrom(text)]);
    }
  }
  return { policies: Object.fromEntries([...sets].map(setOf)) as PolicySet, ignored };
}

function setOf([type, byLevel]: readonly [EvaluatedType, ReadonlyMap<string, readonly NamedPolicy[]>]) {
  const levels = [...byLevel].sort(([left], [right]) => fromTheTop(left, right)).map(([, policies]) => policies);
  return type === 'scp' || type === 'rcp' ? [listed[type], levels] : [type, levels.flat()];
}

const known = { first: ['', 'root', 'r'], last: ['account'] } as const;

/** Levels go from the root to the account: a folder before those in it, numbers in order, the root first and the account last. */
function fromTheTop(left: string, right: string): number {
  const [above, below] = [left.split('/'), right.split('/')];
  for (let index = 0; index < Math.max(above.length, below.length); index += 1) {
    const [one, other] = [above[index], below[index]];
    if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
    const order = rank(one) - rank(other) || one.localeCompare(other, 'en', { numeric: true });
    if (order !== 0) return order;
  }
  return 0;
}

function rank(name: string): number {
  const plain = name.toLowerCase();
  if ((known.first as readonly string[]).includes(plain)) return 0;
  return (known.last as readonly string[]).includes(plain) ? 2 : 1;
}
