import { logCapture } from '@linkspan/connector-kit/testing/open-context'
import { canonical } from '@linkspan/connector-kit/testing/opened'
import type { FoEntity, FoStore } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { type OpenedFo, openFo } from './testing/open-fo.ts'

const shown = ({ erp }: OpenedFo, set: keyof FoStore): readonly FoEntity[] =>
  erp.store[set].sorted('id').filter(({ fields }) => fields.dataAreaId === 'usmf')
const asked = ({ erp }: OpenedFo, set: string) => erp.requests.filter(({ path }) => path === `/data/${set}`)

test('released products are products of the legal entity alone, with the names of the products and the currency of the ledger', async () => {
  await using opened = await openFo()
  const { records } = await opened.read('products')
  const entities = shown(opened, 'ReleasedProductsV2')
  expect(records.map(({ id }) => id)).toEqual(entities.map(({ id }) => id))
  for (const [at, { fields }] of entities.entries()) {
    const name = opened.erp.store.ProductsV2.get(String(fields.ProductNumber))?.fields.ProductName
    expect(canonical('products', records[at]!)).toMatchObject({
      sku: fields.ItemNumber,
      name,
      price: String(fields.SalesPrice),
      currency: 'EUR',
      uom: fields.SalesUnitSymbol,
      type: fields.ProductType === 'Service' ? 'service' : 'inventory',
      active: true,
      companyId: 'usmf',
    })
    expect(records[at]?.fields.priceUnitQuantity).toBe(fields.SalesPriceQuantity === 0 ? undefined : String(fields.SalesPriceQuantity))
  }
  expect(asked(opened, 'ProductsV2')).toHaveLength(1)
  expect(JSON.stringify(records)).not.toContain('of another company')
})

test('without ProductsV2 the search name is the name, and lifecycle states tell what is not active', async () => {
  await using opened = await openFo({
    hides: ['ProductsV2'],
    settings: { inactiveLifecycleStates: ['Obsolete'], accountingCurrency: 'SEK' },
  })
  const { records } = await opened.read('products')
  for (const [at, { fields }] of shown(opened, 'ReleasedProductsV2').entries())
    expect(canonical('products', records[at]!)).toMatchObject({
      name: fields.SearchName,
      active: fields.ProductLifecycleStateId === '',
      currency: 'SEK',
    })
  expect(asked(opened, 'Ledgers')).toEqual([])
})

test('every call of a company is across companies and for one company, in the order of the key', async () => {
  await using opened = await openFo({ context: { pageSize: 3 } })
  for (const dataType of ['products', 'inventory', 'orders', 'order_status', 'invoices'] as const) await opened.read(dataType)
  const reads = opened.erp.requests.filter(({ path }) => /\/data\/(Released|Warehouses?OnHand|Sales)/.test(path))
  expect(reads.length).toBeGreaterThan(20)
  for (const { query } of reads) {
    expect(query['cross-company']).toBe('true')
    expect(query.$filter).toMatch(/^dataAreaId eq 'usmf'/)
    expect(query.$orderby).toMatch(/^dataAreaId,/)
  }
  expect(asked(opened, 'WarehousesOnHandV2').some(({ query }) => '$count' in query)).toBe(false)
})

test('stock comes with its unit, its place and its variant', async () => {
  await using opened = await openFo({ context: { pageSize: 7 } })
  const { records } = await opened.read('inventory')
  const entities = shown(opened, 'WarehousesOnHandV2')
  expect(new Set(records.map(({ id }) => id)).size).toBe(entities.length)
  for (const { fields } of entities) {
    const sku = [fields.ItemNumber, fields.ProductColorId].filter((part) => part !== '').join('/')
    const locationId = `${fields.InventorySiteId}/${fields.InventoryWarehouseId}`
    const record = records.find((each) => each.fields.sku === sku && each.fields.locationId === locationId)
    const item = opened.erp.store.ReleasedProductsV2.get(`usmf|${fields.ItemNumber}`)
    expect(canonical('inventory', record!)).toMatchObject({
      quantityOnHand: String(fields.OnHandQuantity),
      quantityReserved: String(fields.ReservedOnHandQuantity),
      quantityAvailable: String(fields.AvailableOnHandQuantity),
      uom: item?.fields.InventoryUnitSymbol,
    })
  }
  expect(records.some(({ fields }) => String(fields.sku).endsWith('/Red'))).toBe(true)
})

