import { defineConfig } from 'vitest/config'

const conditions = ['@linkspan/source', 'node', 'import', 'default']
const shared = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
}

/** `unit`: pure functions, milliseconds. `real`: a real Redis, real HTTP servers, real processes. */
export default defineConfig({
  ...shared,
  test: {
    maxWorkers: 2, // files in parallel also where there are two cores only: most of them wait for processes of their own
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['{apps,packages}/**/src/**/*.test.ts', '{bench,test}/**/*.test.ts'],
          exclude: ['**/*.real.test.ts', '**/node_modules/**'],
        },
      },
      {
        ...shared,
        test: {
          name: 'real',
          include: ['{apps,packages}/**/src/**/*.real.test.ts', 'test/**/*.real.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
