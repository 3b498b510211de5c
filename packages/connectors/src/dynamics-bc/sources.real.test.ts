import { logCapture } from '@linkspan/connector-kit/testing/open-context'
import { canonical } from '@linkspan/connector-kit/testing/opened'
import { expect, test } from 'vitest'
import { openBc } from './testing/open-bc.ts'

test('items are products, priced in the local currency, which is asked for once', async () => {
  await using opened = await openBc()
  const { records, pages } = await opened.read('products')
  const entities = opened.erp.store.items.sorted('id')
  expect(records.map(({ id }) => id)).toEqual(entities.map(({ id }) => id))
  expect(pages.map(({ total }) => total)).toEqual([20])
  for (const [at, { fields, updatedAt }] of entities.entries())
    expect(canonical('products', records[at]!)).toMatchObject({
      sku: fields.number,
      name: fields.displayName,
      price: String(fields.unitPrice),
      cost: String(fields.unitCost),
      currency: 'EUR',
      priceIncludesTax: false,
      uom: fields.baseUnitOfMeasureCode,
      categoryId: fields.itemCategoryCode,
      type: String(fields.type).toLowerCase(),
      active: !fields.blocked,
      sourceUpdatedAt: updatedAt,
      companyId: opened.erp.companyId,
    })
  await opened.read('products')
  expect(opened.erp.requests.filter(({ path }) => path.endsWith('/companyInformation'))).toHaveLength(1)
})

test('the local currency comes from the ledger setup if the company does not tell it, or from the settings', async () => {
  await using ledger = await openBc()
  const [company] = ledger.erp.store.companyInformation.sorted('id')
  ledger.erp.store.companyInformation.put({ ...company!, fields: { currencyCode: '' } })
  const [setup] = ledger.erp.store.generalLedgerSetup.sorted('id')
  ledger.erp.store.generalLedgerSetup.put({ ...setup!, fields: { localCurrencyCode: 'DKK' } })
  expect((await ledger.read('products')).records[0]?.fields.currency).toBe('DKK')
  await using set = await openBc({ settings: { localCurrency: 'SEK' } })
  expect((await set.read('orders')).records.map(({ fields }) => fields.currency)).toContain('SEK')
  expect(set.erp.requests.some(({ path }) => /companyInformation|generalLedgerSetup/.test(path))).toBe(false)
})

test('documents in a local currency that nobody tells are an error of the settings', async () => {
  await using opened = await openBc()
  opened.erp.faults.add({ kind: 'forbidden', path: /companyInformation|generalLedgerSetup/, times: 'always' })
  await expect(opened.read('orders')).rejects.toMatchObject({
    code: 'setup.settings-invalid',
    message: expect.stringContaining('localCurrency'),
  })
  expect((await opened.read('products')).records[0]?.fields).not.toHaveProperty('currency')
})

test('only properties that the tenant has are asked for', async () => {
  await using opened = await openBc()
  const { items } = opened.erp.store
  for (const { updatedAt: _, ...item } of items.sorted('id')) {
    const { displayName2: __, gtin: ___, ...fields } = item.fields
    items.put({ ...item, fields })
  }
  expect((await opened.read('products')).records).toHaveLength(20)
  const asked = opened.erp.requests.find(({ path }) => path.endsWith('/items'))?.query.$select
  expect(asked).toContain('displayName,')
  expect(asked).not.toMatch(/displayName2|gtin/)
})

test('without $metadata the properties of the standard are asked for, and the log says so', async () => {
  const { logger, lines } = logCapture()
  await using opened = await openBc({ context: { logger } })
  opened.erp.faults.add({ kind: 'forbidden', path: /\$metadata/, times: 'always' })
  expect((await opened.read('products')).records).toHaveLength(20)
  expect(lines.join('\n')).toContain('gives no $metadata')
})

