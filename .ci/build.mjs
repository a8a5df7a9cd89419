// Builds the package into dist/. Where the builder is not installed it says so in one line and leaves everything as it is.
const installed = await Promise.all([import('esbuild'), import('tsx/esm/api')]).catch(() => undefined);

if (installed === undefined) {
  process.stdout.write('whydenied: not built here, because the builder (esbuild) is not installed\n');
} else {
  const [, { tsImport }] = installed;
  const { build } = await tsImport('./build/build.ts', import.meta.url);
  await build({ types: !process.argv.includes('--no-types') });
}
