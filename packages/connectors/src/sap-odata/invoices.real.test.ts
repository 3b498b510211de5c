import { canonical } from '@linkspan/connector-kit/testing/opened'
import { expect, test } from 'vitest'
import { toInvoice } from './invoices.ts'
import { SapSettings } from './settings.ts'
import { openSap } from './testing/open-sap.ts'

const start = (options: Parameters<typeof openSap>[0] = {}) => openSap({ dataset: { products: 10, orders: 20, invoices: 20 }, ...options })

test('billing documents are invoices and credit notes, with the order that they bill', async () => {
  await using opened = await start()
  const { records, pages } = await opened.read('invoices')
  const rows = [...opened.sap.dataset.invoices]
  expect(records.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  expect(pages.map(({ total }) => total)).toEqual([20])
  for (const [at, row] of rows.entries())
    expect(canonical('invoices', records[at]!)).toMatchObject({
      invoiceNumber: row.id,
      type: row.type,
      orderNumber: row.orderNumber,
      orderRefs: [row.orderNumber],
      customerId: row.customerId,
      issueDate: row.issueDate,
      currency: row.currency,
      subtotal: row.subtotal,
      taxTotal: row.taxTotal,
      total: row.total,
      status: row.status,
      companyId: '1710',
      sourceUpdatedAt: row.updatedAt,
      lines: row.lines.map(({ lineNumber, sku, quantity }) => ({ lineNumber, sku, quantity: `${quantity}.000`, orderLine: lineNumber })),
    })
  const { query } = opened.sap.requests.find(({ path }) => path.endsWith('A_BillingDocument'))!
  expect(query).toMatchObject({ $expand: 'to_Item', $orderby: 'BillingDocument', $inlinecount: 'allpages' })
})

test('a cancellation is no invoice: it voids the one that it cancels', async () => {
  await using opened = await start()
  const order = opened.sap.dataset.orders.at(0)!.id
  const invoice = opened.sap.bill(order)
  const before = opened.sap.dataset.invoices.get(invoice)!.updatedAt
  const cancellation = opened.sap.cancelInvoice(invoice)
  const { records, pages } = await opened.read('invoices')
  expect(records.filter(({ id }) => [invoice, cancellation].includes(id))).toMatchObject([{ id: invoice, fields: { status: 'void' } }])
  expect([records.length, pages.at(-1)?.total]).toEqual([21, 21])
  const { updatedAt } = opened.sap.dataset.invoices.get(cancellation)!
  expect(updatedAt > before).toBe(true)
  expect((await opened.read('invoices', updatedAt)).records).toMatchObject([{ id: invoice, fields: { status: 'void' } }])
})

test.each([1, 3])('the total is that of the records, however the pages are cut (%i rows each)', async (pageSize) => {
  await using opened = await start({ pageSize })
  for (const at of [0, 5, 9]) opened.sap.cancelInvoice(opened.sap.bill(opened.sap.dataset.orders.at(at)!.id))
  const { records, pages } = await opened.read('invoices')
  expect(Math.min(...pages.map(({ total }) => total ?? Number.NaN))).toBeLessThanOrEqual(new Set(records.map(({ id }) => id)).size)
  expect(new Set(records.map(({ id }) => id)).size).toBe(23)
})

const settings = SapSettings.parse({}).invoices
const statuses = (row: object) => toInvoice({ BillingDocument: '1', ...row }, settings).fields.status
test.each([
  [{ BillingDocumentIsCancelled: true, InvoiceClearingStatus: 'C' }, 'void'],
  [{ AccountingPostingStatus: 'A' }, 'draft'],
  [{ AccountingPostingStatus: '' }, 'draft'],
  [{ AccountingPostingStatus: 'C', InvoiceClearingStatus: 'C' }, 'paid'],
  [{ AccountingPostingStatus: 'C', InvoiceClearingStatus: 'B' }, 'partially_paid'],
  [{ AccountingPostingStatus: 'C', InvoiceClearingStatus: '' }, 'open'],
  [{}, 'open'],
])('the status of %j is %s', (row, expected) => {
  expect(statuses(row)).toBe(expected)
})

test('a credit memo is a credit note with positive amounts, by category or type', () => {
  const items = {
    results: [
      { BillingDocumentItem: '000010', NetAmount: '-10.00', TaxAmount: '-1.90', BillingQuantity: '2', SalesDocument: '0000004711' },
    ],
  }
  const row = { BillingDocument: '0090000001', TotalNetAmount: '-10.00', TaxAmount: '-1.90', TotalGrossAmount: '-11.90', to_Item: items }
  for (const kind of [{ SDDocumentCategory: 'O' }, { BillingDocumentType: 'RE' }]) {
    const { id, fields } = toInvoice({ ...row, ...kind }, settings)
    expect([id, fields]).toMatchObject([
      '90000001',
      { type: 'credit_note', subtotal: '10', taxTotal: '1.9', total: '11.9', orderNumber: '4711' },
    ])
    expect(fields.lines).toMatchObject([{ lineNumber: '10', lineTotal: '10', tax: '1.9', unitPrice: '5' }])
  }
  expect(toInvoice({ ...row, SDDocumentCategory: 'M' }, settings).fields).toMatchObject({ type: 'invoice', total: '-11.90' })
})
