import type { ERPRecord } from '@linkspan/core'
import { startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

test('a row that is there is not deleted because another one vanished while we read, and the next full sync deletes that one', async () => {
  await using stack = await startStack()
  await using erp = await startRestErp({ dataset: { products: 12 }, paging: 'page', pageSize: 4, order: 'id', total: 'header' })
  const resources = { products: { paging: { style: 'page' } } } as const
  const { id } = await stack.connect({ credentials: { apiUrl: erp.url }, settings: { enabledDataTypes: ['products'], resources } })
  const held = async () =>
    (await stack.client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/products`)).map((record) => record.id)
  const there = () => [...erp.dataset.products].map((row) => row.id)
  expect(await stack.sync(id, 'products', { mode: 'full' })).toMatchObject({ status: 'success', recordsCreated: 12 })
  erp.faults.add({ kind: 'moving-rows', move: 'delete', path: '/products' })
  expect(await stack.sync(id, 'products', { mode: 'full' })).toMatchObject({ status: 'success', recordsDeleted: 0 })
  expect(await held()).toEqual(expect.arrayContaining(there()))
  erp.faults.clear()
  expect(await stack.sync(id, 'products', { mode: 'full' })).toMatchObject({ status: 'success', recordsDeleted: 1 })
  expect((await held()).sort()).toEqual(there().sort())
})
