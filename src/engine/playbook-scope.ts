// The scope of one playbook's conditions and texts: the facts, its own answers and outcomes, and decisions about other requests.
import type { Fact, FactValue } from '../model/fact.ts';
import type { LoadedPlaybook, StepOutcome } from '../model/playbook.ts';
import { answerTo, dontKnow, type Answers } from '../facts/answers.ts';
import { gradeIn, valueIn } from '../facts/known.ts';
import type { Scope } from './scope.ts';

export type Outcomes = ReadonlyMap<string, StepOutcome>;

const placeholder = /^\{\{\s*([A-Za-z0-9.-]+)\s*\}\}$/;

export function playbookScope(
  playbook: LoadedPlaybook,
  facts: ReadonlyMap<string, Fact>,
  answers: Answers,
  outcomes: Outcomes = new Map(),
): Scope {
  const ownValue = (fact: string): FactValue | undefined => {
    if (fact.startsWith('steps.')) return outcomes.get(fact.slice('steps.'.length));
    const answer = answerTo(answers, playbook.id, fact.slice('answers.'.length));
    return answer === dontKnow ? undefined : answer;
  };
  const plain = (fact: string): FactValue | undefined =>
    /^(answers|steps)\./.test(fact) ? ownValue(fact) : valueIn(facts, fact);
  return {
    playbook: playbook.id,
    conditions: playbook.conditions ?? {},
    valueOf: (fact, params) => (params === undefined || isDeniedRequest(params, plain) ? plain(fact) : undefined),
    gradeOf: (fact) => (/^(answers|steps)\./.test(fact) ? 'answered' : gradeIn(facts, fact)),
  };
}

/** A bare `decision.x` decides the denied request; params that name just that request mean the same. */
function isDeniedRequest(
  params: Readonly<Record<string, string>>,
  plain: (fact: string) => FactValue | undefined,
): boolean {
  const expand = (text: string): FactValue | undefined => {
    const fact = placeholder.exec(text)?.[1];
    return fact === undefined ? text : plain(fact);
  };
  const isSame = (key: string, ...facts: readonly string[]): boolean => {
    const wanted = params[key];
    if (wanted === undefined) return true;
    const value = expand(wanted);
    return value !== undefined && facts.map(plain).find((known) => known !== undefined) === value;
  };
  return isSame('action', 'decoded.action', 'error.action') && isSame('resource', 'decoded.resource', 'error.resource');
}