test('of employees nothing private is asked for, and their words are kept', async () => {
  await using opened = await openBc()
  const { records } = await opened.read('employees')
  const statuses = { Active: ['active', true], Inactive: ['on_leave', false], Terminated: ['terminated', false] } as const
  for (const [at, { fields }] of opened.erp.store.employees.sorted('id').entries()) {
    const [status, active] = statuses[fields.status as keyof typeof statuses]
    expect(canonical('employees', records[at]!)).toMatchObject({
      employeeId: fields.number,
      lastName: fields.surname,
      status,
      active,
      statusRaw: fields.status,
    })
    expect(records[at]?.fields.terminationDate).toBe(fields.terminationDate === '0001-01-01' ? undefined : fields.terminationDate)
  }
  expect(JSON.stringify(records)).not.toMatch(/iban|birthDate|bankAccount|personalEmail|DE0210/)
  expect(opened.erp.requests.some(({ query }) => /iban|birthDate|personalEmail/.test(query.$select ?? ''))).toBe(false)
})

test('orders come with lines; blank codes, days and ids stand for nothing', async () => {
  await using opened = await openBc()
  const { records, pages } = await opened.read('orders')
  expect(pages.every(({ partial }) => partial)).toBe(true)
  for (const [at, { fields, lines }] of opened.erp.store.salesOrders.sorted('id').entries()) {
    const order = canonical('orders', records[at]!) as { readonly lines: readonly Record<string, unknown>[] }
    expect(order).toMatchObject({ orderNumber: fields.number, customerId: fields.customerNumber, currency: fields.currencyCode || 'EUR' })
    expect(records[at]?.fields.requestedDeliveryDate).toBe(
      fields.requestedDeliveryDate === '0001-01-01' ? undefined : fields.requestedDeliveryDate,
    )
    expect(order.lines.map(({ lineNumber, sku, locationId }) => [lineNumber, sku, locationId])).toEqual(
      lines.map(({ sequence, lineObjectNumber }) => [String(sequence), lineObjectNumber, undefined]),
    )
  }
})

test('the lines tell what is shipped, not fullyShipped', async () => {
  await using opened = await openBc()
  const { salesOrders } = opened.erp.store
  const statusOf = async (id: string) => (await opened.read('orders')).records.find((record) => record.id === id)?.fields.status
  const [order] = salesOrders.sorted('id').filter(({ lines }) => lines.length > 1)
  const put = (shipped: readonly number[], status: string) =>
    salesOrders.put({
      id: order!.id,
      lines: order!.lines.map((line, at) => ({ ...line, quantity: 2, shippedQuantity: shipped[at] ?? 0 })),
      fields: { ...order!.fields, fullyShipped: true, status },
    })
  for (const [shipped, status, expected] of [
    [[], 'Draft', 'pending'],
    [[], 'In Review', 'pending'],
    [[], 'In_x0020_Review', 'pending'],
    [[], 'Open', 'processing'],
    [[], 'Pending Magic', 'Pending Magic'],
    [[2], 'Open', 'partially_shipped'],
    [order!.lines.map(() => 2), 'Open', 'shipped'],
  ] as const) {
    put(shipped, status)
    expect(await statusOf(order!.id)).toBe(expected)
  }
})

test('stock is read whole, and then for the items that the ledger says have moved', async () => {
  await using opened = await openBc()
  const whole = await opened.read('inventory')
  expect(whole.records).toHaveLength(20)
  expect(whole.records.every(({ changedAt }) => Date.parse(changedAt ?? '') > Date.parse('2026-01-01'))).toBe(true)
  const moved = String(opened.erp.store.items.sorted('id')[3]?.fields.number)
  const quantity = opened.erp.store.itemLedgerEntries.with('itemNumber', moved)[0]?.fields.quantity
  const since = new Date(Date.now() - 1000).toISOString()
  opened.erp.store.itemLedgerEntries.put({
    id: '00000008-0000-4000-8000-999999999999',
    lines: [],
    fields: { itemNumber: moved, quantity: 5 },
  })
  const { records } = await opened.read('inventory', since)
  const before = opened.erp.store.itemLedgerEntries.with('itemNumber', moved).reduce((sum, { fields }) => sum + Number(fields.quantity), 0)
  expect(records.map((record) => canonical('inventory', record))).toMatchObject([{ sku: moved, locationId: '*' }])
  expect(Number(records[0]?.fields.quantityOnHand)).toBeCloseTo(before, 3)
  expect(before).not.toBe(quantity)
})

