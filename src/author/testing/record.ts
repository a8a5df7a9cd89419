// Writes what a playbook concludes into the expectations of its failing tests, and leaves the rest of the file as it is.
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { TestExpectation } from '../../model/playbook.ts';
import type { CompiledFile } from '../../playbook/compile.ts';
import { scalar } from '../scaffold.ts';
import type { TestResult } from './run-test.ts';
import { shownTexts } from './shown-texts.ts';

export interface Recording {
  readonly path: string;
  /** The whole file, changed. */
  readonly text: string;
  readonly tests: readonly { readonly name: string; readonly expect: string }[];
}

export function recorded(results: readonly TestResult[], files: readonly CompiledFile[]): readonly Recording[] {
  return files.flatMap((file): readonly Recording[] => {
    const failing = results.filter(({ playbook, failures }) => playbook === file.playbook?.id && failures.length > 0);
    const edits = failing.flatMap((result) => edit(result, file) ?? []);
    if (edits.length === 0) return [];
    const fromEnd = [...edits].sort((a, b) => b.start - a.start);
    const text = fromEnd.reduce(
      (whole, { start, end, expect }) => whole.slice(0, start) + expect + whole.slice(end),
      file.source.text,
    );
    return [{ path: file.source.path, text, tests: edits }];
  });
}

interface Edit {
  readonly name: string;
  readonly expect: string;
  readonly start: number;
  readonly end: number;
}

/** From behind the key `expect` to the end of its value. */
function edit(
  { index, name, diagnosis, playbook }: TestResult,
  { yaml, source, playbook: authored }: CompiledFile,
): Edit | undefined {
  const expected = authored?.tests[index]?.expect;
  if (diagnosis === undefined || expected === undefined || yaml?.tree === undefined) return undefined;
  const path = ['tests', index, 'expect'];
  const key = yaml.tree.rangeOf(path, 'key');
  const end = source.text.slice(0, yaml.tree.wholeOf(path).end).trimEnd().length;
  const indent = ' '.repeat(yaml.positionOf(key.start).column + 1);
  const lines = expectLines(actual(expected, playbook, diagnosis)).map((line) => `${indent}${line}`);
  return { name, start: key.end, end, expect: [':', ...lines].join('\n') };
}

/** The same keys as before, with what is true of them now. */
function actual(expected: TestExpectation, id: string, diagnosis: Diagnosis): TestExpectation {
  if (!diagnosis.matches.some(({ playbook }) => playbook === id)) return { match: false };
  const own = diagnosis.causes.filter(({ playbook }) => playbook === id);
  const inState = (state: string): readonly string[] =>
    own.filter((cause) => cause.state === state).map((cause) => cause.id);
  const [cause, ...also] = inState('confirmed');
  const outcomes = diagnosis.steps.filter(({ playbook }) => playbook === id);
  const steps = outcomes
    .filter((step) => expected.steps?.[step.id] !== undefined)
    .map((step) => [step.id, step.outcome]);
  const texts = shownTexts(id, diagnosis);
  return {
    ...(cause === undefined ? {} : { cause }),
    ...(also.length === 0 ? {} : { also }),
    ...(expected.open === undefined ? {} : { open: inState('open') }),
    ...(expected.ruled_out === undefined ? {} : { ruled_out: inState('ruledOut') }),
    ...(expected.steps === undefined ? {} : { steps: Object.fromEntries(steps) as TestExpectation['steps'] & object }),
    ...(expected.shows === undefined
      ? {}
      : { shows: expected.shows.filter((part) => texts.some((text) => text.includes(part))) }),
  };
}

function expectLines(expect: TestExpectation): readonly string[] {
  const lines = Object.entries(expect).flatMap(([key, value]: readonly [string, unknown]) => {
    if (Array.isArray(value))
      return value.length === 0 ? [] : [`${key}: [${value.map((item) => scalar(String(item))).join(', ')}]`];
    if (typeof value !== 'object' || value === null) return [`${key}: ${String(value)}`];
    return [`${key}:`, ...Object.entries(value).map(([step, outcome]) => `  ${step}: ${String(outcome)}`)];
  });
  return lines.length === 0 ? ['match: true'] : lines;
}
