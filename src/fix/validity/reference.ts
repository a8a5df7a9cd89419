// Whether a proposed statement can have an effect by AWS's reference and by the grammar: actions that exist, resources they work on, keys they have, and one partition.
import { findingsOf } from '../../facts/policies/findings.ts';
import { setNameOf } from '../../facts/policies/at-hand.ts';
import { readArn } from '../../model/arn.ts';
import type { EvaluatedType, Evaluation, PolicySet } from '../../model/policy.ts';
import type { ValidityWarning } from '../../model/validity.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { actionReference } from '../../reference/actions.ts';
import { fits } from '../candidates/fit.ts';
import { textsOf } from '../document/plain.ts';
import { evaluatedAs, isOld, plainActions, type NewStatement, type Proposal } from './proposal.ts';

const mostActions = 10;

/** The new statements alone, as the policy of their layer. */
function setWith({ document, statements, type }: Proposal): PolicySet {
  const policy = { ...document, Statement: statements.map(({ statement }) => statement) };
  const evaluated: EvaluatedType = evaluatedAs[type];
  const list = [{ name: 'proposed', policy }];
  return { [setNameOf(evaluated)]: evaluated === 'scp' || evaluated === 'rcp' ? [list] : list };
}

/** Places that somebody fills in first. */
const isPlace = (found = ''): boolean => /^[A-Z][A-Z0-9_]*$/.test(found);

/** Faults of the document as a whole are the change's doing only where it is new. */
function faults(proposal: Proposal, { diagnostics }: Evaluation): readonly ValidityWarning[] {
  return diagnostics
    .filter(({ index, found }) => (index !== undefined || proposal.before === undefined) && !isPlace(found))
    .map(({ code, index, found }) => ({
      code,
      ...(index === undefined ? {} : { statement: proposal.statements[index]?.index ?? index }),
      about: found === undefined ? [] : [found],
    }));
}

const aboutKeys: readonly string[] = [
  'finding.unsupported-key',
  'finding.mistyped-key',
  'finding.multivalued-key',
  'finding.set-on-single',
];

function keyWarnings(proposal: Proposal, policies: PolicySet, action: string): readonly ValidityWarning[] {
  const evaluation = evaluate({ ...proposal.request, action }, policies);
  return findingsOf(evaluation, policies, action)
    .filter(({ code, about }) => aboutKeys.includes(code) && !about.every((key) => isOld(proposal, key)))
    .map(({ statement, ...finding }) => {
      const index = proposal.statements[evaluation.statements[statement]?.index ?? 0]?.index;
      return { ...finding, ...(index === undefined ? {} : { statement: index }), action };
    });
}

/** A key's policy, a role's and a tree of wildcards say nothing of types of resource. */
function resourceWarnings({ type }: Proposal, { index, statement }: NewStatement): readonly ValidityWarning[] {
  const resources = textsOf(statement.Resource);
  if (statement.Effect !== 'Allow' || resources.length === 0 || type === 'trust' || type === 'resource') return [];
  if (resources.some((one) => isPlace(one))) return [];
  return plainActions(statement).flatMap((action): readonly ValidityWarning[] => {
    const types = actionReference(action)?.resourceTypes;
    if (types === undefined || resources.some((one) => fits(action, one) !== false)) return [];
    const code = types.length === 0 ? 'finding.needs-star' : 'resource.never-met';
    return [{ code, statement: index, action, about: resources }];
  });
}

const unknownActions = (proposal: Proposal, { index, statement }: NewStatement): readonly ValidityWarning[] => {
  const unknown = plainActions(statement).filter(
    (action) => actionReference(action) === undefined && !isOld(proposal, action),
  );
  return unknown.length === 0 ? [] : [{ code: 'action.not-known', statement: index, about: unknown }];
};

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

/** ARNs of one partition mean nothing in another. */
function partitionWarnings({ request }: Proposal, { index, statement }: NewStatement): readonly ValidityWarning[] {
  const own = readArn(request.resource)?.partition ?? readArn(request.principal)?.partition;
  const strange = textsIn(statement).filter((text) => {
    const partition = readArn(text)?.partition ?? '';
    return /^aws[a-z-]*$/.test(partition) && partition !== own;
  });
  return own === undefined || strange.length === 0
    ? []
    : [{ code: 'partition.other', statement: index, about: [...new Set(strange)].slice(0, 3) }];
}

export function referenceWarnings(proposal: Proposal): readonly ValidityWarning[] {
  const { statements, request } = proposal;
  const policies = setWith(proposal);
  const actions = [...new Set(statements.flatMap(({ statement }) => plainActions(statement)))].slice(0, mostActions);
  return [
    ...faults(proposal, evaluate(request, policies)),
    ...actions.flatMap((action) => keyWarnings(proposal, policies, action)),
    ...statements.flatMap((at) => [
      ...unknownActions(proposal, at),
      ...resourceWarnings(proposal, at),
      ...partitionWarnings(proposal, at),
    ]),
  ];
}