test('of workers nothing private is asked for, and their words are kept', async () => {
  await using opened = await openFo()
  const { records } = await opened.read('employees')
  const statuses: Readonly<Record<string, string>> = { Employed: 'active', Pending: 'pending', Terminated: 'terminated' }
  for (const [at, { fields }] of opened.erp.store.Workers.sorted('id').entries())
    expect(canonical('employees', records[at]!)).toMatchObject({
      employeeId: fields.PersonnelNumber,
      lastName: fields.LastName,
      jobTitle: fields.TitleId,
      hireDate: String(fields.OriginalHireDateTime).slice(0, 10),
      status: statuses[String(fields.WorkerStatus)],
      statusRaw: fields.WorkerStatus,
    })
  expect(JSON.stringify(records)).not.toMatch(/BirthDate|Gender|Marital|Nationality|1980-05-05/)
  expect(opened.erp.requests.some(({ query }) => /BirthDate|Gender/.test(query.$select ?? ''))).toBe(false)
})

test('without workers employments and people tell who works here, by the days of the latest employment', async () => {
  await using opened = await openFo({ hides: ['Workers'] })
  const { Employments } = opened.erp.store
  const [first] = Employments.sorted('id')
  const later = { ...first!.fields, EmploymentStartDate: '2099-01-01T12:00:00Z', EmploymentEndDate: '2154-12-31T12:00:00Z' }
  Employments.put({ id: `${first!.id}later`, fields: later, lines: [] })
  const { records } = await opened.read('employees')
  const employees = new Map(records.map((record) => [record.id, canonical('employees', record)]))
  expect(employees.size).toBe(12)
  expect(employees.get(String(first?.fields.PersonnelNumber))).toMatchObject({ status: 'pending', hireDate: '2099-01-01' })
  for (const { fields } of Employments.sorted('id').slice(2)) {
    const end = String(fields.EmploymentEndDate).slice(0, 10)
    const employee = employees.get(String(fields.PersonnelNumber))
    expect(employee?.terminationDate).toBe(end === '2154-12-31' ? undefined : end)
    expect(employee).toMatchObject({ lastName: expect.any(String), companyId: 'usmf' })
    if (end !== '2154-12-31') expect(employee).toMatchObject({ status: 'terminated', active: false })
  }
  expect(JSON.stringify(records)).not.toMatch(/BirthDate|1980-05-05/)
})

test('orders come with their lines; totals that nobody has calculated are sums', async () => {
  await using opened = await openFo()
  const { records, pages } = await opened.read('orders')
  const entities = shown(opened, 'SalesOrderHeadersV2')
  expect(pages.map(({ total }) => total)).toEqual(pages.map(() => 30))
  for (const [at, { fields }] of entities.entries()) {
    const lines = opened.erp.linesOf(String(fields.SalesOrderNumber))
    const sum = lines.reduce((net, line) => net + Number(line.fields.LineAmount) * 100, 0) / 100
    const order = canonical('orders', records[at]!) as Readonly<Record<string, unknown>> & { readonly lines: readonly object[] }
    expect(Number(order.total)).toBeCloseTo(fields.AreTotalsCalculated === 'Yes' ? Number(fields.OrderTotalAmount) : sum, 2)
    expect(order).toMatchObject({
      orderNumber: fields.SalesOrderNumber,
      customerId: fields.OrderingCustomerAccountNumber,
      orderDate: String(fields.OrderCreationDateTime).slice(0, 10),
      currency: 'EUR',
      shipTo: { city: fields.DeliveryAddressCity, country: fields.DeliveryAddressCountryRegionISOCode },
    })
    expect(order.promisedDate === undefined).toBe(String(fields.ConfirmedReceiptDate).startsWith('1900'))
    expect(order.lines.map((line) => (line as { readonly sku: string }).sku)).toEqual(lines.map((line) => line.fields.ItemNumber))
  }
})

