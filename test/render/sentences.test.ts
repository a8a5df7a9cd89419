// The sentences of the program: conditions, sources, layers, disagreements, flags.
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/model/catalogue/catalogue.ts';
import type { Layer, Question } from '../../src/model/diagnosis.ts';
import type { Fact } from '../../src/model/fact.ts';
import { leafSentence, type LeafExplanation } from '../../src/render/sentences/conditions.ts';
import { conflictSentence } from '../../src/render/sentences/conflicts.ts';
import { factPhrases } from '../../src/render/sentences/fact-phrases.ts';
import { factPhrase, sourceSentence, valueText } from '../../src/render/sentences/facts.ts';
import { layerBecause } from '../../src/render/sentences/layer-reasons.ts';
import { answerFlag } from '../../src/render/sentences/progress.ts';

type Parts = Pick<LeafExplanation, 'fact' | 'operator'> & Partial<LeafExplanation>;
const leaf = (parts: Parts): LeafExplanation => ({ kind: 'leaf', value: true, ...parts });

const code = { fact: 'error.code', actual: 'AccessDenied' };
const keys = { fact: 'decoded.denySids', actual: ['One', 'Two'] };
const leaves: readonly (readonly [string, Parts])[] = [
  ['The error code is AccessDenied.', { ...code, operator: 'equal', expected: 'AccessDenied' }],
  ['The error code is not X (it is AccessDenied).', { ...code, operator: 'equal', value: false, expected: 'X' }],
  ['The error code is one of AccessDenied, X.', { ...code, operator: 'in', expected: ['AccessDenied', 'X'] }],
  ['The error code is not known.', { fact: 'error.code', operator: 'equal', value: 'unknown', expected: 'X' }],
  ['The error code is not known.', { fact: 'error.code', operator: 'known', expected: false }],
  ['The error code is known.', { ...code, operator: 'known', expected: true }],
  [
    'Whether the resource exists under exactly this name: no.',
    { fact: 'target.exists', operator: 'equal', expected: false, actual: false },
  ],
  [
    'What the service control policy decides is explicit deny.',
    { fact: 'decision.scp', operator: 'equal', expected: 'explicitDeny', actual: 'explicitDeny' },
  ],
  [
    'What the identity policy decides about iam:PassRole on * is allowed.',
    {
      fact: 'decision.identity',
      operator: 'equal',
      expected: 'allowed',
      actual: 'allowed',
      params: { action: 'iam:PassRole', resource: '*' },
    },
  ],
  [
    'The refused action is not the action in the decoded message (it is a:B).',
    {
      fact: 'error.action',
      operator: 'equal',
      value: false,
      expectedFact: 'decoded.action',
      expected: 'c:D',
      actual: 'a:B',
    },
  ],
  [
    'The list of denying statements in the decoded message includes One.',
    { ...keys, operator: 'contains', expected: 'One' },
  ],
  [
    'The list of denying statements in the decoded message has an element that matches O*.',
    { ...keys, operator: 'someFact:like', expected: 'O*' },
  ],
  ['The answer to "purpose" is mfa.', { fact: 'answers.purpose', operator: 'equal', expected: 'mfa', actual: 'mfa' }],
  [
    'The message says "with session credentials".',
    { fact: 'error.text', operator: 'includesText', expected: 'with session credentials', actual: 'x' },
  ],
];

describe('a leaf', () => {
  it.each(leaves)('%s', (expected, parts) => expect(leafSentence(leaf(parts))).toBe(expected));
});

describe('every fact of the catalogue', () => {
  const derived = /^(?:decision|policy)\./;
  it.each(catalogue.map((entry) => [entry.name, entry] as const))('%s has a phrase of its own', (name, entry) => {
    if (entry.type !== 'boolean' && !derived.test(name)) expect(Object.keys(factPhrases)).toContain(name);
    expect(factPhrase(name)).toMatch(/^(?:the|whether|what) /);
  });
});

const fact = (source: Fact['source'], value = 'explicitDeny'): Fact => ({
  name: 'decision.scp',
  status: 'present',
  value,
  source,
});
const readAt = '2026-11-23T07:15:00Z';
const sources: readonly (readonly [string, Fact['source']])[] = [
  ['You gave it with --set.', { origin: 'set', grade: 'answered' }],
  ['It stands in facts.yaml.', { origin: 'file', from: 'facts.yaml', grade: 'answered' }],
  ["AWS's message says so.", { origin: 'error', grade: 'stated' }],
  ["AWS's message says so.", { origin: 'derived', from: 'error.policyType', grade: 'stated' }],
  [`By the policies read. Read at ${readAt}.`, { origin: 'derived', grade: 'evaluated', readAt }],
  [
    `It was read from AWS by iam:GetRole. Read at ${readAt}.`,
    { origin: 'live', from: 'iam:GetRole', grade: 'evaluated', readAt },
  ],
  ['You said so.', { origin: 'answer', grade: 'answered' }],
  ['It follows from the ARN of the current caller.', { origin: 'derived', from: 'caller.arn', grade: 'inferred' }],
];

describe('a source', () => {
  it.each(sources)('%s', (expected, source) => expect(sourceSentence(fact(source))).toBe(expected));
});

const layers: readonly (readonly [string, Layer])[] = [
  [
    "A service control policy denies it. AWS's message says so.",
    { type: 'scp', decision: 'explicitDeny', grade: 'stated', fact: fact({ origin: 'error', grade: 'stated' }) },
  ],
  ['Not read.', { type: 'scp', decision: 'unknown' }],
  [
    'Reading it was denied: organizations:ListParents',
    { type: 'scp', decision: 'unknown', notChecked: { status: 'denied', detail: 'organizations:ListParents' } },
  ],
];

describe('a layer', () => {
  it.each(layers)('%s', (expected, layer) => expect(layerBecause(layer)).toBe(expected));
});

describe('sources that disagree', () => {
  const kept = fact({ origin: 'error', grade: 'stated' });
  it('are both named, with what may explain it', () =>
    expect(
      conflictSentence({ name: 'decision.scp', kept, dropped: fact({ origin: 'set', grade: 'answered' }, 'allowed') }),
    ).toBe(
      "What the service control policy decides: used explicit deny (AWS's message says so), not allowed (you gave it with --set). The policies may have changed since, the call may have had another caller, or a session policy.",
    ));
});

const question = (answer: Question['answer'], values?: readonly string[]): Question => ({
  playbook: 'p',
  step: 's',
  question: 'q',
  answer,
  ...(values === undefined ? {} : { choices: values.map((value) => ({ value, label: value })) }),
});
const flags: readonly (readonly [string, Question])[] = [
  ['--answer p/s=pass or =fail', question('check')],
  ['--answer p/s=yes or =no', question('confirm')],
  ['--answer p/s=TEXT', question('text')],
  ['--answer p/s=a, =b or =c', question('choice', ['a', 'b', 'c'])],
  ['--answer p/s=a or =b; repeat it for several', question('multichoice', ['a', 'b'])],
];

describe('a flag', () => {
  it.each(flags)('%s', (expected, asked) => expect(answerFlag(asked)).toBe(expected));
});

const values: readonly (readonly [string, Fact['value']])[] = [
  ['yes', true],
  ['implicit deny', 'implicitDeny'],
  ['"two words"', 'two words'],
  ['""', ''],
  ['none', []],
  ['a, b', ['a', 'b']],
  ['{"a":1}', { a: 1 }],
  [`${'x'.repeat(119)}…`, 'x'.repeat(500)],
];

describe('a value', () => {
  it.each(values)('%s', (expected, value) => expect(valueText(value ?? '')).toBe(expected));
});
