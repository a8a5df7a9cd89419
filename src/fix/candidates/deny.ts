// Candidates for a statement that denies: the request gets out of its conditions, or the statement spares this caller for this action and resource, and stays for everything else. (AWS page: "AWS JSON policy elements: NotPrincipal", for conditions in its place)
import type { Candidate, Situation } from './candidate.ts';
import { isAwsManaged } from './added.ts';
import { isRow, statementsOf, textsOf, type Row } from '../document/plain.ts';
import { isWild } from './fit.ts';
import { leaveDeny } from './meet.ts';
import { ownerOf } from './owner.ts';
import { namedCaller, namedResource, speltAction } from './statement.ts';

const exception = (arn: string) => ({ ArnNotEquals: { 'aws:PrincipalArn': arn } });

/** A statement that has exceptions by the caller's ARN gets one more; any other gets its first. */
function sparing(statement: Row, arn: string): Row {
  const condition = isRow(statement.Condition) ? statement.Condition : {};
  for (const operator of ['ArnNotEquals', 'ArnNotLike', 'StringNotEquals', 'StringNotLike']) {
    const block = condition[operator];
    const key = isRow(block) ? Object.keys(block).find((name) => name.toLowerCase() === 'aws:principalarn') : undefined;
    if (key === undefined || !isRow(block)) continue;
    const values = [...textsOf(block[key]), arn];
    return { ...statement, Condition: { ...condition, [operator]: { ...block, [key]: values } } };
  }
  const before = isRow(condition.ArnNotEquals) ? condition.ArnNotEquals : {};
  return { ...statement, Condition: { ...condition, ArnNotEquals: { ...before, ...exception(arn).ArnNotEquals } } };
}

interface Split {
  /** What the statement becomes: all it was, without this action or resource. */
  readonly rest: Row;
  /** The part taken out, which then spares the caller. */
  readonly own: Row;
}

const listed = (value: unknown, more: string): readonly string[] => [...textsOf(value), more];

const oneOrMany = (texts: readonly string[]): string | readonly string[] =>
  texts.length === 1 ? (texts[0] ?? '') : texts;

/** Takes the action out of a list of names, or adds it to those left out. */
function byAction(statement: Row, action: string): Split | undefined {
  const { Action, NotAction, ...others } = statement;
  const own = { ...others, Action: action };
  if (NotAction !== undefined) return { rest: { ...statement, NotAction: listed(NotAction, action) }, own };
  const actions = textsOf(Action);
  const rest = actions.filter((one) => one.toLowerCase() !== action.toLowerCase());
  const matchesByPattern =
    rest.some((one) => isWild(one) && one.split(':')[0] === action.split(':')[0]) || rest.includes('*');
  if (rest.length === actions.length || rest.length === 0 || matchesByPattern) return undefined;
  return { rest: { ...statement, Action: oneOrMany(rest) }, own };
}

/** Where the statement is about all resources, this one is left out of it and denied on its own. */
function byResource(statement: Row, resource: string): Split | undefined {
  const { Resource, NotResource, ...others } = statement;
  const own = { ...others, Resource: resource };
  if (resource === '*') return undefined;
  if (NotResource !== undefined) return { rest: { ...statement, NotResource: listed(NotResource, resource) }, own };
  const isEverything = textsOf(Resource).some((one) => /^\*+$/.test(one));
  return isEverything ? { rest: { ...others, NotResource: resource }, own } : undefined;
}

interface Narrowed {
  readonly rest?: Row;
  readonly own: Row;
  readonly more?: Row;
}

/** As little as possible: by resource and action, by one of the two, or the statement as a whole. */
function narrowed(statement: Row, action: string, resource: string): Narrowed {
  const first = byAction(statement, action);
  const second = byResource(first?.own ?? statement, resource);
  const own = second?.own ?? first?.own ?? statement;
  if (first !== undefined) return { rest: first.rest, own, ...(second === undefined ? {} : { more: second.rest }) };
  return second === undefined ? { own } : { rest: second.rest, own };
}

const unnamed = (statement: Row): Row =>
  Object.fromEntries(Object.entries(statement).filter(([name]) => name !== 'Sid'));

/** Elements that go are set to undefined. */
const replacing = (before: Row, after: Row): Row =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, after[name]]),
  );

/** The statement as a whole spares the caller: shorter, and wider. */
const asWhole = (statement: Row): Narrowed => ({ own: statement });

function narrowDeny(
  { request, caller, obstacle }: Situation,
  statement: Row,
  index: number,
  { rest, own, more }: Narrowed,
): readonly Candidate[] {
  const { trace, type } = obstacle;
  const named = namedCaller(caller);
  if (trace === undefined || named?.field !== 'AWS') return [];
  const spared = sparing(own, named.name);
  const append = [more, rest === undefined ? undefined : spared].flatMap((one) =>
    one === undefined ? [] : [unnamed(one)],
  );
  const statements = [{ index, set: replacing(statement, rest ?? spared) }];
  return [
    {
      code: 'narrow-deny',
      kind: 'undeny',
      owner: ownerOf(type, request),
      type,
      statement: index,
      change: { key: trace.policy, edit: { statements, append } },
      grants: grantsOf(own, request),
      avoid: type === 'scp' || type === 'rcp' ? ['detach-control-policy'] : ['remove-deny'],
    },
  ];
}

/** What is no longer denied to the caller. A statement without Resource is about its own. */
function grantsOf(own: Row, request: Situation['request']): Candidate['grants'] {
  const actions = own.Action === undefined ? ['*'] : textsOf(own.Action);
  const named =
    own.Resource === undefined ? [own.NotResource === undefined ? namedResource(request) : '*'] : textsOf(own.Resource);
  return { actions, resources: named, principals: 'caller' };
}

export function denyCandidates(situation: Situation): readonly Candidate[] {
  const {
    held,
    obstacle: { trace },
  } = situation;
  const document = held.documents.find(({ key }) => key === trace?.policy);
  if (document?.document === undefined || trace === undefined) return [];
  const statement = statementsOf(document.document)[trace.index];
  if (!isRow(statement)) return [];
  const { action, resource } = {
    action: speltAction(situation.request.action),
    resource: namedResource(situation.request),
  };
  const ways = isAwsManaged(document) ? [] : [narrowed(statement, action, resource), asWhole(statement)];
  return [
    ...leaveDeny(situation, statement),
    ...ways.flatMap((way) => narrowDeny(situation, statement, trace.index, way)),
  ];
}
