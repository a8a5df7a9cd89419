// Keeps what every report needs in one chunk: each part that is loaded on demand imports all of the core, so the bundler sees no reason to split it.
import type { Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { root } from './root.ts';

/** The way to a report; what these reach without a dynamic import is the core. */
const core = ['src/cli/diagnose.ts'];

/** They start before the core is wanted. */
const apart = ['src/cli/bin.ts', 'src/cli/main.ts', 'src/cli/help/help.ts', ...core];

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
