// Reads answers to steps from `--answer step=value` and from a file of them; the same step several times is a list.
import type { Answer, Answers } from '../../facts/answers.ts';
import { InputError } from '../../model/input-error.ts';
import { all, only, type Call } from '../call.ts';
import { readTextFile } from '../text-file.ts';

export async function readAnswers(call: Call): Promise<Answers> {
  const file = only(call, 'answers');
  const inFile = file === undefined ? [] : answersIn(await readTextFile(file), file);
  return Object.fromEntries([...(await inFile), ...byFlag(all(call, 'answer'))]);
}

function byFlag(flags: readonly string[]): Iterable<readonly [string, Answer]> {
  const answers = new Map<string, readonly string[]>();
  for (const flag of flags) {
    const split = flag.indexOf('=');
    if (split < 1) {
      throw new InputError(`--answer takes [playbook/]step=value, not ${JSON.stringify(flag)}`);
    }
    const step = flag.slice(0, split);
    answers.set(step, [...(answers.get(step) ?? []), flag.slice(split + 1)]);
  }
  return [...answers].map(([step, values]) => [step, values.length === 1 ? (values[0] ?? '') : values]);
}

async function answersIn(text: string, file: string): Promise<Iterable<readonly [string, Answer]>> {
  if (isEmpty(text)) return [];
  const { parseYaml, yamlLimits } = await import('../../playbook/yaml.ts');
  const { tree, faults, positionOf } = parseYaml(text, { ...yamlLimits, characters: 16 * 1024 * 1024 });
  if (tree === undefined) {
    const { line, column } = positionOf(faults[0]?.range.start ?? 0);
    throw new InputError(`${file}:${line}:${column}: ${faults[0]?.detail ?? 'unreadable'}`, shape);
  }
  const { value } = tree;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(`${file}: a file of answers is a map, this is not one`, shape);
  }
  return Object.entries(value).map(([step, answer]) => [step, answerOf(step, answer, file)]);
}

/** Nothing but comments: no question was answered. */
const isEmpty = (text: string): boolean => text.split('\n').every((line) => /^\s*(?:#|$)/.test(line));

const shape = 'write step: value, or playbook/step: value, one a line; a list where several are chosen';

/** YAML reads a bare yes as text, and true or a number as what they are: an answer is text. */
function answerOf(step: string, answer: unknown, file: string): Answer {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  if (typeof answer === 'string' || typeof answer === 'number') return String(answer);
  if (Array.isArray(answer) && answer.every((part) => ['string', 'number'].includes(typeof part))) {
    return answer.map(String);
  }
  throw new InputError(`${file}: the answer to ${step} is neither text nor a list of texts`, shape);
}
