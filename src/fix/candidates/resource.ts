// Candidates for an Allow statement that misses the request by its Resource alone: the ARN set right, the resource added, or the action moved to a statement of its own.
import type { Candidate, Situation } from './candidate.ts';
import { fits } from './fit.ts';
import type { Near } from './near.ts';
import { textsOf, type Row } from '../document/plain.ts';
import { audienceIn, avoidOf, isKey, ownerOf } from './owner.ts';
import { correctedArn } from './shape.ts';
import { namedResource, speltAction } from './statement.ts';

const oneOrMany = (texts: readonly string[]): string | readonly string[] =>
  texts.length === 1 ? (texts[0] ?? '') : texts;

type Part = Pick<Candidate, 'code' | 'change' | 'grants'> & Partial<Candidate>;

function candidate({ request, obstacle: { type } }: Situation, { trace }: Near, part: Part): Candidate {
  const avoid = [
    ...(part.code === 'correct-resource' ? [] : (['widen-statement'] as const)),
    ...avoidOf(type, request),
  ];
  return { kind: 'grant', owner: ownerOf(type, request), type, statement: trace.index, avoid, ...part };
}

/** Actions of the statement that the corrected entry lets work; a pattern stays one. */
const opened = (actions: readonly string[], resource: string): readonly string[] =>
  actions.filter((action) => action.includes('*') || fits(action, resource) !== false);

/** The old entry stays where it serves another action of the statement. */
function corrected(situation: Situation, near: Near): readonly Candidate[] {
  const [actions, entries] = [textsOf(near.statement.Action), textsOf(near.statement.Resource)];
  const { resource } = situation.request;
  const found = entries.map((entry) => [entry, correctedArn(entry, resource)] as const);
  const [wrong, right] = found.find(([, one]) => one !== undefined) ?? [];
  if (wrong === undefined || right === undefined || actions.length === 0) return [];
  const serves = actions.some((action) => action.includes('*') || fits(action, wrong) !== false);
  const kept = serves ? [...entries, right] : entries.map((entry) => (entry === wrong ? right : entry));
  const grants = {
    actions: opened(actions, right),
    resources: [right],
    principals: audienceIn(near.trace.type, near.statement),
  };
  const isCorrection = grants.actions.length === 1 && !(grants.actions[0] ?? '').includes('*');
  const edit = {
    statements: [{ index: near.trace.index, set: { Resource: oneOrMany([...new Set(kept)]) } }],
    append: [],
  };
  const part = { code: 'correct-resource', change: { key: near.key, edit }, grants } as const;
  return [candidate(situation, near, { ...part, ...(isCorrection ? { isCorrection: true } : {}) })];
}

/** The statement as it is, for the one action and resource alone, under the same conditions. */
function own({ request }: Situation, { statement }: Near): Row {
  const kept = Object.entries(statement).filter(
    ([name]) => !['Sid', 'Action', 'Resource', 'NotResource'].includes(name),
  );
  const { Condition, ...head } = Object.fromEntries(kept);
  const resource = isKey(request) && statement.Principal !== undefined ? '*' : namedResource(request);
  const narrow = { ...head, Action: speltAction(request.action), Resource: resource };
  return Condition === undefined ? narrow : { ...narrow, Condition };
}

/** An action that never fits the statement's resources leaves it; one that does keeps what it has. */
function split(situation: Situation, near: Near): readonly Candidate[] {
  const { request } = situation;
  const actions = textsOf(near.statement.Action);
  const rest = actions.filter((action) => action.toLowerCase() !== request.action.toLowerCase());
  const isNamed = rest.length < actions.length;
  const isIdle = textsOf(near.statement.Resource).every((entry) => fits(request.action, entry) === false);
  const leaves = isNamed && rest.length > 0 && isIdle && near.statement.NotResource === undefined;
  const statements = leaves ? [{ index: near.trace.index, set: { Action: oneOrMany(rest) } }] : [];
  const edit = { statements, append: [own(situation, near)] };
  const grants = {
    actions: [speltAction(request.action)],
    resources: [namedResource(request)],
    principals: audienceIn(near.trace.type, near.statement),
  };
  return [
    candidate(situation, near, {
      code: leaves ? 'split-statement' : 'add-statement',
      change: { key: near.key, edit },
      grants,
    }),
  ];
}

/** Only where the statement is about this action alone: else the rest would be widened. */
function added(situation: Situation, near: Near): readonly Candidate[] {
  const [actions, entries] = [textsOf(near.statement.Action), textsOf(near.statement.Resource)];
  const { request } = situation;
  if (actions.length !== 1 || actions[0]?.toLowerCase() !== request.action.toLowerCase() || entries.length === 0)
    return [];
  const resource = namedResource(request);
  // An entry that the action can never meet says nothing: it makes room.
  const useful = entries.filter((entry) => fits(request.action, entry) !== false);
  const set = { Resource: oneOrMany([...useful, resource]) };
  const grants = {
    actions: [speltAction(request.action)],
    resources: [resource],
    principals: audienceIn(near.trace.type, near.statement),
  };
  const change = { key: near.key, edit: { statements: [{ index: near.trace.index, set }], append: [] } };
  return [candidate(situation, near, { code: 'add-resource', change, grants })];
}

export const correctedResource = (situation: Situation, near: Near): readonly Candidate[] => [
  ...corrected(situation, near),
  ...added(situation, near),
  ...split(situation, near),
];
