// Puts what is known at build time in the place of the modules that find it out when run from source.
import type { OnLoadResult, Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from './root.ts';
import { schemaNames } from '../../src/playbook/format/json-schema.ts';
import { standaloneValidator } from './validators.ts';

const validator = `
const loaders = {
${schemaNames.map((name) => `  ${JSON.stringify(name)}: () => import('standalone:${name}'),`).join('\n')}
};
export async function validatorFor(name) {
  const { check } = await loaders[name]();
  return (value) => (check(value) ? [] : check.errors ?? []);
}`;

const validatorFile = (name: string): string => `validator-${name}`;

/** Each validator is a file by itself, by the name of the file: the parts of the program that are bundled apart share it. */
export const validatorEntries: Readonly<Record<string, string>> = Object.fromEntries(
  schemaNames.map((name) => [validatorFile(name), `standalone:${name}`]),
);

/** A module whose exports changed must be noticed here, not by a reader of the package. */
async function replacing(path: string, names: readonly string[], contents: string): Promise<OnLoadResult> {
  const source = await readFile(path, 'utf8');
  const missing = names.filter(
    (name) => !new RegExp(`export (?:async function|const|let|function) ${name}\\b`).test(source),
  );
  if (missing.length > 0) throw new Error(`${relative(root, path)} exports no ${missing.join(', ')} to replace`);
  return { contents, loader: 'js', resolveDir: root };
}

const moduleFilter = (path: string): RegExp => new RegExp(`${join(root, path).replace(/[.\\/]/g, '\\$&')}$`);

export const substitutions = (version: string): Plugin => ({
  name: 'substitutions',
  setup(build) {
    build.onLoad({ filter: moduleFilter('src/cli/version.ts') }, ({ path }) =>
      replacing(path, ['version'], `export const version = ${JSON.stringify(version)};`),
    );
    for (const name of ['built-in.ts', 'known-fragment.ts'])
      build.onLoad({ filter: moduleFilter(`src/playbook/${name}`) }, async () => ({
        contents: await readFile(join(root, '.ci/build/replacements', name), 'utf8'),
        loader: 'ts',
        resolveDir: join(root, '.ci/build/replacements'),
      }));
    build.onLoad({ filter: moduleFilter('src/playbook/validate/validator.ts') }, ({ path }) =>
      replacing(path, ['validatorFor'], validator),
    );
    build.onResolve({ filter: /^standalone:/ }, ({ path, kind }) =>
      kind === 'dynamic-import'
        ? { path: `./${validatorFile(path.slice('standalone:'.length))}.js`, external: true }
        : { path, namespace: 'standalone' },
    );
    build.onLoad({ filter: /./, namespace: 'standalone' }, ({ path }) => ({
      contents: standaloneValidator(path.slice('standalone:'.length)),
      loader: 'js',
      resolveDir: root,
    }));
  },
});
