// Turns the start of a command line into the words that may come next.
import { commands as authorCommands } from '../../author/commands.ts';
import { commandNames, isCommandName, type CommandName } from '../commands.ts';
import { optionNames, options, type OptionName, type OptionRow } from '../options.ts';
import { valuesOf, wordsAfter } from './values.ts';

/** What was typed of the word that is not finished, and the words before it. */
interface Typed {
  readonly before: readonly string[];
  readonly current: string;
}

/** Words as a shell splits them; inside quotes spaces do not count. */
export function readLine(line: string): Typed {
  const words = line.match(/(?:[^\s'"\\]|\\.|'[^']*'?|"(?:[^"\\]|\\.)*"?)+/gs) ?? [];
  const isNew = line === '' || /\s$/.test(line);
  const all = isNew ? [...words, ''] : words;
  return { before: all.slice(1, -1), current: all.at(-1) ?? '' };
}

export async function candidatesFor(line: string): Promise<readonly string[]> {
  const { before, current } = readLine(line);
  if (before.includes('--')) return [];
  const found = await allFor({ before, current });
  return [...new Set(found)].filter((candidate) => candidate.startsWith(current)).sort();
}

async function allFor({ before, current }: Typed): Promise<readonly string[]> {
  const [, assigned] = /^--([a-z-]+)=/.exec(current) ?? [];
  if (assigned !== undefined) return prefixed(`--${assigned}=`, await optionValues(assigned));
  const open = openOption(before.at(-1));
  if (open !== undefined) return optionValues(open);
  const words = plainWords(before);
  const command = words.find(isCommandName);
  if (current.startsWith('-')) return optionsOf(command ?? 'diagnose');
  if (command === undefined) return words.length === 0 ? commandNames : [];
  return wordsAfter(command, words.slice(words.indexOf(command) + 1));
}

const prefixed = (prefix: string, values: readonly string[]): readonly string[] =>
  values.map((value) => `${prefix}${value}`);

const rowOf = (name: string): OptionRow | undefined => (options as Readonly<Record<string, OptionRow>>)[name];

const optionValues = async (name: string): Promise<readonly string[]> =>
  rowOf(name) === undefined ? [] : valuesOf(name as OptionName);

/** The option whose value comes now. */
function openOption(last: string | undefined): string | undefined {
  if (last === undefined || !last.startsWith('-') || last.includes('=')) return undefined;
  const name = last.startsWith('--') ? last.slice(2) : optionNames.find((one) => rowOf(one)?.short === last);
  return name !== undefined && rowOf(name)?.value !== undefined ? name : undefined;
}

/** Neither options nor their values. */
const plainWords = (before: readonly string[]): readonly string[] =>
  before.filter((word, index) => !word.startsWith('-') && openOption(before[index - 1]) === undefined);

/** Commands of `playbook` have options of their own, which stand in their usage. */
const optionsOf = (command: CommandName): readonly string[] =>
  command === 'playbook'
    ? Object.values(authorCommands).flatMap(({ usage }) => usage.match(/--[a-z-]+/g) ?? [])
    : optionNames
        .filter((name) => {
          const row: OptionRow = options[name];
          return row.commands === 'all' || row.commands.includes(command);
        })
        .map((name) => `--${name}${(options[name] as OptionRow).value === undefined ? '' : '='}`);
