// Input made to hurt: huge, deep or malformed documents and patterns are answered, soon, and allow nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuthorizationRequest, NamedPolicy } from '../../src/model/policy.ts';
import { evaluate, prepare } from '../../src/policy/evaluate.ts';

const request = (resource: string, context: AuthorizationRequest['context'] = {}): AuthorizationRequest => ({
  action: 's3:GetObject',
  resource,
  principal: 'arn:aws:iam::555566667777:user/ines',
  principalAccount: '555566667777',
  resourceAccount: '555566667777',
  context,
});

const identity = (policy: unknown): { identity: NamedPolicy[] } => ({ identity: [{ name: 'a', policy }] });
const allow = (on: unknown, condition?: unknown) => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: '*', Resource: on, ...(condition === undefined ? {} : { Condition: condition }) },
  ],
});

function milliseconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const stars = '*a'.repeat(30) + '*b';
const long = 'a'.repeat(10_000);

describe('patterns', () => {
  it.each([
    ['resource', allow(`arn:aws:s3:::${stars}`), request(`arn:aws:s3:::${long}`)],
    ['condition', allow('*', { StringLike: { 's3:prefix': stars } }), request('arn:aws:s3:::b', { 's3:prefix': long })],
    ['question marks', allow(`arn:aws:s3:::*${'?a'.repeat(30)}*b`), request(`arn:aws:s3:::${long}`)],
  ])('thirty stars against 10 KB: %s', (_kind, policy, asked) => {
    const prepared = prepare(identity(policy));
    expect(prepared.evaluate(asked).decision).toBe('implicitDeny');
    expect(milliseconds(() => prepared.evaluate(asked))).toBeLessThan(20);
  });
});

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('documents', () => {
  it.each([
    ['deep lists', `{"Statement":${nested(100_000)}}`],
    ['a deep condition', `{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":${nested(50_000)}}}`],
    ['2 MB of text', `{"Statement":"${'x'.repeat(2_000_000)}"}`],
    ['2 MB that ends too soon', `{"Statement":["${'\\"'.repeat(1_000_000)}`],
    ['numbers', '[1,2,3]'],
    ['nothing', ''],
  ])('%s', (_kind, text) => {
    let decision = '';
    expect(milliseconds(() => (decision = evaluate(request('arn:aws:s3:::b'), identity(text)).decision))).toBeLessThan(
      2000,
    );
    expect(decision).not.toBe('allowed');
  });

  it('10,000 statements are all looked at', () => {
    const statement = (index: number) => ({ Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::b${index}/*` });
    const policy = { Statement: Array.from({ length: 10_000 }, (_, index) => statement(index)) };
    const evaluation = evaluate(request('arn:aws:s3:::b9999/k'), identity(policy));
    expect([evaluation.decision, evaluation.statements.length]).toEqual(['allowed', 10_000]);
  });
});

describe('anything at all', () => {
  it('gives an evaluation, and never an allow without an Allow statement', () => {
    const part = fc.constantFrom(
      'Statement',
      'Effect',
      'Allow',
      'Action',
      's3:*',
      'Resource',
      '*',
      'Condition',
      'Null',
    );
    const json = fc.jsonValue({ maxDepth: 4 });
    const near = fc.dictionary(part, fc.oneof(json, fc.array(fc.dictionary(part, fc.oneof(part, json)))));
    fc.assert(
      fc.property(fc.oneof(json, near), (policy) => {
        const { decision, statements } = evaluate(request('arn:aws:s3:::b/k'), identity(policy));
        expect(decision === 'allowed' && statements.length === 0).toBe(false);
      }),
    );
  });
});
