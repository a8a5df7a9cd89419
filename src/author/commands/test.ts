// `playbook test`: runs the inline tests and says which fail, which errors go astray, and what stays untested.
import { loadPlaybooks } from '../../playbook/load.ts';
import type { PlaybookSet } from '../../model/playbook.ts';
import { isUse } from '../../playbook/fragments.ts';
import { inOrder, type Diagnostic } from '../../playbook/validate/diagnostic.ts';
import { guarded, oneOf, readArguments } from '../arguments.ts';
import { refused, said, type Run, type AuthorResult } from '../command.ts';
import { asGithub, asJson, asSarif } from '../diagnostics/machine.ts';
import { count, diagnosticText } from '../diagnostics/text.ts';
import { compilePaths, type Found } from '../sources.ts';
import type { Reached } from '../testing/coverage.ts';
import { recorded } from '../testing/record.ts';
import { testFindings } from '../testing/findings.ts';
import type { Mutation } from '../testing/mutate.ts';
import { testPlaybooks, type TestReport } from '../testing/test-playbooks.ts';
import { writeText } from '../write.ts';

const formats = ['text', 'json', 'github', 'sarif'] as const;

const options = {
  name: { type: 'string', short: 't' },
  coverage: { type: 'boolean' },
  mutate: { type: 'boolean' },
  record: { type: 'boolean' },
  yes: { type: 'boolean' },
  format: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const test: Run = (argv, input) =>
  guarded(async () => {
    const args = readArguments(argv, options);
    const format = args.flag('json') ? 'json' : oneOf('format', args.text('format'), formats);
    const found = await compilePaths(args.words, input?.folder);
    const name = args.text('name');
    const report = await testPlaybooks(await withOthers(found), {
      only: found.playbooks.map(({ id }) => id),
      ...(name === undefined ? {} : { name }),
      coverage: args.flag('coverage'),
      mutate: args.flag('mutate'),
      ownSteps: ownStepsOf(found),
    });
    if (args.flag('record')) return record(found, report, args.flag('yes'));
    return result(found, report, format);
  });

/** Shows what would be written into `expect`; with --yes writes it. */
async function record(found: Found, report: TestReport, yes: boolean): Promise<AuthorResult> {
  const changes = recorded(report.results, found.files);
  if (changes.length === 0) return said('nothing to record: every test is as expected\n');
  if (yes) for (const { path, text } of changes) await writeText(path, text, true);
  const shown = changes.flatMap(({ path, tests }) => tests.map(({ name, expect }) => `${path}: ${name}\n${expect}`));
  const done = yes ? 'recorded; read it before you trust it' : 'nothing is written yet: add --yes to record this';
  return said(`${[...shown, done].join('\n')}\n`, yes ? 0 : 1);
}

/** The playbooks under test stand in for those of the same id that come with the program. */
async function withOthers(found: Found): Promise<PlaybookSet> {
  const builtIn = await loadPlaybooks();
  const own = new Set(found.playbooks.map(({ id }) => id));
  return { playbooks: [...builtIn.playbooks.filter(({ id }) => !own.has(id)), ...found.playbooks], problems: [] };
}

const ownStepsOf = ({ files }: Found): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    files.flatMap(({ playbook }) =>
      playbook === undefined
        ? []
        : [[playbook.id, new Set(playbook.steps.flatMap((step) => (isUse(step) ? [] : [step.id])))] as const],
    ),
  );

function result(found: Found, report: TestReport, format: (typeof formats)[number]): AuthorResult {
  const broken = found.files.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error'));
  const diagnostics = inOrder([...broken, ...testFindings(report, found.files)]);
  if (report.results.length === 0 && broken.length === 0)
    return refused('no tests found\n  look at the names with: whydenied playbook test\n');
  const unread = found.unread.map(({ file, message }) => `${file}: ${message}\n`).join('');
  const code = diagnostics.some(({ severity }) => severity === 'error') || found.unread.length > 0 ? 1 : 0;
  return said(`${shown(found, report, diagnostics, format)}\n`, code, unread);
}

function shown(
  { files }: Found,
  report: TestReport,
  diagnostics: readonly Diagnostic[],
  format: (typeof formats)[number],
): string {
  if (format === 'json') return jsonReport(report, diagnostics, files.length);
  if (format === 'sarif') return asSarif(diagnostics);
  if (format === 'github') return asGithub(diagnostics);
  const textOf = (file: string) => files.find(({ source }) => source.path === file)?.source.text;
  const faults = diagnostics.map((one) => `${diagnosticText(one, textOf)}\n`);
  return [...faults, ...coverageLines(report), ...report.mutations.flatMap(mutationLines), totals(report)].join('\n');
}

function jsonReport(
  { results, misdirected, coverage, mutations }: TestReport,
  diagnostics: readonly Diagnostic[],
  files: number,
): string {
  const tests = results.map(({ playbook, name, failures }) => ({
    playbook,
    name,
    passed: failures.length === 0,
    failures,
  }));
  const rest: unknown = JSON.parse(asJson(diagnostics, files));
  return JSON.stringify({ ...(rest as object), tests, misdirected, coverage, mutations }, null, 2);
}

const totals = ({ results, misdirected }: TestReport): string => {
  const failed = results.filter(({ failures }) => failures.length > 0).length;
  const astray =
    misdirected.length === 0 ? '' : `, ${count(misdirected.length, 'error')} of tests chose another playbook`;
  return `${count(results.length, 'test')}: ${results.length - failed} passed, ${failed} failed${astray}`;
};

function coverageLines({ coverage }: TestReport): readonly string[] {
  return coverage.flatMap(({ playbook, causes, outcomes }) => [
    `${playbook}: causes ${share(causes)}, outcomes of steps ${share(outcomes)}`,
    ...[...causes.missing, ...outcomes.missing].map((missing) => `  not reached: ${missing}`),
  ]);
}

const share = ({ reached, total }: Reached): string => `${reached} of ${total}`;

function mutationLines({ playbook, killed, total, survivors }: Mutation): readonly string[] {
  const percent = total === 0 ? 100 : Math.floor((100 * killed) / total);
  return [
    `${playbook}: ${killed} of ${total} changes noticed (${percent} %)`,
    ...survivors.map(({ place, change, leaf }) => `  not noticed: ${place} ${change} (${leaf})`),
  ];
}
