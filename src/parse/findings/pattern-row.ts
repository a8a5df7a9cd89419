// Runs a table of patterns over a text: named groups become fields. This is all an ordinary dialect or sentence needs.
import { policyTypes, type DenialClass, type Tool } from '../../model/denial.ts';
import type { Fields, Finding, Role } from './finding.ts';

export interface PatternRow {
  readonly id: string;
  readonly role: Role;
  /** The pattern runs only when one of these occurs in the text, so rows that do not apply cost next to nothing. */
  readonly hints: readonly string[];
  /**
   * Written with single blanks, which stand for any white space, as ` ?` does for white space that may be missing; `^` and `$` are ends of lines.
   * Its named groups carry the names of `Fields`. Every repetition is bounded or delimited, so that matching takes linear time.
   */
  readonly pattern: string;
  /** What the row states by being there. */
  readonly states?: Fields;
  readonly class?: DenialClass;
  readonly tool?: Tool;
  readonly lookAlike?: string;
}

const textFields = [
  'code',
  'wrapperCode',
  'sdkService',
  'service',
  'host',
  'arnService',
  'operation',
  'action',
  'principal',
  'resource',
  'policyArn',
  'authorizationId',
  'requestId',
  'time',
] as const satisfies readonly (keyof Fields)[];

const tidy = (value: string) => value.trim().replace(/\s{1,200}/g, ' ');

/** SDK methods begin in lower case, API operations do not. */
const apiName = (operation: string) => operation.charAt(0).toUpperCase() + operation.slice(1);

export function fieldsOf(groups: Readonly<Record<string, string | undefined>> | undefined): Fields {
  if (groups === undefined) return {};
  const fields: Record<string, string | number> = {};
  for (const name of textFields) {
    const value = groups[name];
    if (value !== undefined && value.trim() !== '') fields[name] = tidy(value);
  }
  if (groups['httpStatus'] !== undefined) fields['httpStatus'] = Number(groups['httpStatus']);
  if (fields['operation'] !== undefined) fields['operation'] = apiName(String(fields['operation']));
  const policyType = policyTypes.find((type) => type === groups['policyType']);
  return policyType === undefined ? fields : { ...fields, policyType };
}

function findingOf(row: PatternRow, match: RegExpExecArray): Finding {
  return {
    row: row.id,
    role: row.role,
    start: match.index,
    end: match.index + match[0].length,
    fields: { ...row.states, ...fieldsOf(match.groups) },
    ...(row.class !== undefined && { class: row.class }),
    ...(row.tool !== undefined && { tool: row.tool }),
    ...(row.lookAlike !== undefined && { lookAlike: row.lookAlike }),
  };
}

/** Hints are words with single blanks between them; a wrapped text has line ends there. */
const flatten = (text: string) => (text.includes('\n') ? text.replace(/\s{1,200}/g, ' ') : text);

/** Blanks in brackets mean themselves. */
const blanks = /\[(?:\\.|[^\]\\])*\]| \??/g;
const spaces: Readonly<Record<string, string>> = { ' ': String.raw`\s{1,20}`, ' ?': String.raw`\s{0,20}` };

const compiled = new Map<string, RegExp>();

/** Most texts need few of the patterns, so each is compiled when its hint is first met. */
export function patternOf({ pattern }: Pick<PatternRow, 'pattern'>): RegExp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const made = new RegExp(
    pattern.replace(blanks, (part) => spaces[part] ?? part),
    'gm',
  );
  compiled.set(pattern, made);
  return made;
}

export function runRows(rows: readonly PatternRow[], text: string): Finding[] {
  const found: Finding[] = [];
  const flat = flatten(text);
  for (const row of rows) {
    if (!row.hints.some((hint) => flat.includes(hint) || text.includes(hint))) continue;
    for (const match of text.matchAll(patternOf(row))) found.push(findingOf(row, match));
  }
  return found;
}
