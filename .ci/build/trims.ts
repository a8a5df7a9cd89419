// Leaves out of the bundle what the program never runs: Ink's devtools, the network stack that yoga wakes to read its own inlined code,
// of json-rules-engine the path language, in whose place stands our resolver, the listeners nobody is, and copying of what no data holds,
// and what is left over of the YAML package when its ES modules are taken.
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
/** Called by constructors of the old kind, so no class. */
const noListeners = {
  contents: `export default function Silent() {}
Silent.prototype.on = () => { throw new Error("nothing listens to the rules"); };
Silent.prototype.emitAsync = () => Promise.resolve([]);`,
  loader: 'js',
} as const;
/** Conditions and events are trees of plain values, some of them made by a class. */
const plainClone = {
  contents: `export default function clone(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(clone);
  const copy = Object.create(Object.getPrototypeOf(value));
  for (const key of Object.keys(value)) copy[key] = clone(value[key]);
  return copy;
}`,
  loader: 'js',
} as const;
const empty = { contents: 'export default {};', loader: 'js' } as const;

export const trims: Plugin = {
  name: 'trims',
  setup(build) {
    build.onResolve({ filter: /^yaml$/ }, () => ({ path: yaml, sideEffects: false }));
    build.onLoad({ filter: /[\\/]ink[\\/]build[\\/]devtools\.js$/ }, () => empty);
    build.onLoad({ filter: /[\\/]node_modules[\\/]jsonpath-plus[\\/]/ }, () => noPaths);
    build.onLoad({ filter: /[\\/]node_modules[\\/]eventemitter2[\\/]/ }, () => noListeners);
    build.onLoad({ filter: /[\\/]node_modules[\\/]clone[\\/]/ }, () => plainClone);
    build.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      if (!code.includes('typeof fetch'))
        throw new Error('yoga-layout no longer asks for fetch: look at the trim again');
      return { contents: code.replaceAll('typeof fetch', '"undefined"'), loader: 'js' };
    });
  },
};
