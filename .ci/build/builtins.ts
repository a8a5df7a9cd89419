// Takes Node's own modules without their ESM faces, whose making loads parts that a short run never needs.
import type { Plugin } from 'esbuild';

export const builtins: Plugin = {
  name: 'builtins',
  setup(build) {
    // A dynamic import is left to Node: through a chunk of its own it would lose its names.
    build.onResolve({ filter: /^node:/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? undefined : { path, namespace: 'builtin' },
    );
    build.onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
      loader: 'js',
    }));
  },
};
