import { AppError } from '@linkspan/core'
import { type RestErpOptions, startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { everything, idsOf, openFor, readPages, readResuming } from '../testing/open-context.ts'
import { rest } from './connector.ts'

const apiKey = 'key-0123456789'
const count = 50

type Paging = Readonly<Record<string, unknown>>
const resource = (paging: Paging, more: object = {}) => ({ resources: { products: { paging, ...more } } })
const limitParameter = 'limit'

const styles: readonly (readonly [string, RestErpOptions, object])[] = [
  ['a Link header, by convention', { paging: 'link', pageSize: 7 }, {}],
  ['a next URL, by convention', { paging: 'next', pageSize: 7 }, {}],
  ['a relative next URL', { paging: 'next', pageSize: 7, nextUrls: 'relative' }, {}],
  ['an array and a Link header', { paging: 'link', pageSize: 7, envelope: 'array' }, {}],
  ['no pages at all', { paging: 'none' }, {}],
  ['a configured Link header', { paging: 'link' }, resource({ style: 'link', limitParameter })],
  ['a configured next URL', { paging: 'next', nextField: 'following' }, resource({ style: 'next', path: 'following', limitParameter })],
  ['a cursor in the body', { paging: 'cursor' }, resource({ style: 'cursor', limitParameter })],
  ['a cursor in a header', { paging: 'cursor', envelope: 'array' }, resource({ style: 'cursor', header: 'X-Next-Cursor', limitParameter })],
  ['page numbers', { paging: 'page' }, resource({ style: 'page', limitParameter })],
  ['page numbers from 0', { paging: 'page', firstPage: 0 }, resource({ style: 'page', firstPage: 0, limitParameter })],
  ['page numbers of a fixed size', { paging: 'page', pageSize: 7 }, resource({ style: 'page' })],
  ['page numbers whose size is capped', { paging: 'page', maxPageSize: 5 }, resource({ style: 'page', limitParameter })],
  ['page numbers whose size is ignored', { paging: 'page', pageSize: 7 }, resource({ style: 'page', limitParameter: 'size' })],
  ['an offset', { paging: 'offset' }, resource({ style: 'offset', limitParameter })],
  ['an offset with pages of a fixed size', { paging: 'offset', pageSize: 7 }, resource({ style: 'offset' })],
  ['an offset whose limit is capped', { paging: 'offset', maxPageSize: 3 }, resource({ style: 'offset', limitParameter })],
  ['the last id', { paging: 'keyset' }, resource({ style: 'keyset', parameter: 'after_id', limitParameter })],
]

test.each(styles)('%s delivers every row once', async (_, options, settings) => {
  await using erp = await startRestErp({ dataset: { products: count }, ...options })
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url }, settings })
  const ids = idsOf(await readPages(session, 'products'))
  expect(ids).toHaveLength(count)
  expect(new Set(ids)).toEqual(new Set([...erp.dataset.products].map(({ id }) => id)))
})

test.each(styles)('%s can be resumed after any page', async (_, options, settings) => {
  await using erp = await startRestErp({ dataset: { products: count }, ...options })
  const ids = idsOf(await readResuming(() => openFor(rest, { credentials: { apiUrl: erp.url }, settings }), 'products'))
  expect(ids).toHaveLength(count)
  expect(new Set(ids).size).toBe(count)
})
