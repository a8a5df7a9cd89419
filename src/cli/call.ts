// Turns the command line into one call: which command, with which words and options, all of them checked to belong together.
import { InputError } from '../model/input-error.ts';
import { commands, isCommandName, type CommandName } from './commands.ts';
import { optionNames, options, type OptionName, type OptionRow } from './options.ts';
import { scan, type Scan } from './scan.ts';

export interface Call {
  readonly command: CommandName;
  /** The words after the command. */
  readonly words: readonly string[];
  /** The words are text whatever they look like. */
  readonly forced: boolean;
  readonly given: ReadonlyMap<OptionName, readonly string[]>;
  /** For a command that reads its own arguments: all of them. */
  readonly rest: readonly string[];
  /** Of the program that was called. */
  readonly version: string;
}

export function readCall(argv: readonly string[], version: string): Call {
  const scanned = scan(argv, (word) => isCommandName(word) && commands[word].ownArguments === true);
  const call = withOwnOptions(callOf(scanned, version));
  if (call.given.has('help')) return { ...call, command: 'help', words: helpWords(call, scanned) };
  if (call.given.has('version')) return { ...call, command: 'version' };
  for (const name of call.given.keys()) checkOption(name, call);
  return call;
}

/** Options of `run` stand before the command it runs, whose own options are none of ours. */
function withOwnOptions(call: Call): Call {
  if (call.command !== 'run') return call;
  const { words, given, rest } = scan(call.rest, () => true);
  return { ...call, given: new Map([...call.given, ...given]), rest: [...words.map(({ text }) => text), ...rest] };
}

function callOf({ words, given, rest }: Scan, version: string): Call {
  const [first, ...others] = words;
  const named = first !== undefined && !first.forced && isCommandName(first.text) ? first.text : undefined;
  const left = named === undefined ? words : others;
  return {
    command: named ?? 'diagnose',
    words: left.map(({ text }) => text),
    forced: named !== undefined || first?.forced === true,
    given,
    rest,
    version,
  };
}

/** Help about the command that was named, if one was. */
const helpWords = (call: Call, { words }: Scan): readonly string[] =>
  words[0]?.text === call.command && call.command !== 'help'
    ? [call.command]
    : call.command === 'help'
      ? call.words
      : [];

function checkOption(name: OptionName, { command, given }: Call): void {
  const row: OptionRow = options[name];
  if (row.commands !== 'all' && !row.commands.includes(command)) {
    throw new InputError(`--${name} does not belong to ${command}`, optionsOf(command));
  }
  if (row.repeatable !== true && row.value !== undefined && (given.get(name)?.length ?? 0) > 1) {
    throw new InputError(`--${name} can be given once only`);
  }
}

function optionsOf(command: CommandName): string {
  const fitting = optionNames.filter((name) => {
    const row: OptionRow = options[name];
    return row.commands === 'all' || row.commands.includes(command);
  });
  return `${command} takes: ${fitting.map((name) => `--${name}`).join(', ')}`;
}

export const only = (call: Call, name: OptionName): string | undefined => call.given.get(name)?.[0];
export const all = (call: Call, name: OptionName): readonly string[] => call.given.get(name) ?? [];
export const has = (call: Call, name: OptionName): boolean => call.given.has(name);
