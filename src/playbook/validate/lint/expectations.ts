// Checks the tests of a playbook: names of causes and steps, possible outcomes and answers, and that nothing is left untested.
import type { PlaybookCause, PlaybookTest, TestExpectation } from '../../../model/playbook.ts';
import type { Path } from '../../yaml.ts';
import type { Finding } from '../diagnostic.ts';
import { nearest, suggestion } from '../nearest.ts';
import type { Lint, Subject } from '../subject.ts';
import { answerKind, outcomesOf } from './leaves.ts';

export const expectations: Lint = (subject) => {
  if (subject.isFragment) return [];
  const tests = subject.playbook.tests.map((test, index) => ({ test, path: ['tests', index] as Path }));
  return [
    ...tests.flatMap(({ test, path }) => [
      ...causeNames(test.expect, [...path, 'expect'], subject),
      ...conflicts(test.expect, [...path, 'expect']),
      ...outcomes(test.expect, [...path, 'expect', 'steps'], subject),
      ...byHand(test, [...path, 'by_hand'], subject),
      ...answers(test, [...path, 'answers'], subject),
      ...evaluations(test, path, subject),
    ]),
    ...untested(subject),
  ];
};

interface Named {
  readonly id: string;
  readonly path: Path;
}

function namedCauses(expect: TestExpectation, path: Path): readonly Named[] {
  const listed = (['also', 'open', 'ruled_out'] as const).flatMap((key) =>
    (expect[key] ?? []).map((id, index): Named => ({ id, path: [...path, key, index] })),
  );
  return [...(expect.cause === undefined ? [] : [{ id: expect.cause, path: [...path, 'cause'] }]), ...listed];
}

function causeNames(expect: TestExpectation, path: Path, { playbook }: Subject): readonly Finding[] {
  const known = playbook.causes.map(({ id }) => id);
  return namedCauses(expect, path).flatMap(({ id, path: at }): readonly Finding[] =>
    known.includes(id)
      ? []
      : [{ code: 'WD601', path: at, part: 'value', message: `there is no cause "${id}"`, hint: suggestion(id, known) }],
  );
}

function conflicts(expect: TestExpectation, path: Path): readonly Finding[] {
  const seen = new Set<string>();
  const doubled = namedCauses(expect, path).filter(({ id }) => seen.has(id) || !seen.add(id));
  const twice = doubled.map(({ id, path: at }): Finding => ({
    code: 'WD610',
    path: at,
    part: 'value',
    message: `"${id}" is expected in two states`,
    hint: 'a cause is confirmed (cause, also), open, or ruled_out: keep one',
  }));
  const [first] = expect.match === false ? namedCauses(expect, path) : [];
  if (first === undefined) return twice;
  const hint = 'a test with match: false expects nothing more';
  return [
    ...twice,
    { code: 'WD610', path: first.path, part: 'value', message: 'a playbook that does not match has no causes', hint },
  ];
}

function outcomes(expect: TestExpectation, path: Path, subject: Subject): readonly Finding[] {
  return Object.entries(expect.steps ?? {}).flatMap(([id, outcome]): readonly Finding[] => {
    const found = subject.steps.find(({ step }) => step.id === id);
    if (found === undefined)
      return unknownStep(
        id,
        [...path, id],
        subject.steps.map(({ step }) => step.id),
        subject,
      );
    const possible = outcomesOf(found.step);
    if (possible.includes(outcome)) return [];
    const message = `the step "${id}" of type ${found.step.type} is never "${outcome}"`;
    return [{ code: 'WD603', path: [...path, id], part: 'value', message, hint: `one of: ${possible.join(', ')}` }];
  });
}

function unknownStep(id: string, path: Path, known: readonly string[], { incomplete }: Subject): readonly Finding[] {
  if (incomplete) return [];
  const finding: Finding = {
    code: 'WD602',
    path,
    part: 'key',
    message: `there is no step "${id}" here`,
    hint: suggestion(id, known, 20),
  };
  return [finding];
}

