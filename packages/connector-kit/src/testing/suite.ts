import type { DataTypeId } from '@linkspan/core/connector'
import { describe, expect, test } from 'vitest'
import type { ConnectorFixture, ErpOptions, Harness, Skip } from './connector-fixture.ts'

/** One suite for one data type of a harness. */
export interface Suite {
  readonly harness: Harness
  readonly dataType: DataTypeId
  /** Starts an ERP: with 23 records, unless told, of which five share each change time. */
  start(options?: Partial<ErpOptions>): Promise<ConnectorFixture>
  /** Adds a test, unless the harness skips it: then it adds one that says so, and that fails if the skipped test would pass. */
  test(name: string, body: () => Promise<void>): void
}

const usual: ErpOptions = { records: 23, tieSize: 5, announcesEmptyPage: false }

/** All suites of one harness. */
export function createSuites(harness: Harness) {
  const { skips = [] } = harness
  const used = new Set<Skip>()

  return {
    describe(name: string, dataType: DataTypeId, fill: (suite: Suite) => void): void {
      const skipOf = (title: string): Skip | undefined =>
        skips.find((skip) => skip.test === title && (skip.dataTypes?.includes(dataType) ?? true))
      const suite: Suite = {
        harness,
        dataType,
        start: (options) => harness.start(dataType, { ...usual, ...options }),
        test(title, body) {
          const skip = skipOf(title)
          if (skip === undefined) return test(title, body)
          used.add(skip)
          test(`skipped: ${title}, because ${skip.reason}`, () => expect(body(), 'The test passes: take its skip out').rejects.toThrow())
        },
      }
      describe(name, () => fill(suite))
    },
    /** Adds a test that fails if a skip names no test of the suites. */
    end(): void {
      describe(`${harness.name}, skips`, () => {
        test('each names a test', () => {
          expect(skips.filter((skip) => !used.has(skip)).map(({ test: title }) => title)).toEqual([])
        })
      })
    },
  }
}

/** What a fixture has to offer for a test. Throws if it does not: the harness offers it, or skips the test with a reason. */
export function needed<Part>(part: Part | undefined, what: string): Part {
  if (part === undefined) throw new Error(`The fixture has no ${what}: add it, or skip the test and say why`)
  return part
}
