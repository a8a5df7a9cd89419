// Turns what tests show into diagnostics at the line of the test.
import type { CompiledFile } from '../../playbook/compile.ts';
import { locate, type Diagnostic, type Finding } from '../../playbook/validate/diagnostic.ts';
import type { Path } from '../../playbook/yaml.ts';
import type { Failure, TestResult } from './run-test.ts';
import type { Misdirected } from './selection.ts';
import type { TestReport } from './test-playbooks.ts';

export function testFindings(report: TestReport, files: readonly CompiledFile[]): readonly Diagnostic[] {
  const fileOf = (id: string) => files.find(({ playbook }) => playbook?.id === id);
  return [
    ...report.results.flatMap((result) =>
      result.failures.map((failure) => placed(failed(result, failure), fileOf(result.playbook))),
    ),
    ...report.misdirected.map((one) => placed(wrongFirst(one, fileOf(one.playbook)), fileOf(one.playbook))),
  ].flatMap((diagnostic) => (diagnostic === undefined ? [] : [diagnostic]));
}

function placed(finding: Finding, file: CompiledFile | undefined): Diagnostic | undefined {
  if (file?.yaml?.tree === undefined) return undefined;
  return locate(finding, file.yaml.tree, { file: file.source.path, text: file.source.text, yaml: file.yaml });
}

function failed({ name, index }: TestResult, { where, expected, found }: Failure): Finding {
  const inExpect = where.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const what = where.replace(/\.\d+$/, '');
  const path: Path =
    where === 'facts' || where === 'policies' ? ['tests', index, where] : ['tests', index, 'expect', ...inExpect];
  return {
    code: 'WD611',
    path,
    part: 'value',
    message: `"${name}": ${what} should be ${expected}, found ${found}`,
    hint: 'correct the playbook or the test; "whydenied playbook why" and "preview" show what happens',
  };
}

/** A draft is not chosen by itself, so there the other one is right to come first. */
function wrongFirst({ name, index, first }: Misdirected, file: CompiledFile | undefined): Finding {
  const found = first === undefined ? 'no playbook matches' : `"${first}" is chosen first`;
  return {
    code: 'WD608',
    path: ['tests', index, 'name'],
    part: 'value',
    message: `"${name}": ${found} for this error`,
    hint: 'make match narrower or specificity higher, here or in the other playbook',
    ...(file?.playbook?.status === 'draft' ? { severity: 'warning' as const } : {}),
  };
}