function byHand(test: PlaybookTest, path: Path, subject: Subject): readonly Finding[] {
  const { steps } = subject;
  const checks = steps.flatMap(({ step }) => (step.type === 'check' ? [step.id] : []));
  return Object.keys(test.by_hand ?? {}).flatMap((id): readonly Finding[] => {
    if (checks.includes(id)) return [];
    const asks = steps.some(({ step }) => step.id === id && step.type === 'ask');
    if (!asks) return unknownStep(id, [...path, id], checks, subject);
    const message = `the step "${id}" is a question`;
    return [{ code: 'WD602', path: [...path, id], part: 'key', message, hint: `write it under answers: ${id}: …` }];
  });
}

function answers(test: PlaybookTest, path: Path, subject: Subject): readonly Finding[] {
  const { steps } = subject;
  const asks = steps.flatMap(({ step }) => (step.type === 'ask' ? [step] : []));
  return Object.entries(test.answers ?? {}).flatMap(([id, given]): readonly Finding[] => {
    const step = asks.find((ask) => ask.id === id);
    if (step === undefined)
      return unknownStep(
        id,
        [...path, id],
        asks.map((ask) => ask.id),
        subject,
      );
    const values = answerKind(step)?.values?.map(String);
    const strange = [given].flat().find((value) => values !== undefined && !values.includes(value));
    if (values === undefined || strange === undefined) return [];
    const message = `"${strange}" is no answer to "${id}"`;
    return [{ code: 'WD603', path: [...path, id], part: 'value', message, hint: suggestion(strange, values) }];
  });
}

/** A request is evaluated by policies, and a fix tried on them. */
function evaluations(test: PlaybookTest, path: Path, { playbook }: Subject): readonly Finding[] {
  const { policies, request, expect } = test;
  const needs = (at: Path, what: string): Finding => ({
    code: 'WD607',
    path: at,
    part: 'key',
    message: `${what} needs policies to evaluate`,
    hint: 'add policies: { identity: […] } to the test; an empty list says that there are none',
  });
  const tries = [...path, 'expect', 'fix_allows'];
  if (policies === undefined)
    return [
      ...(request === undefined ? [] : [needs([...path, 'request'], 'the request of a test')]),
      ...(expect.fix_allows === undefined ? [] : [needs(tries, 'fix_allows')]),
    ];
  const cause = playbook.causes.find(({ id }) => id === expect.cause);
  if (expect.fix_allows === undefined || (cause !== undefined && hasPolicy(cause))) return [];
  const message = 'fix_allows needs a cause whose fix has a policy';
  const hint = 'name the cause the test confirms, and give its fix a policy, or take fix_allows out';
  return [{ code: 'WD607', path: tries, part: 'key', message, hint }];
}

const hasPolicy = ({ fix }: PlaybookCause): boolean => [fix].flat().some(({ policy }) => policy !== undefined);

function untested({ playbook }: Subject): readonly Finding[] {
  const named = playbook.tests.flatMap(({ expect }) => [
    ...(expect.cause === undefined ? [] : [expect.cause]),
    ...(expect.also ?? []),
  ]);
  const ids = playbook.causes.map(({ id }) => id);
  const confirmed = named.map((id) => (ids.includes(id) ? id : nearest(id, ids)));
  const severity = playbook.status === 'draft' ? ({ severity: 'warning' } as const) : {};
  const unreached = playbook.causes.flatMap(({ id }, index): readonly Finding[] => {
    if (confirmed.includes(id)) return [];
    const hint = `add a test with expect: { cause: ${id} }`;
    const at = { code: 'WD604', path: ['causes', index, 'id'], part: 'value' } as const;
    return [{ ...at, message: `no test confirms the cause "${id}"`, hint, ...severity }];
  });
  if (playbook.tests.some(({ expect }) => expect.match === false)) return unreached;
  const hint = 'add the error of a neighbour with expect: { match: false }';
  const message = 'no test shows an error that belongs elsewhere';
  return [...unreached, { code: 'WD605', path: ['tests'], part: 'key', message, hint, ...severity }];
}
