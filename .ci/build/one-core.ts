// Keeps what every report needs in one chunk: each part that is loaded on demand imports all of the core, so the bundler sees no reason to split it.
import type { Metafile, Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { root } from './root.ts';

/** The way to a report; what these reach without a dynamic import is the core. */
const core = ['src/cli/diagnose.ts'];

/** They start before the core is wanted, or are part of what does. */
const apart = ['src/cli/bin.ts', 'src/cli/main.ts', 'src/cli/help/help.ts', 'src/cli/help/short.ts', ...core];

/** `onDemand` are the files that something imports dynamically. */
export const oneCore = (onDemand: readonly string[]): Plugin => ({
  name: 'one core',
  setup(build) {
    const joined = onDemand.filter((path) => path.startsWith('src/') && !apart.includes(path));
    const imports = core.map((path) => `import ${JSON.stringify(join(root, path))};`).join('\n');
    build.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, async ({ path }) => {
      if (!joined.some((file) => join(root, file) === path)) return undefined;
      const loader = extname(path) === '.tsx' ? 'tsx' : 'ts';
      return { contents: `${await readFile(path, 'utf8')}\n${imports}\n`, loader };
    });
  },
});

/** A part of the core that is loaded on demand would import the core it is in, and wait for itself. */
export function refuseCircles({ inputs }: Metafile): void {
  const inCore = coreOf(inputs);
  const wrong = Object.entries(inputs).flatMap(([from, { imports }]) =>
    imports
      .filter(({ kind, path }) => kind === 'dynamic-import' && inCore.has(path) && !apart.includes(path))
      .map(({ path }) => `${from} imports ${path} dynamically`),
  );
  if (wrong.length > 0) throw new Error(`part of the core, so import it plainly: ${wrong.join('; ')}`);
}

function coreOf(inputs: Metafile['inputs']): ReadonlySet<string> {
  const found = new Set<string>(core);
  // A set is walked in the order of its making, so what is added is visited too.
  for (const path of found)
    for (const { kind, path: next } of inputs[path]?.imports ?? []) if (kind === 'import-statement') found.add(next);
  return found;
}