test('the price of a line is that of one unit', async () => {
  await using opened = await openFo()
  const [line] = shown(opened, 'SalesOrderLines')
  opened.erp.store.SalesOrderLines.put({ ...line!, fields: { ...line!.fields, SalesPrice: 100, SalesPriceQuantity: 3 } })
  const { records } = await opened.read('orders')
  const order = records.find(({ fields }) => fields.orderNumber === line?.fields.SalesOrderNumber)
  expect(order?.fields).toMatchObject({
    lines: expect.arrayContaining([expect.objectContaining({ unitPrice: '33.33333333', lineNumber: '1' })]),
  })
})

test('the words of header and lines tell how far an order is', async () => {
  await using opened = await openFo()
  const [order] = shown(opened, 'SalesOrderHeadersV2').filter(
    ({ fields }) => opened.erp.linesOf(String(fields.SalesOrderNumber)).length > 1,
  )
  const number = String(order?.fields.SalesOrderNumber)
  const lines = opened.erp.linesOf(number)
  const statusOf = async () => (await opened.read('orders')).records.find(({ fields }) => fields.orderNumber === number)?.fields.status
  for (const [status, processing, isStopped, delivered, expected] of [
    ['None', 'None', 'No', 0, 'pending'],
    ['Backorder', 'Active', 'No', 0, 'pending'],
    ['Backorder', 'Confirmed', 'No', 0, 'processing'],
    ['Backorder', 'Confirmed', 'Yes', 0, 'on_hold'],
    ['Backorder', 'PartiallyDelivered', 'No', 0, 'partially_shipped'],
    ['Backorder', 'Confirmed', 'No', 1, 'partially_shipped'],
    ['Delivered', 'Delivered', 'Yes', 0, 'shipped'],
    ['Invoiced', 'Invoiced', 'No', 0, 'shipped'],
    ['Canceled', 'Active', 'Yes', 0, 'cancelled'],
    ['Backorder', 'Blessed', 'No', 0, 'Blessed'],
  ] as const) {
    opened.erp.editOrder(number, { SalesOrderStatus: status, SalesOrderProcessingStatus: processing, IsSalesProcessingStopped: isStopped })
    for (const [at, line] of lines.entries())
      opened.erp.store.SalesOrderLines.put({
        ...line,
        fields: { ...line.fields, SalesOrderLineStatus: at < delivered ? 'Delivered' : 'Backorder' },
      })
    expect(await statusOf(), `${status} ${processing} ${isStopped} ${delivered}`).toBe(expected)
  }
})

test('a delta brings new and open orders, and those that were invoiced lately; old ones that are over stay away', async () => {
  await using opened = await openFo({ dataset: { products: 10, orders: 60, invoices: 0 }, settings: { orderWindowDays: 0 } })
  const isOver = ({ fields }: FoEntity) => /Invoiced|Canceled/.test(String(fields.SalesOrderStatus))
  const since = '2026-06-01T10:00:00.000Z'
  const before = (await opened.read('orders', since)).records.map(({ id }) => id)
  expect(before.sort()).toEqual(
    shown(opened, 'SalesOrderHeadersV2')
      .filter((each) => !isOver(each))
      .map(({ id }) => id),
  )
  const open = shown(opened, 'SalesOrderHeadersV2').find((each) => !isOver(each) && each.fields.SalesOrderStatus === 'Backorder')
  const number = String(open?.fields.SalesOrderNumber)
  opened.erp.packOrder(number)
  opened.erp.invoiceOrder(number)
  const { records } = await opened.read('orders', since)
  expect(records.find(({ id }) => id === open?.id)?.fields).toMatchObject({ status: 'shipped', statusRaw: 'Invoiced' })
  expect(asked(opened, 'SalesOrderHeadersV2')[0]?.query.$filter).toContain('OrderCreationDateTime ge 2026-05-30T00:00:00')
})

