// Proves a plan as a whole, and each of its changes alone or in the place of the first of its step.
import type { KnownFacts } from '../../facts/known.ts';
import { policyTypeOf } from '../../facts/policies/evaluated.ts';
import type { PolicyType } from '../../model/denial.ts';
import type { Proof } from '../../model/plan.ts';
import type { EvaluatedType, Evaluation } from '../../model/policy.ts';
import { type Case, evaluatedFor, requestOf } from '../case.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { proofFrom, type Tried } from '../proof.ts';
import { decidingPart } from '../proof/relevant.ts';
import { applied } from '../proof/trying.ts';
import type { Step } from './steps.ts';

const evaluated = new WeakMap<Case, readonly Evaluation[]>();

/** A case never changes, so each is evaluated once. */
function evaluations(held: Case): readonly Evaluation[] {
  const known = evaluated.get(held);
  if (known !== undefined) return known;
  const deciding = decidingPart(held);
  const found = held.requests.map((request) => evaluatedFor(request, deciding));
  evaluated.set(held, found);
  return found;
}

/** An owner of another account would have to allow it in the resource policy: where that is unknown it is named as not read. */
function byTheRead(held: Case): readonly Evaluation[] {
  const open = held.unknown?.policies?.includes('resource') === true;
  const requests = open ? held.requests.slice(0, 1) : held.requests;
  return evaluations({ ...held, requests, unknown: { ...held.unknown, policies: [] } });
}

type Part = Pick<Step, 'obstacle'> & { readonly candidate: Candidate };

const layersOf = (parts: readonly Part[], action: string, wanted: (part: Part) => boolean): readonly PolicyType[] =>
  parts.filter(wanted).map(({ obstacle }) => policyTypeOf(obstacle.type, action));

/** The case with the changes carried out, beside the one without. */
export function proofWith(start: Case, parts: readonly Part[], facts: KnownFacts['facts']): Proof {
  const end = parts.reduce((held, { candidate }) => applied(held, candidate), start);
  const { action } = requestOf(start);
  const tried: Tried = {
    before: evaluations(start),
    after: evaluations(end),
    byTheRead: () => byTheRead(end),
    changes: layersOf(parts, action, () => true),
    lifts: layersOf(parts, action, ({ obstacle }) => obstacle.kind === 'deny'),
    typeOf: (type: EvaluatedType) => policyTypeOf(type, action),
  };
  return proofFrom(tried, facts);
}

/** A further request, with every change in place. */
export function wholeWith(end: Case): Proof {
  const { action } = requestOf(end);
  const after = evaluations(end);
  return proofFrom(
    {
      before: [],
      after,
      byTheRead: () => byTheRead(end),
      changes: [],
      lifts: [],
      typeOf: (type) => policyTypeOf(type, action),
    },
    new Map(),
  );
}

const bestOf = ({ options: [best], obstacle }: Step): readonly Part[] =>
  best === undefined ? [] : [{ obstacle, candidate: best.candidate }];

/** The first change of every step together. */
export const wholeProof = (start: Case, steps: readonly Step[], facts: KnownFacts['facts']): Proof =>
  proofWith(start, steps.flatMap(bestOf), facts);

const works = ({ state }: Proof): boolean => state === 'proven' || state === 'provenForLayersRead';

/** One that needs others beside it is proven only with them. */
export function optionProof(
  start: Case,
  steps: readonly Step[],
  step: Step,
  candidate: Candidate,
  facts: KnownFacts['facts'],
): Proof {
  if (candidate.hasPlaces === true) return { state: 'notProven', code: 'has-placeholders' };
  const alone = proofWith(start, [{ obstacle: step.obstacle, candidate }], facts);
  if (steps.length === 1 || works(alone)) return alone;
  const together = steps.flatMap((one) => (one === step ? [{ obstacle: step.obstacle, candidate }] : bestOf(one)));
  const whole = proofWith(start, together, facts);
  return works(whole) || whole.state === 'notProven'
    ? { state: 'notProven', code: 'part-of-plan', layers: alone.layers ?? [] }
    : whole;
}
