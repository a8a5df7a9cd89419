// Writes diagnostics for programs: JSON, annotations of GitHub workflows, and SARIF 2.1.0.
import type { Diagnostic } from '../../playbook/validate/diagnostic.ts';
import { codes } from '../../playbook/validate/codes.ts';

export const asJson = (diagnostics: readonly Diagnostic[], files: number): string =>
  JSON.stringify({ schema: 'whydenied/diagnostics@1', files, diagnostics }, null, 2);

export const asGithub = (diagnostics: readonly Diagnostic[]): string => diagnostics.map(annotation).join('\n');

function annotation({ severity, code, file, line, column, endLine, endColumn, message, hint }: Diagnostic): string {
  const place = { file, line, col: column, endLine, endColumn, title: code };
  const properties = Object.entries(place).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  const text = hint === undefined ? message : `${message}\nhint: ${hint}`;
  return `::${severity} ${properties.join(',')}::${escaped(text)}`;
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

export function asSarif(diagnostics: readonly Diagnostic[]): string {
  const used = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const rules = used.map((id) => ({
    id,
    shortDescription: { text: codes[id].title },
    fullDescription: { text: codes[id].meaning },
    defaultConfiguration: { level: codes[id].severity },
  }));
  const run = { tool: { driver: { name: 'whydenied', rules } }, results: diagnostics.map(sarifResult) };
  return JSON.stringify(
    { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] },
    null,
    2,
  );
}

function sarifResult({ severity, code, file, line, column, endLine, endColumn, message, hint }: Diagnostic) {
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return {
    ruleId: code,
    level: severity,
    message: { text: hint === undefined ? message : `${message} (hint: ${hint})` },
    locations: [{ physicalLocation: { artifactLocation: { uri: file.replaceAll('\\', '/') }, region } }],
  };
}
