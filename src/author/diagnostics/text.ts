// Shows diagnostics to a person: code and place, the line with a caret under the fault, and the way out.
import type { Diagnostic } from '../../playbook/validate/diagnostic.ts';
import { sanitise } from '../../render/sanitise.ts';

export type TextOf = (file: string) => string | undefined;

export function diagnosticText(diagnostic: Diagnostic, textOf: TextOf): string {
  const { severity, code, file, line, column, message, hint } = diagnostic;
  const head = `${severity} ${code}  ${sanitise(file)}:${line}:${column}  ${sanitise(message)}`;
  const frame = frameOf(diagnostic, textOf(file));
  return [head, ...frame, ...(hint === undefined ? [] : [`  hint: ${sanitise(hint)}`])].join('\n');
}

const widest = 160;

/** A long line is cut around the fault. */
function frameOf(diagnostic: Diagnostic, text: string | undefined): readonly string[] {
  const source = text?.split('\n')[diagnostic.line - 1]?.replace(/\r$/, '');
  if (source === undefined || source.trim() === '') return [];
  const from = diagnostic.column > widest - 40 ? diagnostic.column - 60 : 0;
  const shown = sanitise(source.slice(from, from + widest).replaceAll('\t', ' '));
  const start = diagnostic.column - 1 - from;
  const end = diagnostic.endLine === diagnostic.line ? diagnostic.endColumn - 1 - from : shown.length;
  const carets = '^'.repeat(Math.max(1, Math.min(end, shown.length) - start));
  const number = String(diagnostic.line);
  return [`${number} | ${shown}`, `${' '.repeat(number.length)} | ${' '.repeat(start)}${carets}`];
}

export function summary(diagnostics: readonly Diagnostic[], files: number): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const found = errors + warnings === 0 ? 'no mistakes' : `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  return `${count(files, 'file')}: ${found}`;
}

export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
