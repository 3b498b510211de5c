import { AppError, asCursor, type SourceRecord } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, startHarness } from './testing/harness.ts'

/** Pulls of changes from an ERP that does not say how many there are. */
let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())

const synced = async (connectionId: string) => harness.ended(await harness.start(connectionId))

/** `failAt`: the pages, by the next one's position, that fail once. */
const serveWithoutTotal = (rows: readonly SourceRecord[], failAt: readonly string[] = []) => {
  const failing = new Set(failAt)
  harness.erp.pages = async function* (request) {
    for await (const { records, next } of pagesOf(rows, request, 10)) {
      if (failing.delete(String(next))) throw new AppError('remote.unavailable', 'GET /products: HTTP 503')
      yield { records, next }
    }
  }
}

test.each([
  { stored: 5, name: 'new' },
  { stored: 300, name: 'unchanged' },
])('a pull of changes without a total may have many pages of $name records', async ({ stored }) => {
  const connectionId = await harness.connect()
  serveWithoutTotal(products(stored))
  await synced(connectionId)
  serveWithoutTotal(products(300))
  expect(await synced(connectionId)).toMatchObject({ status: 'success', attempts: 1, recordsCreated: 300 - stored })
})

test('a pull of changes without a total counts failures anew after new records', async () => {
  const connectionId = await harness.connect({ retryAttempts: 1 })
  serveWithoutTotal(products(5))
  await synced(connectionId)
  serveWithoutTotal(products(60), ['20', '40'])
  expect(await synced(connectionId)).toMatchObject({ status: 'success', attempts: 3, recordsCreated: 55 })
})

test('a pull of changes without a total that goes round ends, though each page has a new cursor', async () => {
  const connectionId = await harness.connect({ retryAttempts: 0 })
  const rows = products(30)
  serveWithoutTotal(rows)
  await synced(connectionId)
  harness.erp.pages = async function* ({ after }) {
    for (let page = Number(after ?? 0); ; page++)
      yield { records: rows.slice((page % 3) * 10, (page % 3) * 10 + 10), next: asCursor(`${page + 1}`) }
  }
  expect(await synced(connectionId)).toMatchObject({ status: 'error', errorDetails: { code: 'remote.cursor-repeated' } })
})
