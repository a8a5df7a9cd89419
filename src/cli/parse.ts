// The command `parse`: shows what the text itself says, as a table or as JSON, and with --explain which rows read it.
import type { Denial } from '../model/denial.ts';
import { explainParse, type Explanation } from '../parse/explain.ts';
import { inline } from '../render/sanitise.ts';
import { noDenial } from '../render/sentences/denials.ts';
import { lookAlikeSentence } from '../render/sentences/look-alikes.ts';
import { has, only, type Call } from './call.ts';
import { readInput } from './input.ts';
import { nothingGiven } from './nothing-given.ts';
import { denialsJson } from './parse-json.ts';
import { deliver, say } from './streams.ts';

const fields = [
  'class',
  'code',
  'httpStatus',
  'service',
  'operation',
  'action',
  'principal',
  'accountId',
  'resource',
  'denyType',
  'policyType',
  'policyTypeVia',
  'policyArn',
  'encodedState',
  'authorizationId',
  'requestId',
  'tool',
  'time',
] as const satisfies readonly (keyof Denial)[];

export async function runParse(call: Call): Promise<number> {
  const input = await readInput(call);
  if (input === undefined || input.text.trim() === '') return nothingGiven();
  const found = explainParse(input.text);
  const explain = has(call, 'explain');
  if (has(call, 'json')) await deliver(denialsJson(found, explain), only(call, 'out'));
  else if (found.length > 0)
    await deliver(found.map((row, at) => table(row, at, explain, input.text)).join('\n\n'), only(call, 'out'));
  const isDenial = found.some(({ denial }) => denial.class !== 'not-aws');
  if (!isDenial) say(hint(found[0]?.denial));
  return isDenial ? 0 : 3;
}

/** Whose error it is, or what a denial looks like. */
function hint(alike: Denial | undefined): string {
  if (alike !== undefined) return `whydenied: no AWS denial in this text. ${lookAlikeSentence(alike)}`;
  const examples = noDenial.examples.map((example) => `  ${example}`);
  return ['whydenied: no AWS denial in this text', noDenial.looksLike, ...examples, noDenial.next].join('\n');
}

const longestShown = 160;

function shortened(text: string): string {
  if (text.length <= longestShown) return text;
  return `${text.slice(0, longestShown / 2)} … ${text.slice(-longestShown / 2)}`;
}

/** Counted from one, as editors do. */
function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `line ${before.split('\n').length}, column ${offset - before.lastIndexOf('\n')}`;
}

function table(explanation: Explanation, position: number, explain: boolean, text: string): string {
  const { denial, rows, lookAlike } = explanation;
  const read = fields.flatMap((field): [string, string][] => {
    const value = denial[field];
    const derived = denial.derived.some((name) => name === field) ? ' (derived)' : '';
    return value === undefined ? [] : [[field, `${inline(String(value))}${derived}`]];
  });
  const why: [string, string][] = [
    ['span', `${denial.span.offset}+${denial.span.length}`],
    ['rows', rows.join(', ')],
    ...(lookAlike === undefined ? [] : [['lookAlike', lookAlike] as [string, string]]),
  ];
  const shown: [string, string] = ['text', shortened(inline(denial.text))];
  const lines = [...read, shown, ...(explain ? why : [])].map(([name, value]) => `  ${name.padEnd(15)}  ${value}`);
  return [`Denial ${position + 1}, ${placeIn(text, denial.span.offset)}`, ...lines].join('\n');
}