test('lines of a page are read along with it, also if some of its orders have none', async () => {
  await using opened = await openFo({ dataset: { products: 20, orders: 1000, invoices: 1000 }, context: { pageSize: 500 } })
  const [, , third] = shown(opened, 'SalesOrderHeadersV2')
  for (const { id } of opened.erp.linesOf(String(third?.fields.SalesOrderNumber))) opened.erp.store.SalesOrderLines.remove(id)
  const { records } = await opened.read('orders')
  const counts = new Map(records.map(({ fields }) => [fields.orderNumber, (fields.lines as readonly unknown[]).length]))
  for (const { fields } of shown(opened, 'SalesOrderHeadersV2'))
    expect(counts.get(fields.SalesOrderNumber)).toBe(opened.erp.linesOf(String(fields.SalesOrderNumber)).length)
  expect([asked(opened, 'SalesOrderHeadersV2').length, asked(opened, 'SalesOrderLines').length]).toEqual([2, 3])
  expect((await opened.read('invoices')).records).toHaveLength(1000)
  expect(asked(opened, 'SalesInvoiceLines')).toHaveLength(2)
})

test('of changes the lines are asked for by the numbers of the orders', async () => {
  await using opened = await openFo({ dataset: { products: 20, orders: 200, invoices: 0 }, context: { pageSize: 500 } })
  const { records } = await opened.read('orders', '2026-06-01T00:00:00.000Z')
  expect(records.length).toBeGreaterThan(100)
  for (const { fields } of records)
    expect((fields.lines as readonly unknown[]).length).toBe(opened.erp.linesOf(String(fields.orderNumber)).length)
  const filters = asked(opened, 'SalesOrderLines').map(({ query }) => query.$filter ?? '')
  expect(filters.every((filter) => / or /.test(filter) && filter.length < 2000)).toBe(true)
  expect(filters.length).toBeLessThan(records.length / 20)
})

test('order status has the packing slips of what has left, with the carrier of the order', async () => {
  await using opened = await openFo()
  const [order] = shown(opened, 'SalesOrderHeadersV2').filter(({ fields }) => fields.SalesOrderProcessingStatus === 'Active')
  const number = String(order?.fields.SalesOrderNumber)
  opened.erp.packOrder(number, { lines: 1 })
  const { records } = await opened.read('order_status')
  expect(new Set(records.map(({ id }) => id)).size).toBe(30)
  const [line] = opened.erp.linesOf(number)
  expect(canonical('order_status', records.find(({ fields }) => fields.orderNumber === number)!)).toMatchObject({
    orderExternalId: `usmf|${number}`,
    shipments: [
      {
        shipmentId: expect.stringMatching(/^PS-/),
        carrier: 'DHL',
        service: 'Express',
        lines: [{ lineNumber: '1', sku: line?.fields.ItemNumber, quantity: String(line?.fields.OrderedSalesQuantity) }],
      },
    ],
  })
  expect(asked(opened, 'SalesPackingSlipHeaders').length).toBeLessThan(3)
})

test('without packing slips orders have a status and no shipments', async () => {
  await using opened = await openFo({ hides: ['SalesPackingSlipHeaders', 'SalesPackingSlipLines'] })
  const { records } = await opened.read('order_status')
  expect(records.map(({ fields }) => fields.shipments)).toEqual(records.map(() => []))
  expect(records.some(({ fields }) => fields.status === 'shipped')).toBe(true)
})

