// The built-in playbooks: all can be used, all their tests pass, and each error of a test selects its own playbook.
import { beforeAll, describe, expect, it } from 'vitest';
import { compilePaths, type Found } from '../../src/author/sources.ts';
import { diagnosticText } from '../../src/author/diagnostics/text.ts';
import { testFindings } from '../../src/author/testing/findings.ts';
import { testPlaybooks, type TestReport } from '../../src/author/testing/test-playbooks.ts';

const folder = new URL('../../playbooks', import.meta.url).pathname;
const shown = (diagnostics: readonly Parameters<typeof diagnosticText>[0][]) =>
  diagnostics.map((one) => diagnosticText(one, () => undefined));

let found: Found;
let report: TestReport;
beforeAll(async () => {
  found = await compilePaths([folder]);
  report = await testPlaybooks(found, { coverage: true });
}, 60_000);

describe('built-in playbooks', () => {
  it('there are some', () => expect(found.playbooks.length).toBeGreaterThan(10));
  it('have no mistakes', () => expect(shown(found.files.flatMap(({ diagnostics }) => diagnostics))).toEqual([]));
  it('pass their tests, and lead where they should', () =>
    expect(shown(testFindings(report, found.files))).toEqual([]));
  it('have every cause confirmed by a test', () =>
    expect(
      report.coverage.flatMap(({ playbook, causes }) => causes.missing.map((cause) => `${playbook}/${cause}`)),
    ).toEqual([]));
});
