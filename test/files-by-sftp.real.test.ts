import type { ERPConnectionTestResult, ERPPreview, ERPRecord } from '@linkspan/core'
import { type Sshd, startSshd } from '@linkspan/simulators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FileConnections, fileConnections } from './stack/file-connections.ts'
import { type Stack, startStack } from './stack/stack.ts'

let stack: Stack
let sshd: Sshd
let connect: FileConnections
beforeAll(async () => {
  ;[stack, sshd] = await Promise.all([startStack(), startSshd()])
  connect = await fileConnections(stack, sshd)
})
afterAll(async () => {
  await stack[Symbol.asyncDispose]()
  await sshd[Symbol.asyncDispose]()
})

const products = (...numbers: number[]) =>
  ['sku,name,price', ...numbers.map((number) => `A${number},Mug ${number},${number}.50`)].join('\n')

test('delta files add and change records, and not even a full sync deletes records that the last file lacks', async () => {
  const erp = await connect('changes')
  await erp.put('products_1.csv', products(1, 2, 3))
  expect(await stack.sync(erp.id)).toMatchObject({ status: 'success', recordsCreated: 3 })
  await erp.put('products_2.csv', products(3, 4))
  expect(await stack.sync(erp.id, 'products', { mode: 'full' })).toMatchObject({
    status: 'success',
    recordsCreated: 1,
    recordsUnchanged: 1,
    recordsDeleted: 0,
  })
  expect(await stack.sync(erp.id, 'products', { mode: 'full' })).toMatchObject({ status: 'success', recordsRead: 0, recordsDeleted: 0 })
  expect(await erp.records()).toHaveLength(4)
  expect(await erp.files()).toEqual(['products_1.csv', 'products_2.csv'])
})

test('a full export deletes records that it lacks; without a new file, or with a cut one, nothing is deleted', async () => {
  const erp = await connect('exports', { files: { products: { content: 'full', format: { kind: 'csv' } } } })
  await erp.put('products_1.csv', products(1, 2, 3, 4, 5))
  expect(await stack.sync(erp.id)).toMatchObject({ recordsCreated: 5 })
  expect(await stack.sync(erp.id)).toMatchObject({ status: 'success', recordsRead: 0, recordsDeleted: 0 })
  await erp.put('products_2.csv', `${products(1, 2)}\nA3,"Mug`)
  expect(await stack.sync(erp.id)).toMatchObject({ status: 'error', recordsDeleted: 0, errorDetails: { code: 'file.unreadable' } })
  await erp.put('products_3.csv', products(1, 2, 3, 4))
  expect(await stack.sync(erp.id)).toMatchObject({ status: 'success', recordsUnchanged: 4, recordsDeleted: 1 })
  await erp.put('products_4.csv', products(1))
  expect(await stack.sync(erp.id)).toMatchObject({ status: 'error', recordsDeleted: 0, errorDetails: { code: 'run.too-many-deletions' } })
})

test('a preview and a dry run move no file; a sync counts rejected rows and writes a report on them', async () => {
  const erp = await connect('rehearsals')
  await erp.put('products.csv', `${products(1)}\nA2,,2.50\nA3,Mug\n`)
  const preview = await stack.client.call<ERPPreview>('POST', `/erp/connections/${erp.id}/preview`, { dataType: 'products' })
  expect(preview.records.map(({ status }) => status)).toEqual(['accepted', 'rejected', 'rejected'])
  expect(await stack.sync(erp.id, 'products', { dryRun: true })).toMatchObject({ status: 'success', recordsRead: 3, recordsFailed: 2 })
  expect(await erp.files()).toEqual(['products.csv'])
  expect(await stack.sync(erp.id)).toMatchObject({ status: 'success', recordsCreated: 1, recordsFailed: 2 })
  expect(await erp.files()).toEqual(['products.csv', 'products.csv.err.json'])
  const report = JSON.parse(await erp.read('error/products.csv.err.json'))
  expect(report.faults).toMatchObject([
    { row: 2, recordId: 'A2', errors: [{ path: 'name' }] },
    { row: 3, recordId: '', errors: [{ message: 'Row 3 has 2 cells, but the header has 3' }] },
  ])
})

