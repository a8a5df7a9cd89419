// Reads a facts file: our own format, or a plain map of catalogue names, as YAML or JSON. Every mistake is named, none is skipped.
import { factStatuses, type Fact, type FactReason, type FactSourceRef, type FactValue } from '../../model/fact.ts';
import { evidenceGrades } from '../../model/fact.ts';
import { InputError } from '../../model/input-error.ts';
import { evaluatedTypes } from '../../model/policy.ts';
import type { Answers } from '../answers.ts';
import { typeFact, type Typed } from '../typed.ts';
import { isRow, type GivenFile, type Row } from './given-file.ts';
import { readPolicySet, readRequest } from './stated-request.ts';

export const factsSchema = 'whydenied/facts@1';

const isOneOf = <Word extends string>(words: readonly Word[], value: unknown): value is Word =>
  words.some((word) => word === value);

/** Throws an input error that lists every wrong entry. */
export async function readFactsFile(text: string, file: string): Promise<GivenFile> {
  const content = await readDocument(text, file);
  if (content.schema !== undefined && content.schema !== factsSchema) {
    throw new InputError(
      `${file}: unknown schema ${JSON.stringify(content.schema)}`,
      `this version reads ${factsSchema}`,
    );
  }
  const isWrapped = content.schema === factsSchema || isRow(content.facts);
  const entries = isWrapped ? (content.facts ?? {}) : content;
  if (!isRow(entries)) throw new InputError(`${file}: "facts" must be a map of fact names`, 'name: value, one a line');
  const read = Object.entries(entries).map(([name, entry]) => readEntry(name, entry, file));
  const problems = read.flatMap((entry) => ('problem' in entry ? [`${entry.problem}${suffix(entry.hint)}`] : []));
  if (problems.length > 0)
    throw new InputError(`${file}: ${problems.join('; ')}`, 'whydenied playbook facts lists all facts');
  return {
    facts: read.flatMap((entry) => ('problem' in entry ? [] : [entry])),
    ...(isWrapped ? readRest(content, file) : {}),
  };
}

const suffix = (hint: string | undefined): string => (hint === undefined ? '' : ` (${hint})`);

async function readDocument(text: string, file: string): Promise<Row> {
  const value = isJson(text) ? parseJson(text, file) : await parseAsYaml(text, file);
  if (!isRow(value))
    throw new InputError(`${file}: a facts file is a map, this is not one`, `start with schema: ${factsSchema}`);
  return value;
}

const isJson = (text: string): boolean => /^\s*\{/.test(text);

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch (error) {
    throw new InputError(`${file}: not valid JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}

async function parseAsYaml(text: string, file: string): Promise<unknown> {
  const { parseYaml, yamlLimits } = await import('../../playbook/yaml.ts');
  const { tree, faults, positionOf } = parseYaml(text, { ...yamlLimits, characters: 16 * 1024 * 1024 });
  const [fault] = faults;
  if (tree !== undefined && fault === undefined) return tree.value;
  const { line, column } = positionOf(fault?.range.start ?? 0);
  throw new InputError(`${file}:${line}:${column}: ${fault?.detail ?? 'unreadable'}`, 'a facts file is YAML or JSON');
}

function readEntry(name: string, entry: unknown, file: string): Fact | Extract<Typed, { problem: string }> {
  const stated: Row = isRow(entry) && 'status' in entry ? entry : { status: 'present', value: entry };
  if (!isOneOf(factStatuses, stated.status)) {
    return {
      problem: `${name}: unknown status ${JSON.stringify(stated.status)}`,
      hint: `one of ${factStatuses.join(', ')}`,
    };
  }
  const typed = stated.status === 'present' ? typeFact(name, stated.value) : typeName(name);
  if ('problem' in typed) return typed;
  const why = readWhy(stated.why);
  return {
    name,
    status: stated.status,
    ...(stated.status === 'present' ? { value: typed.value } : {}),
    source: readSource(stated.source, file),
    ...(why === undefined ? {} : { why }),
  };
}

/** Only the name counts where there is no value to type. */
const typeName = (name: string): Typed => {
  const typed = typeFact(name, undefined);
  return 'problem' in typed && typed.problem.startsWith('There is no fact') ? typed : { value: '' satisfies FactValue };
};

/** What a file says of itself is kept, so that what was read live reads the same later; a bare value is somebody's word. */
function readSource(source: unknown, file: string): FactSourceRef {
  const row = isRow(source) ? source : {};
  const wasLive = row.origin === 'live';
  const from = wasLive ? row.from : typeof row.from === 'string' ? `${file}: ${row.from}` : file;
  return {
    origin: wasLive ? 'live' : 'file',
    ...(typeof from === 'string' ? { from } : {}),
    grade: isOneOf(evidenceGrades, row.grade) ? row.grade : 'answered',
    ...(typeof row.readAt === 'string' ? { readAt: row.readAt } : {}),
  };
}

function readWhy(why: unknown): FactReason | undefined {
  if (!isRow(why) || typeof why.code !== 'string') return undefined;
  const { code, detail, command } = why;
  return {
    code,
    ...(typeof detail === 'string' ? { detail } : {}),
    ...(typeof command === 'string' ? { command } : {}),
  };
}

function readRest({ request, policies, readAt, answers }: Row, file: string): Omit<GivenFile, 'facts'> {
  return {
    ...(request === undefined ? {} : { request: readRequest(request, file) }),
    ...(policies === undefined ? {} : { policies: readPolicySet(policies, file) }),
    ...(readAt === undefined ? {} : { readAt: readTimes(readAt, file) }),
    ...(answers === undefined ? {} : { answers: readAnswers(answers, file) }),
  };
}

function readTimes(times: unknown, file: string): NonNullable<GivenFile['readAt']> {
  const isTime = ([type, time]: readonly [string, unknown]) =>
    isOneOf(evaluatedTypes, type) && typeof time === 'string' && !Number.isNaN(Date.parse(time));
  if (isRow(times) && Object.entries(times).every(isTime)) return times as NonNullable<GivenFile['readAt']>;
  throw new InputError(`${file}: "readAt" must map kinds of policies to times`, `kinds: ${evaluatedTypes.join(', ')}`);
}

function readAnswers(answers: unknown, file: string): Answers {
  const isAnswer = (value: unknown) => typeof value === 'string' || (Array.isArray(value) && value.every(isText));
  if (isRow(answers) && Object.values(answers).every(isAnswer)) return answers as Answers;
  throw new InputError(
    `${file}: "answers" must map steps to texts`,
    'step: value, or playbook/step: value, one a line',
  );
}

const isText = (value: unknown): boolean => typeof value === 'string';
