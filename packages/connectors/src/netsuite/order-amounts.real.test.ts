import { canonical } from '@linkspan/connector-kit/testing/opened'
import { sampleOrder } from '@linkspan/connector-kit/testing/sample-order'
import { expect, test } from 'vitest'
import { openNetSuite, queriesOf } from './testing/open-netsuite.ts'

const shipTo = { name: 'Ada Example', line1: 'Musterstraße 1', city: 'Köln', postalCode: '50667', country: 'DE' }
const billTo = { name: 'Accounts', line1: 'Postweg 2', city: 'Bonn', postalCode: '53111', country: 'DE' }

test('taxes of orders, invoices and credit notes are the tax lines, and with them the total adds up', async () => {
  await using opened = await openNetSuite({ dataset: { products: 20, orders: 30, invoices: 60 } })
  for (const dataType of ['orders', 'invoices'] as const) {
    const { records } = await opened.read(dataType)
    expect(records.length).toBeGreaterThan(10)
    if (dataType === 'invoices') expect(records.some(({ fields }) => fields.type === 'credit_note')).toBe(true)
    for (const record of records) {
      const { subtotal, taxTotal, total } = canonical(dataType, record)
      expect(Number(taxTotal)).toBeGreaterThan(0)
      expect(Number(subtotal) + Number(taxTotal)).toBeCloseTo(Number(total), 2)
    }
  }
})

test('addresses of orders are read if the settings say so, and are not asked for otherwise', async () => {
  await using plain = await openNetSuite()
  expect((await plain.read('orders')).records.some(({ fields }) => 'shipTo' in fields)).toBe(false)
  expect(queriesOf(plain.erp).join()).not.toMatch(/address/i)
  await using opened = await openNetSuite({ settings: { readsAddresses: true, columns: { orders: ['exchangerate'] } } })
  for (const record of (await opened.read('orders')).records) {
    const order = canonical('orders', record)
    const { customerName, shipTo: theirs } = order as { customerName: string; shipTo: { name: string } }
    expect(customerName).toContain(theirs.name)
    expect(order).toMatchObject({ billTo: theirs, exchangeRate: '1' })
  }
})

test('an account that does not show addresses shows its orders all the same', async () => {
  const hidden = ['transaction.shippingaddress', 'transactionbillingaddress.nkey']
  await using opened = await openNetSuite({ hidden, settings: { readsAddresses: true } })
  const { records } = await opened.read('orders')
  expect(records).toHaveLength(30)
  expect(records.some(({ fields }) => 'shipTo' in fields || 'billTo' in fields)).toBe(false)
})

test('both addresses are sent with an order, and come back; what is not sent is told', async () => {
  await using opened = await openNetSuite({ settings: { readsAddresses: true } })
  const order = sampleOrder('A-1', { data: { shipTo, billTo, discountTotal: '2.00', taxTotal: '4.00' } })
  expect(opened.sink.unsent?.(order)).toMatchObject([{ path: 'discountTotal' }, { path: 'taxTotal', isHarmless: true }])
  const outcome = await opened.sink.write(order)
  const erpId = outcome.kind === 'accepted' ? outcome.record.erpId : ''
  expect((await opened.read('orders')).records.find(({ id }) => id === erpId)?.fields).toMatchObject({ shipTo, billTo })
  expect((await opened.sink.find(order))?.fields).toMatchObject({ shipTo, billTo })
})
