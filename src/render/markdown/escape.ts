// Writes text from outside as Markdown that shows exactly that text: no link, mention, HTML, emphasis or table break can arise from it. (GitHub Flavored Markdown Spec)
import type { PolicyTree } from '../../model/playbook.ts';
import { pieces } from '../pieces.ts';

/** A code span, with a fence longer than any run of backticks inside. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

const longestRun = (text: string) => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

/** Plain text on one line; a pair of backticks makes a code span, and so does every word that GitHub would turn into a link or a mention. */
export function prose(text: string): string {
  const written = pieces(text)
    .map(({ isCode, text: part }) => ({ isCode, markdown: isCode ? code(part) : escaped(part) }))
    .filter(({ markdown }) => markdown !== '')
    .map(apart)
    .join('');
  return written.replace(
    /^(?:([#+=-])|(\d{1,9})([.)])(?= |$))/,
    (_all, mark?: string, number?: string, dot?: string) => (mark === undefined ? `${number}\\${dot}` : `\\${mark}`),
  );
}

interface Written {
  readonly isCode: boolean;
  readonly markdown: string;
}

/** Two code spans side by side would become one. */
const apart = ({ isCode, markdown }: Written, position: number, all: readonly Written[]) =>
  isCode && all[position - 1]?.isCode === true ? ` ${markdown}` : markdown;

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
const escaped = (text: string) =>
  text.replace(/[<>&]/g, (mark) => entities[mark] ?? mark).replace(/[\\`*_[\]|~]/g, (mark) => `\\${mark}`);

/** In a table a bar ends the cell even inside a code span. */
export const cell = (markdown: string): string =>
  markdown.replace(/(\\*)\|/g, (_bar, slashes: string) => `${slashes.length % 2 === 1 ? slashes : `${slashes}\\`}|`);

export const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

export function table(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : [row(header), `| ${header.map(() => '---').join(' | ')} |`, ...rows.map(row)];
}

/** A fenced block; its fence is longer than any run of backticks inside. */
export function block(language: 'sh' | 'json' | 'diff' | 'text', text: string, indent = ''): readonly string[] {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return [`${fence}${language}`, ...text.trimEnd().split('\n'), fence].map((line) => `${indent}${line}`.trimEnd());
}

export const json = (document: PolicyTree): string => JSON.stringify(document, null, 2);

/** A link only where the address is a plain one. */
export const link = (title: string, url: string): string =>
  /^https:\/\/[\w.~:/?#@!$&*+,;=%-]+$/.test(url) ? `[${prose(title)}](${url})` : `${prose(title)} ${code(url)}`;
