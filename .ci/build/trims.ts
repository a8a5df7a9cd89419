// Leaves out of the bundle what the program never runs: Ink's devtools, the network stack that yoga wakes to read its own inlined code,
// the path language of json-rules-engine, in whose place stands our resolver, and what is left over of the YAML package when its ES modules are taken.
import type { Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.ts';

/** The same code as for Node, in modules of which a bundler can leave parts out. */
const yaml = join(root, 'node_modules/yaml/browser/index.js');

const noPaths = {
  contents: 'export function JSONPath() { throw new Error("paths are resolved without JSONPath"); }',
  loader: 'js',
} as const;
const empty = { contents: 'export default {};', loader: 'js' } as const;

export const trims: Plugin = {
  name: 'trims',
  setup(build) {
    build.onResolve({ filter: /^yaml$/ }, () => ({ path: yaml, sideEffects: false }));
    build.onLoad({ filter: /[\\/]ink[\\/]build[\\/]devtools\.js$/ }, () => empty);
    build.onLoad({ filter: /[\\/]node_modules[\\/]jsonpath-plus[\\/]/ }, () => noPaths);
    build.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      if (!code.includes('typeof fetch'))
        throw new Error('yoga-layout no longer asks for fetch: look at the trim again');
      return { contents: code.replaceAll('typeof fetch', '"undefined"'), loader: 'js' };
    });
  },
};
