// What every plan keeps, for random policies and those of the corpus where it is present: proofs hold on evaluating anew from serialised documents, no Allow is added where a Deny decides, nobody else gains, and a plan carried out twice changes nothing more.
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { caseOf, evaluationOf, policySetOf, requestOf, type Case } from '../../src/fix/case.ts';
import { stepsFor, type Step } from '../../src/fix/plan/steps.ts';
import { applied } from '../../src/fix/proof/trying.ts';
import type { AuthorizationRequest, PolicySet } from '../../src/model/policy.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import { policySet, request } from '../policy/arbitrary.ts';
import { planOf } from './held.ts';

/** Hundreds of plans each, also on a machine with much else to do. */
vi.setConfig({ testTimeout: 60_000 });

interface World {
  readonly request: AuthorizationRequest;
  readonly policies: PolicySet;
}

const worlds: fc.Arbitrary<World> = fc.record({ request, policies: policySet });

const corpus = new URL('../../../shared/corpus/policy-vectors.jsonl', import.meta.url);
const vectors: readonly World[] = existsSync(corpus)
  ? readFileSync(corpus, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as World)
  : [];

const isDenied = ({ decision }: { readonly decision: string }) => decision.endsWith('Deny');
const decisionAfter = (end: Case): string => {
  const set = JSON.parse(JSON.stringify(policySetOf(end))) as PolicySet;
  return evaluate(JSON.parse(JSON.stringify(requestOf(end))) as AuthorizationRequest, set).decision;
};

const carriedOut = (start: Case, steps: readonly Step[]): Case =>
  steps.flatMap(({ options: [best] }) => best?.candidate ?? []).reduce((held, one) => applied(held, one), start);

const run = ({ request: asked, policies }: World) => {
  const start = caseOf(policies, [asked]);
  return { start, ...stepsFor(start, false) };
};

/** The plan says proven exactly where the request passes with all of it. */
function proofHolds(world: World): void {
  const { start, steps, end } = run(world);
  if (!isDenied(evaluationOf(start))) return;
  const { plan } = planOf(world.request, world.policies);
  if (plan?.proven.state === 'proven') expect(decisionAfter(carriedOut(start, steps))).toBe('allowed');
  if (plan?.proven.state === 'proven') expect(decisionAfter(end)).toBe('allowed');
}

/** Each change that is called proven alone flips the decision alone, read back from its document. */
function eachProofHolds({ request: asked, policies }: World): void {
  const { start, steps } = run({ request: asked, policies });
  const [step] = steps;
  if (steps.length !== 1 || step === undefined || !isDenied(evaluationOf(start))) return;
  for (const { candidate, isEnough } of step.options)
    expect(decisionAfter(applied(start, candidate)) === 'allowed').toBe(isEnough);
}

function addsNoAllowAgainstDeny(world: World): void {
  for (const { obstacle, options } of run(world).steps)
    if (obstacle.kind === 'deny') for (const { candidate } of options) expect(candidate.kind).not.toBe('grant');
}

/** Only policies that are attached to several may open anything to another caller, and they say so. */
function opensToNobodyElse(world: World): void {
  const stranger = {
    ...world.request,
    principal: 'arn:aws:iam::555566667777:user/stranger',
    principalAccount: '555566667777',
  };
  for (const { held, options } of run(world).steps)
    for (const { candidate, opens } of options) {
      if (opens.principals !== 'caller' || candidate.context !== undefined) continue;
      const as = (one: Case) => evaluate(stranger, { ...policySetOf(one), unknown: {} }).decision;
      if (as(held) !== 'allowed') expect(as(applied(held, candidate))).not.toBe('allowed');
    }
}

function restsWhenCarriedOut(world: World): void {
  const { steps, end } = run(world);
  if (decisionAfter(end) !== 'allowed') return;
  expect(stepsFor(end, false).steps).toEqual([]);
  expect(steps.length).toBeLessThanOrEqual(12);
}

const rules = { proofHolds, eachProofHolds, addsNoAllowAgainstDeny, opensToNobodyElse, restsWhenCarriedOut };

describe('for random policies', () =>
  it.each(Object.entries(rules))('%s', (_name, rule) => fc.assert(fc.property(worlds, rule), { numRuns: 150 })));

describe.skipIf(vectors.length === 0)('for the vectors of the corpus', () =>
  it.each(Object.entries(rules))('%s', (_name, rule) => vectors.forEach(rule)),
);

describe.skipIf(vectors.length === 0)('most denials of the corpus', () =>
  it('have a plan that works', () => {
    const denied = vectors.filter(({ request: asked, policies }) => isDenied(evaluate(asked, policies)));
    const solved = denied.filter((world) => decisionAfter(run(world).end) === 'allowed');
    expect(solved.length / denied.length).toBeGreaterThan(0.8);
  }),
);
