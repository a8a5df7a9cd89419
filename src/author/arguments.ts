// Reads the words of an author's command: options by their declaration, the rest in order, mistakes with a hint.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { InputError } from '../model/input-error.ts';
import { nearest } from '../playbook/validate/nearest.ts';
import { refused, type AuthorResult } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Arguments {
  readonly words: readonly string[];
  text(name: string): string | undefined;
  flag(name: string): boolean;
}

export function readArguments(argv: readonly string[], options: Options): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    return {
      words: positionals,
      text: (name) => {
        const value = values[name];
        return typeof value === 'string' ? value : undefined;
      },
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    throw new InputError(...mistake(error, Object.keys(options)));
  }
}

function mistake(error: unknown, names: readonly string[]): [string, string] {
  const message = error instanceof Error ? error.message : String(error);
  const option = /'(--?[^' ]+)/.exec(message)?.[1] ?? '';
  const near = nearest(option.replace(/^-+/, ''), names);
  const known = names.length === 0 ? 'it takes no options' : `options: ${names.map((name) => `--${name}`).join(', ')}`;
  if (!message.startsWith('Unknown option'))
    return [`${option === '' ? message : `${option} is not used like this`}`, known];
  return [`${option} is not an option of this command`, near === undefined ? known : `did you mean --${near}?`];
}

/** Runs a command; a mistake in what the person gave ends with code 2 and the hint. */
export async function guarded(work: () => Promise<AuthorResult>): Promise<AuthorResult> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return refused(`${error.message}\n${error.hint === undefined ? '' : `  ${error.hint}\n`}`);
  }
}

/** One of a closed list, or a mistake that names the list. */
export function oneOf<Word extends string>(
  name: string,
  value: string | undefined,
  words: readonly [Word, ...Word[]],
): Word {
  if (value === undefined) return words[0];
  const found = words.find((word) => word === value);
  if (found === undefined) throw new InputError(`--${name} "${value}" is not available`, `one of: ${words.join(', ')}`);
  return found;
}
