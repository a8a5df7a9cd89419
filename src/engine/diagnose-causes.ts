// Evaluates the causes of the matched playbooks: confirmed, ruled out, or open with what would settle it.
import type { DiagnosedCause, Explanation, Tri } from '../model/diagnosis.ts';
import type { LoadedPlaybook, PlaybookCause, Step } from '../model/playbook.ts';
import { impliedBy } from '../facts/implied-decisions.ts';
import { expandText } from '../playbook/template.ts';
import { evaluateRules } from './evaluate.ts';
import { gradeOf } from './explain.ts';
import type { RanStep } from './run-steps.ts';
import type { Scope } from './scope.ts';
import { factsIn, settledFacts } from './settles.ts';

const states = { true: 'confirmed', false: 'ruledOut', unknown: 'open' } as const satisfies Record<
  `${Tri}`,
  DiagnosedCause['state']
>;

export async function diagnoseCauses(
  playbooks: readonly LoadedPlaybook[],
  scopeOf: (playbook: LoadedPlaybook) => Scope,
  steps: readonly RanStep[],
): Promise<readonly DiagnosedCause[]> {
  const all = playbooks.flatMap((playbook) => playbook.causes.map((cause) => ({ playbook, cause })));
  const keyOf = (playbook: LoadedPlaybook, cause: PlaybookCause): string => `${playbook.id}/${cause.id}`;
  const explanations = await evaluateRules(
    all.map(({ playbook, cause }) => ({
      key: keyOf(playbook, cause),
      condition: cause.when,
      scope: scopeOf(playbook),
    })),
  );
  return all.flatMap(({ playbook, cause }) => {
    const evidence = explanations.get(keyOf(playbook, cause));
    return evidence === undefined ? [] : [describe(playbook, cause, evidence, scopeOf(playbook), steps)];
  });
}

function describe(
  playbook: LoadedPlaybook,
  cause: PlaybookCause,
  evidence: Explanation,
  scope: Scope,
  steps: readonly RanStep[],
): DiagnosedCause {
  const state = states[`${evidence.value}`];
  const needs = state === 'open' ? [...new Set(missingFacts(evidence))] : [];
  const grade = state === 'open' ? undefined : gradeOf(evidence);
  return {
    id: cause.id,
    playbook: playbook.id,
    title: expandText(cause.title, scope.valueOf),
    state,
    strength: cause.strength,
    ...(grade === undefined ? {} : { grade }),
    because: expandText(cause.because, scope.valueOf),
    evidence,
    needs,
    settledBy: steps
      .filter((ran) => ran.playbook === playbook && ran.outcome !== 'skipped' && settlesAny(ran, needs))
      .map(({ step }) => ({ playbook: playbook.id, step: step.id })),
  };
}

/** The unknown facts that keep it open: only branches that are themselves unknown matter. */
function missingFacts(explanation: Explanation): readonly string[] {
  if (explanation.value !== 'unknown') return [];
  if (explanation.kind === 'not') return missingFacts(explanation.child);
  if (explanation.kind !== 'leaf') return explanation.children.flatMap(missingFacts);
  return [
    ...(explanation.actual === undefined ? [explanation.fact] : []),
    ...(explanation.expected === undefined && explanation.expectedFact !== undefined ? [explanation.expectedFact] : []),
  ];
}

/** All that a step can bring to light, worked out once a step. */
const touched = new WeakMap<Step, readonly string[]>();

function touchedBy({ step, playbook }: RanStep): readonly string[] {
  const known = touched.get(step);
  if (known !== undefined) return known;
  const reads = step.type === 'check' ? factsIn(step.expect, playbook.conditions ?? {}) : [];
  const settled = settledFacts(step);
  const facts = [...settled, ...impliedBy(settled), ...reads, `steps.${step.id}`];
  touched.set(step, facts);
  return facts;
}

const settlesAny = (ran: RanStep, needs: readonly string[]): boolean =>
  needs.length > 0 && touchedBy(ran).some((fact) => needs.includes(fact));
