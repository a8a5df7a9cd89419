// Checks that a cause which proves keeps to what a proof may rest on, so that settling an unknown never takes it back.
import type { Condition, Leaf, PlaybookCause } from '../../../model/playbook.ts';
import type { Path } from '../../yaml.ts';
import { isLeaf, leavesThrough } from '../conditions.ts';
import type { Finding } from '../diagnostic.ts';
import type { Lint, Subject } from '../subject.ts';
import { stepOfFact } from './references.ts';

export const proofs: Lint = (subject) =>
  subject.playbook.causes.flatMap((cause, index) =>
    cause.strength === 'proves' ? proofFindings(cause, ['causes', index, 'when'], subject) : [],
  );

function proofFindings(cause: PlaybookCause, path: Path, subject: Subject): readonly Finding[] {
  const faults = leavesThrough(cause.when, path, subject.playbook).flatMap(({ leaf, path: at }) => {
    const fault = leafFault(leaf, subject);
    return fault === undefined ? [] : [{ ...fault, path: [...at, fault.key], part: 'value' as const }];
  });
  if (faults.length > 0) return faults;
  if (rests(cause.when, true, subject, new Set())) return [];
  const hint =
    'add a fact that was read, evaluated or answered, such as decision.identity, or the reason AWS states (error.policyType); or write strength: suggests';
  const message = `nothing decisive: the cause "${cause.id}" can become true from the bare text of the error alone`;
  return [{ code: 'WD512', path, part: 'key', message, hint }];
}

function leafFault({ fact, operator }: Leaf, subject: Subject) {
  if (fact.startsWith('steps.')) {
    const message = `a cause that proves must not read ${fact}`;
    return { code: 'WD509', key: 'fact', message, hint: 'read the facts that step is about' } as const;
  }
  if (operator === 'known' || operator.endsWith(':known')) {
    const message = 'a cause that proves must not use "known"';
    return { code: 'WD510', key: 'operator', message, hint: 'compare the value, or write strength: suggests' } as const;
  }
  const step = fact.startsWith('answers.') ? stepOfFact(fact, subject)?.step : undefined;
  if (step?.type !== 'ask' || step.answer !== 'text') return undefined;
  const message = `a cause that proves must not read the free text ${fact}`;
  const hint = 'let the question state a fact with parse or fact, and read that fact';
  return { code: 'WD511', key: 'fact', message, hint } as const;
}

/** What the bare text of the error says, or what follows from it alone. */
const bareText = /^(?:error\..*|target\.(?:arn|service|name|accountId)|action\..*)$/;
/** Within it, the reason AWS states. */
const statedReason = /^error\.(?:policyType|policyTypeVia|denyType|policyArn)$/;

/** Whether the condition, in every way it can take this value, rests on a decisive fact. */
function rests(condition: Condition, value: boolean, subject: Subject, seen: ReadonlySet<string>): boolean {
  if (isLeaf(condition)) return decisive(condition, value);
  if ('not' in condition) return rests(condition.not, !value, subject, seen);
  if ('condition' in condition) {
    const named = subject.playbook.conditions?.[condition.condition];
    if (named === undefined || seen.has(condition.condition)) return true;
    return rests(named, value, subject, new Set([...seen, condition.condition]));
  }
  const [children, needsAll] = 'all' in condition ? [condition.all, value] : [condition.any, !value];
  return needsAll
    ? children.some((child) => rests(child, value, subject, seen))
    : children.every((child) => rests(child, value, subject, seen));
}

/** That no reason is stated is no reason. */
function decisive(leaf: Leaf, value: boolean): boolean {
  if (!statedReason.test(leaf.fact)) return !bareText.test(leaf.fact);
  const listed = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
  const unstated = listed.includes('unstated');
  const positive = ['equal', 'in', 'like', 'includesText'].includes(leaf.operator) === value;
  return positive ? !unstated : unstated;
}
