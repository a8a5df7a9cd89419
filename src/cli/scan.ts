// Splits the command line into words and options by the table of options, so that odd error texts stay words.
import { InputError } from '../model/input-error.ts';
import { suggestion } from '../playbook/validate/nearest.ts';
import { optionNames, options, type OptionName, type OptionRow } from './options.ts';

export interface Word {
  readonly text: string;
  /** It stands after `--`, and so is no command. */
  readonly forced: boolean;
}

export interface Scan {
  readonly words: readonly Word[];
  readonly given: ReadonlyMap<OptionName, readonly string[]>;
  /** What follows the word that ended the scan, untouched. */
  readonly rest: readonly string[];
}

interface Found {
  readonly name: OptionName;
  readonly written: string;
  /** A value written in the same argument. */
  readonly value?: string;
}

/** `stop` says at which first word the scan ends and leaves the rest as it is. */
export function scan(argv: readonly string[], stop: (word: string) => boolean): Scan {
  const words: Word[] = [];
  const given = new Map<OptionName, readonly string[]>();
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? '';
    if (argument === '--') {
      words.push(...argv.slice(index + 1).map((text) => ({ text, forced: true })));
      break;
    }
    const found = optionIn(argument);
    if (found === undefined) {
      words.push({ text: argument, forced: false });
      if (words.length === 1 && stop(argument)) return { words, given, rest: argv.slice(index + 1) };
      continue;
    }
    const next = takesNext(found) ? argv[(index += 1)] : undefined;
    given.set(found.name, [...(given.get(found.name) ?? []), valueOf(found, next)]);
  }
  return { words, given, rest: [] };
}

const rowOf = (name: OptionName): OptionRow => options[name];
const takesNext = ({ name, value }: Found): boolean => rowOf(name).value !== undefined && value === undefined;

function valueOf({ name, written, value }: Found, next: string | undefined): string {
  const kind = rowOf(name).value;
  if (kind === undefined) {
    if (value !== undefined) throw new InputError(`${written} takes no value, but ${JSON.stringify(value)} was given`);
    return '';
  }
  const given = value ?? next;
  if (given === undefined || (value === undefined && next?.startsWith('--') === true)) {
    throw new InputError(`${written} needs a value`, `${written} ${kind}: ${rowOf(name).summary}`);
  }
  return given;
}

/** Undefined for a word. An argument with white space that is no known option is part of an error text. */
function optionIn(argument: string): Found | undefined {
  if (!/^-[^\s]/.test(argument) || /^-\d/.test(argument)) return undefined;
  const found = argument.startsWith('--') ? longOption(argument) : shortOption(argument);
  if (found !== undefined) return found;
  if (/\s/.test(argument) || /^---/.test(argument)) return undefined;
  const written = argument.split('=', 1)[0] ?? '';
  const known = optionNames.map((name) => `--${name}`);
  throw new InputError(
    `Unknown option ${written}`,
    `${suggestion(written, known)}\n  To diagnose text that starts with a dash, put -- before it.`,
  );
}

function longOption(argument: string): Found | undefined {
  const split = argument.indexOf('=');
  const written = split < 0 ? argument : argument.slice(0, split);
  const name = optionNames.find((known) => `--${known}` === written);
  if (name === undefined) return undefined;
  return split < 0 ? { name, written } : { name, written, value: argument.slice(split + 1) };
}

function shortOption(argument: string): Found | undefined {
  const written = argument.slice(0, 2);
  const name = optionNames.find((known) => rowOf(known).short === written);
  if (name === undefined) return undefined;
  const value = argument.slice(2);
  return value === '' ? { name, written } : { name, written, value };
}
