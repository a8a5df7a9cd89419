// Keeps the checking of playbook files in files of its own, so that it starts without the parts it would share with all others.
import type { Plugin } from 'esbuild';

const file = 'check-files';

/** What is bundled by itself, by the name of its file. */
export const apartEntries: Readonly<Record<string, string>> = { [file]: 'src/cli/check-files.ts' };

export const standingApart: Plugin = {
  name: 'standing apart',
  setup(build) {
    build.onResolve({ filter: /[\\/]check-files\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `./${file}.js`, external: true } : undefined,
    );
  },
};
