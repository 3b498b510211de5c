import { defineConfig } from 'vitest/config'

const conditions = ['@linkspan/source', 'node', 'import', 'default']
const shared = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
}

/** How long a test or a poll may take before it counts as hung. Tests wait for states, and a busy machine reaches them late. */
const hungAfterMs = { testTimeout: 300_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } }

/** `unit`: pure functions. `real`: a real Redis, real HTTP servers, real processes, a real browser. */
export default defineConfig({
  ...shared,
  test: {
    maxWorkers: 3, // more files at a time than a small machine has cores: most of them wait for processes of their own
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          isolate: false, // pure functions share nothing that could be left behind, and loading the modules for each file takes longer than the tests
          include: ['{apps,packages}/**/src/**/*.test.ts', '{bench,test}/**/*.test.ts'],
          exclude: ['**/*.real.test.ts', '**/node_modules/**'],
          ...hungAfterMs,
        },
      },
      {
        ...shared,
        test: {
          name: 'real',
          isolate: false, // each test starts what it uses, and loading the modules for each file took a quarter of the time
          globalSetup: ['test/stack/build.ts'],
          include: ['{apps,packages}/**/src/**/*.real.test.ts', 'test/**/*.real.test.ts'],
          ...hungAfterMs,
        },
      },
    ],
  },
})
