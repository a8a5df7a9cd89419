// Measures what the tests of a playbook reach: causes confirmed, steps shown, outcomes of checks and questions.
import type { LoadedPlaybook } from '../../model/playbook.ts';
import type { TestResult } from './run-test.ts';

export interface Coverage {
  readonly playbook: string;
  readonly causes: Reached;
  /** Each outcome a step can have, such as `trust: fail`. */
  readonly outcomes: Reached;
}

export interface Reached {
  readonly reached: number;
  readonly total: number;
  readonly missing: readonly string[];
}

export function coverageOf(playbook: LoadedPlaybook, results: readonly TestResult[]): Coverage {
  const diagnoses = results.flatMap(({ diagnosis }) => (diagnosis === undefined ? [] : [diagnosis]));
  const confirmed = diagnoses.flatMap(({ causes }) =>
    causes.filter(({ state, playbook: id }) => state === 'confirmed' && id === playbook.id).map(({ id }) => id),
  );
  const seen = diagnoses.flatMap(({ steps }) =>
    steps.filter(({ playbook: id }) => id === playbook.id).map(({ id, outcome }) => `${id}: ${outcome}`),
  );
  const possible = playbook.steps.flatMap((step) => {
    const outcomes = { check: ['pass', 'fail'], ask: ['answered'], guide: ['shown'] }[step.type];
    return outcomes.map((outcome) => `${step.id}: ${outcome}`);
  });
  return {
    playbook: playbook.id,
    causes: reached(
      playbook.causes.map(({ id }) => id),
      confirmed,
    ),
    outcomes: reached(possible, seen),
  };
}

function reached(all: readonly string[], seen: readonly string[]): Reached {
  const missing = all.filter((one) => !seen.includes(one));
  return { reached: all.length - missing.length, total: all.length, missing };
}
