// Reads what `--facts FILE|DIR` and `--policy KIND=FILE` hand over, and says what was left out and where files disagree.
import { basename } from 'node:path';
import type { ContentKind } from '../../facts/files/gaps.ts';
import type { GivenFile, NamedText } from '../../facts/files/given-file.ts';
import { mergeFiles, type MergedFiles, type NamedFile } from '../../facts/files/merge.ts';
import { policiesIn, roleNames, roleOf } from '../../facts/files/policy-folder.ts';
import { readGivenFile, readGivenFolder } from '../../facts/files/read-file.ts';
import { InputError } from '../../model/input-error.ts';
import { suggestion } from '../../playbook/validate/nearest.ts';
import { all, type Call } from '../call.ts';
import { isFolder, readFolder } from '../folder.ts';
import { say } from '../streams.ts';
import { readTextFile } from '../text-file.ts';
import { contentsLine, gapLine } from './words.ts';

export interface GivenFiles extends MergedFiles {
  readonly files: readonly NamedFile[];
}

export async function readGivenFiles(call: Call): Promise<GivenFiles> {
  const read = await Promise.all(all(call, 'facts').map(readPath));
  const files = [...(await policyFlags(all(call, 'policy'))), ...read.flat()];
  for (const { path, given } of files) sayRead(path, given);
  const merged = mergeFiles(files);
  for (const { what, kept, dropped } of merged.conflicts)
    say(`whydenied: ${what} is stated twice, and differently: used what ${kept} says, not ${dropped}`);
  return { ...merged, files };
}

/** Of what the person wrote for this program there is nothing to tell. */
const isOwn = (kind: ContentKind): boolean => kind === 'facts' || kind === 'policy-folder';

/** One line for what a file holds, and one for each part of it that stays unknown. */
function sayRead(path: string, { contents, gaps = [] }: GivenFile): void {
  if (contents === undefined) return;
  if (!isOwn(contents.kind)) say(`whydenied: ${path}: ${contentsLine(contents)}`);
  for (const gap of gaps.slice(0, mostGaps)) say(`whydenied: ${path}: ${gapLine(gap)}`);
  if (gaps.length > mostGaps) say(`whydenied: ${path}: ${gaps.length - mostGaps} more parts of it stay unknown`);
}

const mostGaps = 20;

async function readPath(path: string): Promise<readonly NamedFile[]> {
  if (!(await isFolder(path))) return [{ path, given: await readGivenFile({ path, text: await readTextFile(path) }) }];
  const { texts, empty } = await readFolder(path);
  const { files, ignored } = await readGivenFolder(path, texts, empty);
  for (const file of ignored) say(`whydenied: ${path}/${file} is left out: ${whyIgnored(file)}`);
  return files;
}

const whyIgnored = (file: string): string =>
  roleOf(file) === undefined ? `no folder above it is named ${roleNames.join(', ')}` : 'it holds no JSON';

/** Each flag is a file in a folder of that name: `scp/1=FILE` stands at the second level. */
async function policyFlags(flags: readonly string[]): Promise<readonly NamedFile[]> {
  if (flags.length === 0) return [];
  const texts = await Promise.all(flags.map(policyFlag));
  const repeated = (path: string) => texts.filter((text) => text.path === path).length > 1;
  const named = texts.map((text, index) =>
    repeated(text.path) ? { ...text, path: `${text.path} (${index + 1})` } : text,
  );
  return [{ path: '--policy', given: { facts: [], policies: policiesIn(named).policies, partial: true } }];
}

async function policyFlag(flag: string): Promise<NamedText> {
  const split = flag.indexOf('=');
  const [kind, file] = [flag.slice(0, Math.max(0, split)), flag.slice(split + 1)];
  if (split < 1 || file === '')
    throw new InputError(`--policy takes KIND=FILE, not ${JSON.stringify(flag)}`, `kinds: ${roleNames.join(', ')}`);
  if (roleOf(`${kind}/-`) === undefined)
    throw new InputError(`There is no kind of policy ${JSON.stringify(kind)}`, suggestion(kind, roleNames));
  const text = await readTextFile(file);
  if (!/^[\uFEFF\s]*(?:[{["]|%7b)/i.test(text))
    throw new InputError(`${file} holds no policy`, 'a policy is a JSON document with a Statement');
  return { path: `${kind}/${basename(file)}`, text };
}
