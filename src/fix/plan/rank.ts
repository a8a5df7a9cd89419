// Puts candidates that lift a blocker in order: no change of policy before any, the fewest new pairs of action and resource, no wildcards, no guard weakened while anything else will do.
import type { Audience, Breadth, ChangeCode, Opening } from '../../model/plan.ts';
import type { Candidate } from '../candidates/candidate.ts';

const kinds: Readonly<Partial<Record<Candidate['kind'], number>>> = { request: 0, grant: 1, undeny: 2 };
const breadths: Readonly<Record<Breadth, number>> = { one: 0, pattern: 1, all: 2 };
const audiences: Readonly<Record<Audience, number>> = { caller: 0, attached: 0, account: 1, everyone: 2 };

/** With nothing else between them, the smaller change of the text. */
const sizes: Readonly<Partial<Record<ChangeCode, number>>> = {
  'correct-principal': 0,
  'correct-resource': 0,
  'add-resource': 1,
  'add-principal': 1,
  'add-action': 2,
  'split-statement': 3,
  'add-statement': 4,
  'add-document': 5,
};

export interface Ranked {
  readonly candidate: Candidate;
  readonly opens: Opening;
  /** What the evaluation with it comes to: allowed, or the blocker gone and others left. */
  readonly isEnough: boolean;
}

const places = ({ candidate, opens }: Ranked): readonly number[] => [
  candidate.hasPlaces === true ? 1 : 0,
  kinds[candidate.kind] ?? 3,
  candidate.isCorrection === true ? 0 : 1,
  audiences[opens.principals],
  breadths[opens.resources],
  opens.actions ?? Infinity,
  opens.named,
  sizes[candidate.code] ?? 9,
];

export function ranked(options: readonly Ranked[]): readonly Ranked[] {
  return options.toSorted((one, other) => {
    const [left, right] = [places(one), places(other)];
    const at = left.findIndex((value, position) => value !== right[position]);
    return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
  });
}
