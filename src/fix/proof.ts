// Shows whether a change works: the denied request is evaluated again with it, and nothing is called proven that a layer not read could undo.
import { valueIn, type KnownFacts } from '../facts/known.ts';
import type { Change, Trial } from '../facts/policies/trial.ts';
import { policyTypes, type PolicyType } from '../model/denial.ts';
import type { Proof } from '../model/plan.ts';
import type { EvaluatedType, Evaluation } from '../model/policy.ts';

/** A change with what evaluating with it gave; one evaluation for each account that may own the resource. */
export interface Tried {
  readonly before: readonly Evaluation[];
  readonly after: readonly Evaluation[];
  /** As if the kinds of policy that are unknown did not exist. */
  byTheRead(): readonly Evaluation[];
  /** The layers whose policies it changes. */
  readonly changes: readonly PolicyType[];
  /** The layers in which it gets the request out of a Deny. */
  readonly lifts: readonly PolicyType[];
  typeOf(type: EvaluatedType): PolicyType;
}

export const proofOf = (change: Change, trial: Trial, facts: KnownFacts['facts']): Proof =>
  proofFrom(
    {
      before: trial.before,
      after: trial.after(change),
      byTheRead: () => trial.afterByTheRead(change),
      changes: [change.layer],
      lifts: [],
      typeOf: trial.typeOf,
    },
    facts,
  );

export function proofFrom(tried: Tried, facts: KnownFacts['facts']): Proof {
  const { before, after } = tried;
  if (before.length > 0 && every(before, 'allowed')) return { state: 'notProven', code: 'already-allowed' };
  const unseen = unseenDenials(tried, facts);
  if (unseen.length > 0) return { state: 'doesNotHelp', code: 'still-denied', layers: unseen };
  if (every(after, 'allowed')) return clearly(after, { state: 'proven', code: 'evaluated' });
  const denied = after.find(isDenied);
  if (denied !== undefined) return refusal(tried, denied);
  return byTheReadOnly(tried);
}

function byTheReadOnly(tried: Tried): Proof {
  const byTheRead = tried.byTheRead();
  const layers = unknownOf(tried);
  if (every(byTheRead, 'allowed'))
    return clearly(byTheRead, { state: 'provenForLayersRead', code: 'layers-not-read', layers });
  if (byTheRead.some(isDenied)) return { state: 'notProven', code: 'layers-not-read', layers };
  return { state: 'notProven', code: 'context-not-known', keys: keysOf(byTheRead) };
}

/** What only the other owner's side would refuse rests on whose the resource is. */
function refusal(tried: Tried, denied: Evaluation): Proof {
  const isOwnersOnly = tried.after.length > 1 && tried.after[0]?.decision === 'allowed';
  if (isOwnersOnly) return { state: 'notProven', code: 'owner-not-known', layers: failingOf(denied, tried) };
  return { state: 'doesNotHelp', code: 'still-denied', layers: failingOf(denied, tried) };
}

/** Nothing is proven by one reading of a rule that AWS leaves unclear. */
function clearly(evaluations: readonly Evaluation[], proof: Proof): Proof {
  const points = [...new Set(evaluations.flatMap(({ restsOn = [] }) => restsOn))];
  return points.length === 0 ? proof : { state: 'notProven', code: 'unclear-rule', points };
}

const isDenied = ({ decision }: Evaluation): boolean => decision === 'implicitDeny' || decision === 'explicitDeny';

const every = (evaluations: readonly Evaluation[], wanted: Evaluation['decision']): boolean =>
  evaluations.every(({ decision }) => decision === wanted);

const failingOf = ({ failing }: Evaluation, { typeOf }: Tried): readonly PolicyType[] =>
  failing.map((layer) => (layer === 'trust' ? layer : typeOf(layer)));

const neededBy = (evaluations: readonly Evaluation[], kind: 'policy.' | 'context.'): readonly string[] => {
  const needed = evaluations.flatMap(({ wouldSettle = [] }) => wouldSettle.flat());
  return [...new Set(needed)].filter((fact) => fact.startsWith(kind)).map((fact) => fact.slice(kind.length));
};

const unknownOf = ({ after, typeOf }: Tried): readonly PolicyType[] =>
  neededBy(after, 'policy.').map((type) => typeOf(type as EvaluatedType));

const keysOf = (evaluations: readonly Evaluation[]): readonly string[] => neededBy(evaluations, 'context.');

/** Denials that AWS or the person states and the policies at hand do not show: no change of another layer lifts them. */
function unseenDenials({ before, typeOf, changes, lifts }: Tried, facts: KnownFacts['facts']) {
  const shows = (layer: PolicyType, decision: unknown) =>
    before.every(({ layers }) => layers.some((one) => typeOf(one.type) === layer && one.decision === decision));
  return policyTypes.filter((layer) => {
    const decision = valueIn(facts, `decision.${layer}`);
    if (decision === 'implicitDeny') return !changes.includes(layer) && !shows(layer, decision);
    return decision === 'explicitDeny' && !lifts.includes(layer) && !shows(layer, decision);
  });
}
