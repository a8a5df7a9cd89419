// Turns src/ and playbooks/ into dist/: the program and the library in shared chunks, the compiled playbooks, the data, the types and the notices.
import { build as bundle, type Metafile, type Plugin } from 'esbuild';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apartEntries, standingApart } from './apart.ts';
import { bannerForRequire } from './banner.ts';
import { writeNotices } from './notices.ts';
import { oneCore, refuseCircles } from './one-core.ts';
import { builtins } from './builtins.ts';
import { copyData } from './data.ts';
import { compilePlaybooks } from './playbooks.ts';
import { root } from './root.ts';
import { substitutions, validatorEntries } from './substitutions.ts';
import { trims } from './trims.ts';
import { emitTypes } from './types.ts';

/** Everything is written beside dist/ first and put in place at the end, so that no reader sees half of it. */
export async function build({ types }: { readonly types: boolean }): Promise<void> {
  const folder = join(root, `dist.${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    const [metafile] = await Promise.all([
      bundleInto(folder),
      compilePlaybooks(folder),
      copyData(join(folder, 'data')),
      types ? emitTypes(join(folder, 'types')) : undefined,
    ]);
    await writeNotices(metafile, join(folder, 'THIRD_PARTY_NOTICES'));
    await writeFile(join(folder, 'metafile.json'), JSON.stringify(metafile));
    await putInPlace(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const entries = { bin: 'src/cli/bin.ts', index: 'src/index.ts' } as const;

/** The first pass only tells which files are loaded on demand. */
async function bundleInto(folder: string): Promise<Metafile> {
  const first = await bundled(folder, entries, [standingApart, oneCore([])], false);
  refuseCircles(first);
  const onDemand = Object.values(first.outputs).flatMap(({ entryPoint }) => entryPoint ?? []);
  const metafile = await bundled(folder, entries, [standingApart, oneCore(onDemand)], true);
  const rest = [await bundled(folder, apartEntries, [], true), await bundled(folder, validatorEntries, [], true)];
  await bannerForRequire(folder);
  return [metafile, ...rest].reduce((all, one) => ({
    inputs: { ...all.inputs, ...one.inputs },
    outputs: { ...all.outputs, ...one.outputs },
  }));
}

async function bundled(
  folder: string,
  entryPoints: Readonly<Record<string, string>>,
  plugins: readonly Plugin[],
  write: boolean,
): Promise<Metafile> {
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints,
    outdir: folder,
    chunkNames: 'chunk-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    legalComments: 'none',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [substitutions(await packageVersion()), trims, builtins, ...plugins],
    write,
  });
  return metafile;
}

async function packageVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

async function putInPlace(folder: string): Promise<void> {
  const [final, old] = [join(root, 'dist'), `${folder}.old`];
  await rename(final, old).catch(() => undefined);
  await rename(folder, final);
  await rm(old, { recursive: true, force: true });
}
