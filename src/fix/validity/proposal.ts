// A document that a fix proposes, with what is new in it and where it is to stand: what the checks of validity look at.
import type { PolicyType } from '../../model/denial.ts';
import type { DiagnosedFix } from '../../model/diagnosis.ts';
import type { AuthorizationRequest, EvaluatedType, NamedPolicy, PolicySet } from '../../model/policy.ts';
import { setNameOf } from '../../facts/policies/at-hand.ts';
import { isRow, statementsOf, textsOf, type Row } from '../document/plain.ts';

export interface NewStatement {
  /** Index in the document's Statement list. */
  readonly index: number;
  readonly statement: Row;
}

export interface Proposal {
  readonly type: PolicyType;
  readonly document: Row;
  /** As it is to stand, where the whole document is known and not only a statement for it. */
  readonly text?: string;
  readonly before?: string;
  readonly name?: string;
  readonly isNew: boolean;
  /** What the change adds, or turns into something else. */
  readonly statements: readonly NewStatement[];
  readonly request: AuthorizationRequest;
  /** The policies beside it: of the same layer, and for control policies of the same level. */
  readonly beside: readonly NamedPolicy[];
}

export const evaluatedAs: Readonly<Record<PolicyType, EvaluatedType>> = {
  identity: 'identity',
  resource: 'resource',
  trust: 'resource',
  permissionsBoundary: 'boundary',
  session: 'session',
  scp: 'scp',
  rcp: 'rcp',
  vpcEndpoint: 'vpcEndpoint',
};

function documentIn(text: string | undefined): Row | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isRow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function newStatements(document: Row, before: Row | undefined): readonly NewStatement[] {
  const known = new Set(before === undefined ? [] : statementsOf(before).map((one) => JSON.stringify(one)));
  return statementsOf(document).flatMap((statement, index): readonly NewStatement[] =>
    isRow(statement) && !known.has(JSON.stringify(statement)) ? [{ index, statement }] : [],
  );
}

function besideOf(type: PolicyType, level: number | undefined, policies: PolicySet): readonly NamedPolicy[] {
  const set = policies[setNameOf(evaluatedAs[type])] ?? [];
  return (level === undefined ? set : (set[level] ?? [])) as readonly NamedPolicy[];
}

/** Undefined where the fix changes no policy. */
export function proposalOf(
  fix: DiagnosedFix,
  asked: AuthorizationRequest,
  policies: PolicySet = {},
): Proposal | undefined {
  const { attachTo: type, document, after: text, before } = fix.change;
  if (type === undefined || !isRow(document)) return undefined;
  const { policy, action = asked.action, resource = asked.resource } = fix.computed ?? {};
  return {
    type,
    document,
    ...(text === undefined ? {} : { text }),
    ...(before === undefined ? {} : { before }),
    ...(policy === undefined ? {} : { name: policy.name }),
    isNew: policy?.isNew === true,
    statements: newStatements(document, documentIn(before)),
    request: { ...asked, action, resource },
    beside: besideOf(type, policy?.level, policies),
  };
}

/** Words that the document had already are not this change's doing. */
export const isOld = ({ before }: Proposal, word: string): boolean =>
  before?.includes(JSON.stringify(word).slice(1, -1)) === true;

/** Actions named in full. */
export const plainActions = ({ Action }: Row): readonly string[] =>
  textsOf(Action).filter((action) => /^[\w-]+:[\w]+$/.test(action));