test('credit notes are positive, and lines belong to the invoice of their day', async () => {
  await using opened = await openFo({ dataset: { products: 10, orders: 10, invoices: 60 } })
  const { records } = await opened.read('invoices')
  const entities = shown(opened, 'SalesInvoiceHeadersV2')
  expect(records).toHaveLength(60)
  for (const [at, { fields }] of entities.entries()) {
    const invoice = canonical('invoices', records[at]!)
    expect(invoice).toMatchObject({
      invoiceNumber: fields.InvoiceNumber,
      type: Number(fields.TotalInvoiceAmount) < 0 ? 'credit_note' : 'invoice',
      total: String(Math.abs(Number(fields.TotalInvoiceAmount))),
      issueDate: String(fields.InvoiceDate).slice(0, 10),
    })
    expect((invoice.lines as readonly { readonly lineTotal: string }[]).every(({ lineTotal }) => !lineTotal.startsWith('-'))).toBe(true)
  }
  expect(new Set(records.map(({ fields }) => fields.type))).toEqual(new Set(['invoice', 'credit_note']))
})

test('the newest entity sets are read, and others if the settings name them', async () => {
  await using fresh = await openFo({ isNew: true })
  expect((await fresh.read('orders')).records).toHaveLength(30)
  expect(asked(fresh, 'SalesOrderHeadersV4')).toHaveLength(1)
  expect(asked(fresh, 'SalesOrderLines')).toHaveLength(0)
  await using chosen = await openFo({ isNew: true, settings: { entitySets: { orders: 'SalesOrderHeadersV2' } } })
  expect((await chosen.read('orders')).records).toHaveLength(30)
  expect(asked(chosen, 'SalesOrderHeadersV4')).toHaveLength(0)
})

test('without $metadata the oldest entity sets are asked for, and the log says so', async () => {
  const { logger, lines } = logCapture()
  await using opened = await openFo({ context: { logger } })
  opened.erp.faults.add({ kind: 'not-found', path: /\$metadata/, times: 'always' })
  expect((await opened.read('orders')).records).toHaveLength(30)
  expect(lines.join('\n')).toContain('gives no $metadata')
})

test('an environment without the entity says which one is missing', async () => {
  await using opened = await openFo({ hides: ['SalesInvoiceHeadersV2'] })
  await expect(opened.read('invoices')).rejects.toMatchObject({
    code: 'setup.resource-missing',
    message: expect.stringContaining('settings.entitySets.invoices'),
  })
})

test('a second pull brings the same content, and no page is larger than the ceiling', async () => {
  await using opened = await openFo({ context: { pageSize: 100_000 } })
  for (const dataType of ['products', 'orders', 'order_status', 'employees', 'invoices'] as const) {
    const content = async () => (await opened.read(dataType)).records.map(({ id, fields }) => ({ id, fields }))
    expect(await content()).toEqual(await content())
  }
  const sizes = new Set(asked(opened, 'ReleasedProductsV2').map(({ headers }) => headers.prefer))
  expect(sizes).toEqual(new Set(['odata.maxpagesize=10000']))
})

test('a filter is asked for unless it has a text that stands for others', async () => {
  await using opened = await openFo()
  const ids = async (values: readonly string[]) => {
    const pages = opened.session.source('products').pages({ after: null, since: null, filters: [{ field: 'sku', values }] })
    const found: string[] = []
    for await (const { records } of pages) found.push(...records.map(({ id }) => id))
    return found
  }
  expect(await ids(['GS-1000001', 'GS-1000002'])).toEqual(['usmf|GS-1000001', 'usmf|GS-1000002'])
  expect(await ids(['GS*'])).toHaveLength(20)
  expect(asked(opened, 'ReleasedProductsV2').at(-1)?.query.$filter).toBe("dataAreaId eq 'usmf'")
})
