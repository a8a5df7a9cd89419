// Shows whether a change of a policy works: the denied request is evaluated again with it, and nothing is called proven that a layer not read could undo.
import { valueIn, type KnownFacts } from '../facts/known.ts';
import type { Change, Trial } from '../facts/policies/trial.ts';
import { policyTypes, type PolicyType } from '../model/denial.ts';
import type { Proof } from '../model/plan.ts';
import type { EvaluatedType, Evaluation } from '../model/policy.ts';

export function proofOf(change: Change, trial: Trial, facts: KnownFacts['facts']): Proof {
  if (every(trial.before, 'allowed')) return { state: 'notProven', code: 'already-allowed' };
  const unseen = unseenDenials(change.layer, trial, facts);
  if (unseen.length > 0) return { state: 'doesNotHelp', code: 'still-denied', layers: unseen };
  const after = trial.after(change);
  if (every(after, 'allowed')) return { state: 'proven', code: 'evaluated' };
  const denied = after.find(({ decision }) => decision === 'implicitDeny' || decision === 'explicitDeny');
  if (denied !== undefined) return { state: 'doesNotHelp', code: 'still-denied', layers: failingOf(denied, trial) };
  const byTheRead = trial.afterByTheRead(change);
  if (every(byTheRead, 'allowed'))
    return { state: 'provenForLayersRead', code: 'layers-not-read', layers: unknownOf(after, trial) };
  const refused = byTheRead.find(({ decision }) => decision !== 'allowed' && decision !== 'unknown');
  if (refused !== undefined) return { state: 'notProven', code: 'layers-not-read', layers: unknownOf(after, trial) };
  return { state: 'notProven', code: 'context-not-known', keys: keysOf(byTheRead) };
}

const every = (evaluations: readonly Evaluation[], wanted: Evaluation['decision']): boolean =>
  evaluations.every(({ decision }) => decision === wanted);

const failingOf = ({ failing }: Evaluation, trial: Trial): readonly PolicyType[] =>
  failing.map((layer) => (layer === 'trust' ? layer : trial.typeOf(layer)));

const unknownOf = (evaluations: readonly Evaluation[], trial: Trial): readonly PolicyType[] => [
  ...new Set(
    evaluations.flatMap(({ wouldSettle = [] }) =>
      wouldSettle
        .flat()
        .filter((fact) => fact.startsWith('policy.'))
        .map((fact) => trial.typeOf(fact.slice(7) as EvaluatedType)),
    ),
  ),
];

const keysOf = (evaluations: readonly Evaluation[]): readonly string[] => {
  const needed = evaluations.flatMap(({ wouldSettle = [] }) => wouldSettle.flat());
  return [...new Set(needed)].filter((fact) => fact.startsWith('context.')).map((fact) => fact.slice(8));
};

/** Denials that AWS or the person states and the policies at hand do not show: no change of another layer lifts them. */
function unseenDenials(changed: PolicyType, { before, typeOf }: Trial, facts: KnownFacts['facts']) {
  const shows = (layer: PolicyType, decision: unknown) =>
    before.every(({ layers }) => layers.some((one) => typeOf(one.type) === layer && one.decision === decision));
  return policyTypes.filter((layer) => {
    const decision = valueIn(facts, `decision.${layer}`);
    const isLifted = layer === changed && decision === 'implicitDeny';
    return (decision === 'explicitDeny' || (decision === 'implicitDeny' && !isLifted)) && !shows(layer, decision);
  });
}
