// Where the tests are. Those that run the built program are a project of their own, which builds it first where it is stale.
import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;
const built = ['test/cli/**/*.test.ts', 'test/pack.test.ts', 'test/pictures.test.ts', 'test/readme.test.ts'];
const all = ['test/**/*.test.ts', 'test/**/*.test.tsx'];

export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: 'source', include: all, exclude: built } },
      {
        root,
        test: {
          name: 'built',
          include: built,
          globalSetup: '.ci/build/when-stale.ts',
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
