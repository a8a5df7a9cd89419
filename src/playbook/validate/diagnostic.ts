// What is wrong with a playbook file, and where: findings speak of places in the data, diagnostics of lines in the file.
import type { Path, YamlResult, YamlTree } from '../yaml.ts';
import { severityOf, type DiagnosticCode, type Severity } from './codes.ts';

export interface Finding {
  readonly code: DiagnosticCode;
  readonly path: Path;
  /** Whether the key or the value is to blame. */
  readonly part: 'key' | 'value';
  /** A part of the value to point at. */
  readonly snippet?: string;
  readonly message: string;
  readonly hint?: string;
  /** Where the code's own severity is not meant. */
  readonly severity?: Severity;
}

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly file: string;
  /** Lines and columns count from 1; the end is exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly hint?: string;
}

export interface Located {
  readonly file: string;
  readonly text: string;
  readonly yaml: YamlResult;
}

export function locate(finding: Finding, tree: YamlTree, { file, text, yaml }: Located): Diagnostic {
  const whole = tree.rangeOf(finding.path, finding.part);
  const within = finding.snippet === undefined ? -1 : text.slice(whole.start, whole.end).indexOf(finding.snippet);
  const start = within < 0 ? whole.start : whole.start + within;
  const end = within < 0 ? whole.end : start + (finding.snippet?.length ?? 0);
  const { code, message, hint } = finding;
  return spanned(
    { code, message, ...(hint === undefined ? {} : { hint }) },
    { start, end },
    file,
    yaml,
    finding.severity,
  );
}

export function spanned(
  what: Pick<Diagnostic, 'code' | 'message' | 'hint'>,
  range: { readonly start: number; readonly end: number },
  file: string,
  yaml: Pick<YamlResult, 'positionOf'>,
  severity: Severity = severityOf(what.code),
): Diagnostic {
  const from = yaml.positionOf(range.start);
  const to = yaml.positionOf(Math.max(range.end, range.start + 1));
  const { code, message, hint } = what;
  const place = { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  return { code, severity, ...place, message, ...(hint === undefined ? {} : { hint }) };
}

export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const before = (a: Diagnostic, b: Diagnostic): boolean => (a.file === b.file ? a.code < b.code : a.file < b.file);
  return [...diagnostics].sort(
    (a, b) =>
      (a.file === b.file ? a.line - b.line || a.column - b.column : 0) || (before(a, b) ? -1 : before(b, a) ? 1 : 0),
  );
}
