// Conditions have three values: a side that is not known makes a leaf unknown, whatever the operator.
import { describe, expect, it } from 'vitest';
import { evaluateRules } from '../../src/engine/evaluate.ts';
import type { Scope } from '../../src/engine/scope.ts';
import type { FactValue } from '../../src/model/fact.ts';
import { operators, type OperatorName } from '../../src/model/operators.ts';
import type { Condition } from '../../src/model/playbook.ts';

const known: Readonly<Record<string, FactValue>> = {
  'error.code': 'AccessDenied',
  'error.action': 's3:GetObject',
  'error.text': 'Cannot  call\nGetSessionToken with SESSION credentials',
  'error.httpStatus': 403,
  'trust.unmetKeys': ['sts:ExternalId', 'aws:MultiFactorAuthPresent'],
  'identity.unmetKeys': [],
  'caller.isTemporary': false,
  'decoded.extra': { context: { action: 'ec2:RunInstances' } },
};

const scope: Scope = {
  playbook: 'p',
  conditions: {
    temporary: { fact: 'caller.isTemporary', operator: 'equal', value: true },
    nested: { all: [{ condition: 'temporary' }, { fact: 'nobody', operator: 'equal', value: 1 }] },
  },
  valueOf: (fact) => (Object.hasOwn(known, fact) ? known[fact] : undefined),
  gradeOf: () => 'stated',
};

async function valueOf(condition: Condition) {
  return (await evaluateRules([{ key: 'rule', condition, scope }])).get('rule')?.value;
}

const sample: Readonly<Record<OperatorName, FactValue>> = {
  equal: 'x',
  notEqual: 'x',
  in: ['x'],
  notIn: ['x'],
  contains: 'x',
  doesNotContain: 'x',
  lessThan: 1,
  lessThanInclusive: 1,
  greaterThan: 1,
  greaterThanInclusive: 1,
  includesText: 'x',
  like: 'x*',
  known: true,
};

describe('a leaf over an unknown fact is unknown with every operator', () => {
  const others = operators.filter(({ name }) => name !== 'known');
  it.each(others)('$name', async ({ name }) => {
    expect(await valueOf({ fact: 'decision.scp', operator: name, value: sample[name] })).toBe('unknown');
  });
  it.each(others)('not $name', async ({ name }) => {
    expect(await valueOf({ not: { fact: 'decision.scp', operator: name, value: sample[name] } })).toBe('unknown');
  });
  it.each(['someFact:like', 'everyFact:equal'])('%s', async (operator) => {
    expect(await valueOf({ fact: 'trust.unsupportedKeys', operator, value: 'x' })).toBe('unknown');
  });
  it('known is never unknown', async () => {
    expect(await valueOf({ fact: 'decision.scp', operator: 'known', value: true })).toBe(false);
    expect(await valueOf({ fact: 'decision.scp', operator: 'known', value: false })).toBe(true);
    expect(await valueOf({ fact: 'error.code', operator: 'known', value: true })).toBe(true);
  });
  it('so is one beside an unknown fact', async () => {
    const condition = { fact: 'error.code', operator: 'notEqual', value: { fact: 'decision.scp' } } as const;
    expect(await valueOf(condition)).toBe('unknown');
  });
});

const leaf = (fact: string, operator: string, value: FactValue): Condition => ({ fact, operator, value });
const yes = leaf('error.code', 'equal', 'AccessDenied');
const no = leaf('error.code', 'equal', 'Other');
const open = leaf('decision.scp', 'equal', 'allowed');

describe('groups follow Kleene', () => {
  it.each<[string, Condition, true | false | 'unknown']>([
    ['all of yes and unknown', { all: [yes, open] }, 'unknown'],
    ['all of no and unknown', { all: [open, no] }, false],
    ['any of yes and unknown', { any: [open, yes] }, true],
    ['any of no and unknown', { any: [no, open] }, 'unknown'],
    ['not no', { not: no }, true],
    ['a named condition', { condition: 'temporary' }, false],
    ['not a named condition', { not: { condition: 'temporary' } }, true],
    ['a named condition in a named condition', { condition: 'nested' }, false],
    ['a named condition below groups', { any: [{ all: [yes, { condition: 'temporary' }] }, open] }, 'unknown'],
    ['a named condition that does not exist', { condition: 'nowhere' }, 'unknown'],
  ])('%s', async (_rule, condition, value) => expect(await valueOf(condition)).toBe(value));
});

describe('operators compare what they are meant for, and answer false for anything else', () => {
  it.each<[Condition, boolean]>([
    [leaf('error.code', 'in', ['AccessDenied', 'x']), true],
    [leaf('error.code', 'in', 'AccessDenied, x'), false],
    [leaf('error.code', 'notIn', ['x']), true],
    [leaf('trust.unmetKeys', 'notIn', ['x']), false],
    [leaf('trust.unmetKeys', 'contains', 'sts:ExternalId'), true],
    [leaf('error.code', 'contains', 'A'), false],
    [leaf('error.code', 'doesNotContain', 'x'), false],
    [leaf('identity.unmetKeys', 'doesNotContain', 'x'), true],
    [leaf('error.httpStatus', 'lessThan', 404), true],
    [leaf('error.httpStatus', 'greaterThanInclusive', 403), true],
    [leaf('error.text', 'includesText', 'getsessiontoken with session'), true],
    [leaf('error.action', 'like', 's3:Get*'), true],
    [leaf('error.action', 'like', 's3:get*'), false],
    [leaf('error.action', 'like', 's3:GetObjec?'), true],
    [leaf('error.action', 'like', '*'.repeat(40) + 'x'), false],
    [leaf('trust.unmetKeys', 'someFact:like', 'aws:Multi*'), true],
    [leaf('trust.unmetKeys', 'everyFact:like', 'sts:*'), false],
    [leaf('identity.unmetKeys', 'everyFact:like', 'sts:*'), true],
    [{ fact: 'decoded.extra', path: 'context.action', operator: 'equal', value: 'ec2:RunInstances' }, true],
  ])('%j: %s', async (condition, value) => expect(await valueOf(condition)).toBe(value));
});

it.each(['context.nothing', '__proto__.x', 'constructor', 'context.action.length'])(
  'a path reads own properties only: %s is unknown',
  async (path) => {
    const condition = { fact: 'decoded.extra', path, operator: 'equal', value: 'x' } as const;
    expect(await valueOf(condition)).toBe('unknown');
  },
);

it('a hostile pattern against a long text is answered at once', async () => {
  const long = { ...scope, valueOf: () => 'a'.repeat(10_000) };
  const condition = leaf('error.text', 'like', '*a'.repeat(30) + 'b');
  const started = performance.now();
  const value = (await evaluateRules([{ key: 'rule', condition, scope: long }])).get('rule')?.value;
  expect(value).toBe(false);
  expect(performance.now() - started).toBeLessThan(500);
});
