import { openFor, readPages } from '@linkspan/connector-kit/testing/open-context'
import type { DataTypeId, Page } from '@linkspan/core/connector'
import { json, startServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { rest } from './connector.ts'

type Row = Readonly<Record<string, unknown>>

/** The pages of an ERP that gives these rows, two at a time, as they are read at a time. */
async function pagesAt(time: string, dataType: DataTypeId, rows: readonly Row[]): Promise<readonly Page[]> {
  await using erp = await startServer({
    routes: [
      {
        method: 'GET',
        path: `/${dataType}`,
        answer({ query }) {
          const from = Number(query.get('offset') ?? 0)
          const next = from + 2 < rows.length ? `/${dataType}?offset=${from + 2}` : null
          return json({ items: rows.slice(from, from + 2), next })
        },
      },
    ],
  })
  const settings = { resources: { [dataType]: { paging: { style: 'next', path: 'next' } } } }
  const clock = { now: () => new Date(time) }
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url }, settings }, { clock, pageSize: 2 })
  return await readPages(session, dataType)
}

test('the same answer about employees has another digest on another day, since who has left is no longer active', async () => {
  const rows = [{ employeeId: '1', lastName: 'Meyer', terminationDate: '2026-06-15' }]
  const statusAt = async (time: string) => {
    const [page] = await pagesAt(time, 'employees', rows)
    return { status: page?.records[0]?.fields.status, digest: page?.digest }
  }
  const before = await statusAt('2026-06-01T08:00:00Z')
  const after = await statusAt('2026-07-01T08:00:00Z')
  expect([before.status, after.status]).toEqual([undefined, 'terminated'])
  expect(after.digest).not.toBe(before.digest)
  expect((await statusAt('2026-06-01T18:00:00Z')).digest).toBe(before.digest)
})

test('the same answer has another digest if a page before it tells that blanks mean false', async () => {
  const lastOf = async (active: string) => {
    const rows = [active, '', '', ''].map((value, at) => ({ sku: `S${at}`, name: 'Mug', price: '1', currency: 'EUR', active: value }))
    return (await pagesAt('2026-06-01T08:00:00Z', 'products', rows))[1]
  }
  const [marked, other] = [await lastOf('X'), await lastOf('')]
  expect([marked?.records[0]?.fields.active, other?.records[0]?.fields.active]).toEqual([false, undefined])
  expect(marked?.digest).toEqual(expect.any(String))
  expect(marked?.digest).not.toBe(other?.digest)
})
