// Reads which files the build put where, and fails when something heavy would be loaded before it is wanted.
import type { Metafile } from 'esbuild';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const { outputs } = JSON.parse(readFileSync(new URL('../../dist/metafile.json', import.meta.url), 'utf8')) as Metafile;

/** What a report loads: the modules that are imported on the way to it. */
const reportPath = ['src/cli/bin.ts', 'src/cli/main.ts', 'src/cli/diagnose.ts', 'src/render/json.ts'];
const heavy =
  /node_modules\/(?:ink|react|react-reconciler|yoga-layout|yaml|ajv|@aws-sdk|@smithy)\/|^standalone:|src\/(?:wizard|author)\//;

function loadedBy(entry: string): readonly string[] {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const imports = outputs[path]?.imports ?? [];
    for (const { kind, path: next } of imports) if (kind === 'import-statement') visit(next);
  };
  for (const [path, { entryPoint }] of Object.entries(outputs)) if (entryPoint === entry) visit(path);
  return [...seen].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
}

it.each(reportPath)('%s loads nothing heavy', (entry) => {
  expect(loadedBy(entry)).toContain(entry);
  expect(loadedBy(entry).filter((input) => heavy.test(input))).toEqual([]);
});

it('the version is told without loading the program', () => {
  expect(loadedBy('src/cli/bin.ts').toSorted()).toEqual(['src/cli/bin.ts', 'src/cli/version.ts']);
});

const needless = /^src\/(?:parse|engine|facts|fix|policy|wizard)\/|node_modules\/json-rules-engine\//;
const withoutDiagnosis = ['src/cli/check-files.ts', 'src/cli/main.ts', 'src/cli/help/help.ts'];

it.each(withoutDiagnosis)('%s does without the parser and the engine', (entry) => {
  expect(loadedBy(entry)).toContain(entry);
  expect(loadedBy(entry).filter((input) => needless.test(input))).toEqual([]);
});