test('many items that moved are asked for twenty at a time', async () => {
  await using opened = await openBc({ dataset: { products: 45, inventoryPerProduct: 1, orders: 0 } })
  expect((await opened.read('inventory', '2000-01-01T00:00:00.000Z')).records).toHaveLength(45)
  const filters = opened.erp.requests.filter(({ path }) => path.endsWith('/items')).map(({ query }) => query.$filter ?? '')
  expect(filters.map((filter) => filter.split(' or ').length)).toEqual([20, 20, 5])
})

test('a page that takes the server too long is asked for in halves', async () => {
  await using opened = await openBc({ dataset: { products: 60, orders: 0 } })
  opened.erp.faults.add({ kind: 'server-error', status: 504, path: /\/items/, times: 2 })
  expect((await opened.read('products')).records).toHaveLength(60)
  const sizes = opened.erp.requests.filter(({ path }) => path.endsWith('/items')).map(({ headers }) => headers.prefer)
  expect(sizes.slice(0, 3)).toEqual(['odata.maxpagesize=100', 'odata.maxpagesize=50', 'odata.maxpagesize=25'])
})

test('no page is larger than the ceiling, no call names the place of a row, and English is asked for', async () => {
  await using opened = await openBc({ context: { pageSize: 100_000 }, pageSize: 7 })
  await opened.read('products')
  await opened.read('orders', '2000-01-01T00:00:00.000Z')
  const reads = opened.erp.requests.filter(({ path }) => /\/(items|salesOrders)$/.test(path))
  expect(reads.every(({ headers }) => headers.prefer === 'odata.maxpagesize=20000')).toBe(true)
  expect(reads.some(({ query }) => '$skip' in query || '$top' in query)).toBe(false)
  const calls = opened.erp.requests.filter(({ path }) => path.includes('/api/v2.0/'))
  expect(calls.map(({ headers }) => headers['accept-language'])).toEqual(calls.map(() => 'en-US'))
})

test('a second pull brings the same content', async () => {
  await using opened = await openBc()
  for (const dataType of ['products', 'orders', 'order_status', 'employees', 'invoices'] as const) {
    const content = async () => (await opened.read(dataType)).records.map(({ id, fields }) => ({ id, fields }))
    expect(await content()).toEqual(await content())
  }
})

test('invoices and credit memos are one stream', async () => {
  await using opened = await openBc({ dataset: { products: 10, orders: 20, invoices: 60 } })
  const [invoice] = opened.erp.store.salesInvoices.sorted('id').filter(({ fields }) => fields.status === 'Open')
  opened.erp.store.salesInvoices.put({ ...invoice!, fields: { ...invoice!.fields, remainingAmount: 0.5 } })
  const { records, pages } = await opened.read('invoices')
  const invoices = records.map((record) => canonical('invoices', record))
  expect(pages.map(({ total }) => total)).toEqual(pages.map(() => 60))
  expect(new Set(invoices.map(({ type }) => type))).toEqual(new Set(['invoice', 'credit_note']))
  expect(invoices.find(({ invoiceNumber }) => invoiceNumber === invoice?.fields.number)).toMatchObject({
    status: 'partially_paid',
    statusRaw: 'Open',
    balanceDue: '0.5',
    orderNumber: invoice?.fields.orderNumber,
  })
})

test('stock of each location comes from a page of the customer, whole every time', async () => {
  await using opened = await openBc({
    settings: {
      inventoryPath: '/v2.0/contoso.example/production/api/v2.0/companies(c0000000-0000-4000-8000-000000000001)/itemLedgerEntries',
    },
  })
  expect(opened.session.source('inventory').incremental).toBe(false)
  const { records } = await opened.read('inventory')
  expect(canonical('inventory', records[0]!)).toMatchObject({
    sku: expect.stringMatching(/^GS-/),
    locationId: '*',
    quantityOnHand: expect.any(String),
  })
})
