// The scope of one playbook's conditions and texts: the facts, its own answers and outcomes, and decisions about other requests.
import type { FactValue } from '../model/fact.ts';
import type { LoadedPlaybook, StepOutcome } from '../model/playbook.ts';
import { answerTo, dontKnow, type Answers } from '../facts/answers.ts';
import { gradeIn, valueIn, type KnownFacts } from '../facts/known.ts';
import type { Scope } from './scope.ts';

export type Outcomes = ReadonlyMap<string, StepOutcome>;

const placeholder = /^\{\{\s*([A-Za-z0-9.-]+)\s*\}\}$/;

export function playbookScope(
  playbook: LoadedPlaybook,
  { facts, decide }: Pick<KnownFacts, 'facts' | 'decide'>,
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
    valueOf: (fact, params) => {
      if (params === undefined || isDeniedRequest(params, plain)) return plain(fact);
      const request = expandParams(params, plain);
      return request === undefined ? undefined : decide?.(fact, request);
    },
    gradeOf: (fact) => (/^(answers|steps)\./.test(fact) ? 'answered' : gradeIn(facts, fact)),
  };
}

type Plain = (fact: string) => FactValue | undefined;
type Params = Readonly<Record<string, string>>;

function expand(text: string, plain: Plain): FactValue | undefined {
  const fact = placeholder.exec(text)?.[1];
  return fact === undefined ? text : plain(fact);
}

/** Undefined when a value is not known: then the leaf is unknown. */
function expandParams(params: Params, plain: Plain): Params | undefined {
  const expanded = Object.entries(params).map(([key, text]) => [key, expand(text, plain)] as const);
  return expanded.every(([, value]) => typeof value === 'string')
    ? Object.fromEntries(expanded.map(([key, value]) => [key, String(value)]))
    : undefined;
}

/** A bare `decision.x` decides the denied request; params that name just that request mean the same. */
function isDeniedRequest(params: Params, plain: Plain): boolean {
  const isSame = (key: string, ...facts: readonly string[]): boolean => {
    const wanted = params[key];
    if (wanted === undefined) return true;
    const value = expand(wanted, plain);
    return value !== undefined && facts.map(plain).find((known) => known !== undefined) === value;
  };
  return isSame('action', 'decoded.action', 'error.action') && isSame('resource', 'decoded.resource', 'error.resource');
}