test('a connection test without a saved fingerprint reports the one to save, and no secret is logged', async () => {
  const erp = await connect('unconfirmed', {}, { sftpHostFingerprint: undefined })
  const result = await stack.client.call<ERPConnectionTestResult>('POST', `/erp/connections/${erp.id}/test`)
  expect(result).toMatchObject({ success: false, message: expect.stringContaining(`${sshd.fingerprint}. Compare it`) })
  expect(stack.output()).not.toContain(erp.privateKey.split('\n')[2])
})

test("a partner's answer to an order becomes the order's status, whether it names the order or the file", async () => {
  const erp = await connect('answers', { enabledDataTypes: ['orders', 'order_status'], push: { orders: { format: 'xml' } } })
  const order = (id: string) => ({
    id,
    orderNumber: id,
    orderDate: '2026-11-23',
    currency: 'EUR',
    total: '10.00',
    lines: [{ lineNumber: '1', sku: 'A1', quantity: '1', unitPrice: '10.00' }],
  })
  await stack.client.call('POST', `/erp/connections/${erp.id}/records/orders`, ['W-1', 'W-2', 'W-3'].map(order))
  expect(await stack.sync(erp.id, 'orders', { direction: 'push' })).toMatchObject({ status: 'success', recordsPushed: 3 })
  const [, second = ''] = await erp.files()
  const [, , third = ''] = await erp.files()
  const referenceIn = async (file: string) => /<ourReference>(.*?)</.exec(await erp.read(`out/${file}`))?.[1] ?? ''
  await erp.put('orders_ack_1.csv', `ourReference;order number;result;message\nW-1;4711;accepted;\n`)
  await erp.put('ack_2.csv', `file,result,message\n${second},ERROR,Unknown item A1\n`)
  await erp.put('order_status_3.csv', `order,status\n${await referenceIn(third)},shipped\nOTHER-9,confirmed\n`)
  expect(await stack.sync(erp.id, 'order_status')).toMatchObject({ status: 'success', recordsCreated: 4, recordsFailed: 0 })
  const statuses = await stack.client.call<ERPRecord[]>('GET', `/erp/connections/${erp.id}/records/order_status`)
  const of = (id: string) => statuses.find((record) => record.id === id)?.data
  expect(of('W-1')).toMatchObject({ orderNumber: 'W-1', orderExternalId: '4711', status: 'processing', statusRaw: 'accepted' })
  expect(of(await referenceIn(second))).toMatchObject({ status: 'cancelled', statusRaw: 'ERROR: Unknown item A1' })
  expect(of(await referenceIn(third))).toMatchObject({ status: 'shipped' })
  expect(of('OTHER-9')).toMatchObject({ orderNumber: 'OTHER-9', status: 'processing' })
  expect(await stack.sync(erp.id, 'orders')).toMatchObject({ status: 'success', recordsRead: 0 })
})

test('an order is written into a file once', async () => {
  const erp = await connect('orders')
  const order = {
    id: 'SHOP-1',
    orderDate: '2026-11-23',
    currency: 'EUR',
    total: '25.00',
    orderNumber: 'SHOP-1',
    lines: [{ lineNumber: '10', sku: 'A1', quantity: '2', unitPrice: '12.50' }],
  }
  await stack.client.call('POST', `/erp/connections/${erp.id}/records/orders`, [order])
  expect(await stack.sync(erp.id, 'orders', { direction: 'bidirectional' })).toMatchObject({ status: 'success', recordsPushed: 1 })
  expect(await stack.sync(erp.id, 'orders', { direction: 'bidirectional', mode: 'full' })).toMatchObject({
    status: 'success',
    recordsPushed: 0,
  })
  const [file = '', ...more] = await erp.files()
  expect(more).toEqual([])
  expect(await erp.read(`out/${file}`)).toContain('SHOP-1,,create')
})
