// Leaves out of the wizard's chunk what a released program never runs: Ink's devtools, and the network stack that yoga wakes to read its own inlined code.
import type { Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';

const empty = { contents: 'export default {};', loader: 'js' } as const;

export const trims: Plugin = {
  name: 'trims',
  setup(build) {
    build.onLoad({ filter: /[\\/]ink[\\/]build[\\/]devtools\.js$/ }, () => empty);
    build.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      if (!code.includes('typeof fetch'))
        throw new Error('yoga-layout no longer asks for fetch: look at the trim again');
      return { contents: code.replaceAll('typeof fetch', '"undefined"'), loader: 'js' };
    });
  },
};
