import { canonical } from '@linkspan/connector-kit/testing/opened'
import { expect, test } from 'vitest'
import { openNetSuite, queriesOf } from './testing/open-netsuite.ts'

const order = (erp: { rows(sql: string): readonly Readonly<Record<string, unknown>>[] }, letter: string) =>
  String(erp.rows(`SELECT MIN(id) AS id FROM [transaction] WHERE type = 'SalesOrd' AND status = '${letter}'`)[0]?.id)

test('quantities and amounts of sales are positive, and header, tax and cost lines are no lines', async () => {
  await using opened = await openNetSuite()
  for (const dataType of ['orders', 'invoices'] as const) {
    const { records } = await opened.read(dataType)
    expect(records.length).toBeGreaterThan(10)
    for (const record of records) {
      const { lines, total, subtotal } = canonical(dataType, record) as {
        lines: { sku: string; quantity: string; lineTotal: string }[]
        total: string
        subtotal: string
      }
      const [{ n } = { n: 0 }] = opened.erp.rows(
        `SELECT COUNT(*) AS n FROM transactionline WHERE [transaction] = ${record.id} AND item IS NOT NULL AND iscogs = 'F'`,
      )
      expect(lines).toHaveLength(Number(n))
      for (const line of lines) expect([line.sku.slice(0, 3), Number(line.quantity) > 0]).toEqual(['GS-', true])
      expect(Number(total)).toBeGreaterThanOrEqual(Number(subtotal))
    }
  }
})

test('credit notes have positive amounts, and a part that is paid tells', async () => {
  await using opened = await openNetSuite({ dataset: { products: 10, orders: 3, invoices: 0 } })
  const invoice = opened.erp.invoiceOrder(4_000_000)
  const credit = opened.erp.creditInvoice(invoice)
  opened.erp.payInvoice(invoice, 0.01)
  const fields = new Map((await opened.read('invoices')).records.map((record) => [record.id, canonical('invoices', record)]))
  const [paid, credited] = [fields.get(String(invoice)), fields.get(String(credit))]
  expect(paid).toMatchObject({ type: 'invoice', status: 'partially_paid', statusRaw: 'A', orderNumber: 'SO4000000', currency: 'EUR' })
  expect(credited).toMatchObject({ type: 'credit_note', status: 'open', total: paid?.total })
  expect(credited).not.toHaveProperty('orderNumber')
  expect(credited?.lines).toEqual(paid?.lines)
})

test('times are those of the account, told in UTC', async () => {
  for (const timeZone of ['America/Los_Angeles', 'Australia/Sydney']) {
    await using opened = await openNetSuite({ timeZone })
    const { records } = await opened.read('products')
    const times = new Map(opened.erp.rows('SELECT id, _updated FROM item').map(({ id, _updated }) => [String(id), String(_updated)]))
    for (const { id, changedAt, fields } of records) {
      expect(changedAt).toBe(`${times.get(id)?.slice(0, 19)}.000Z`)
      expect(canonical('products', { id, fields, raw: null, changedAt }).sourceUpdatedAt).toBe(changedAt)
    }
  }
})

test('without the time zone no change is missed, and records have no change time', async () => {
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Niue']) {
    await using opened = await openNetSuite({ timeZone, settings: { accountTimeZone: undefined } })
    const all = opened.erp.rows('SELECT id, _updated AS time FROM item ORDER BY _updated')
    const since = String(all[10]?.time)
    const ids = (await opened.read('products', since)).records.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(all.slice(10).map(({ id }) => String(id))))
    const { records } = await opened.read('products')
    expect(records.some(({ fields }) => 'sourceUpdatedAt' in fields)).toBe(false)
  }
})

test('a pull of changes asks for a closed window, and what changes meanwhile is in the next one', async () => {
  await using opened = await openNetSuite({ context: { pageSize: 7 } })
  const { erp, session } = opened
  const seen: string[] = []
  let latest = ''
  for await (const page of session.source('products').pages({ after: null, since: '2020-01-01T00:00:00.000Z' })) {
    if (seen.length === 0)
      erp.store.database.change('item', Number(page.records[0]?.id), { lastmodifieddate: erp.store.dateOf(erp.store.now()) })
    seen.push(...page.records.map(({ id }) => id))
    latest = [latest, ...page.records.flatMap(({ changedAt }) => changedAt ?? [])].sort().at(-1) ?? ''
    expect(page.total).toBe(20)
  }
  expect(new Set(seen).size).toBe(20)
  const next = await opened.read('products', latest)
  expect(next.records.map(({ id }) => id)).toContain(seen[0])
  expect((await opened.read('products', '2099-01-01T00:00:00.000Z')).pages).toMatchObject([{ records: [], next: null, total: 0 }])
})

test('pages are queries of their own, so that neither offset nor a cap matters', async () => {
  await using opened = await openNetSuite({ dataset: { products: 2500, inventoryPerProduct: 2, orders: 0 }, context: { pageSize: 5000 } })
  expect((await opened.read('products')).records).toHaveLength(2500)
  const stock = await opened.read('inventory')
  expect(new Set(stock.records.map(({ id }) => id)).size).toBe(stock.records.length)
  expect(stock.pages.map(({ total }) => total)).toEqual(stock.pages.map(() => stock.records.length))
  const asked = opened.erp.requests.filter(({ path }) => path.endsWith('/suiteql'))
  expect(new Set(asked.map(({ query }) => `${query.limit}/${query.offset}`))).toEqual(new Set(['1000/0']))
})

test('nothing private about people is asked for', async () => {
  await using opened = await openNetSuite()
  const { records } = await opened.read('employees')
  const people = records.map((record) => canonical('employees', record))
  const numbers = new Set(people.map(({ employeeId }) => employeeId))
  expect(people.filter(({ managerId }) => managerId !== undefined && !numbers.has(managerId as string))).toEqual([])
  expect(people.filter(({ managerId }) => managerId === '00000001').length).toBeGreaterThan(3)
  expect(JSON.stringify([records, queriesOf(opened.erp)])).not.toMatch(/social|birth|123-45/i)
})

test('what there is none of is 0', async () => {
  await using opened = await openNetSuite()
  const { records } = await opened.read('inventory')
  for (const record of records) {
    const { quantityOnHand, quantityAvailable, quantityReserved, quantityOnOrder, asOf } = canonical('inventory', record)
    for (const quantity of [quantityOnHand, quantityAvailable, quantityReserved, quantityOnOrder]) expect(quantity).toMatch(/^-?\d/)
    expect(asOf).toMatch(/Z$/)
  }
})

test('columns that an account does not show are left out, once for a session', async () => {
  const hidden = ['transaction.currency', 'transactionline.units', 'transactionline.isclosed']
  await using opened = await openNetSuite({ hidden, settings: { currency: 'USD' } })
  const { records } = await opened.read('orders')
  expect(records.map((record) => canonical('orders', record).currency)).toEqual(records.map(() => 'USD'))
  await opened.read('orders')
  const refused = queriesOf(opened.erp).filter((query) => /t\.currency AS|tl\.units AS|tl\.isclosed/.test(query))
  expect(refused).toHaveLength(3)
})

test('a column without which rows are worth nothing is named in a failure', async () => {
  await using opened = await openNetSuite({ hidden: ['item.itemid'] })
  await expect(opened.read('products')).rejects.toMatchObject({
    code: 'setup.request-refused',
    message: expect.stringContaining("Unknown identifier 'itemid'"),
  })
})

test('further columns are in the row for a mapping, and prices come from the table of the settings', async () => {
  const settings = {
    columns: { products: ['stockunit', 'externalid'], orders: ['memo'], order_lines: ['memo'], employees: ['location'] },
    prices: { table: 'pricing', quantityField: 'quantity', currencyField: 'currency', currency: '2' },
    currency: 'EUR',
  }
  await using opened = await openNetSuite({ settings })
  opened.erp.rows("UPDATE transactionline SET memo = 'Fragile' WHERE [transaction] = 4000000")
  const [product] = (await opened.read('products')).records
  const [{ unitprice } = {}] = opened.erp.rows(`SELECT unitprice FROM pricing WHERE item = ${product?.id}`)
  expect(product?.raw).toMatchObject({ stockunit: expect.stringMatching(/^\d$/) })
  expect(canonical('products', product!)).toMatchObject({
    price: String(unitprice),
    currency: 'EUR',
    uom: expect.stringMatching(/^[A-Z]+$/),
  })
  const [person] = (await opened.read('employees')).records
  expect(canonical('employees', person!).location).toMatch(/\p{L}/u)
  const [first] = (await opened.read('orders')).records
  expect(canonical('orders', first!)).toMatchObject({
    lines: expect.arrayContaining([expect.objectContaining({ description: 'Fragile' })]),
  })
})

test.each([{ hidden: [] }, { hidden: ['transactionline.subsidiary'], header: true }])(
  'only the subsidiary of the settings is read: %j',
  async (options) => {
    await using opened = await openNetSuite({ settings: { subsidiary: "o'brien gifts inc." }, hidden: options.hidden })
    const read = () => opened.read('orders')
    if ('header' in options) {
      await expect(read()).rejects.toMatchObject({ message: expect.stringContaining("Unknown identifier 'subsidiary'") })
      expect(queriesOf(opened.erp).at(-1)).toContain('t.subsidiary = 2')
      return
    }
    const { records } = await read()
    expect(records.length).toBeGreaterThan(0)
    for (const record of records) {
      const { customerId, companyId } = canonical('orders', record)
      expect([Number(customerId) % 2, companyId]).toEqual([0, '2'])
    }
  },
)

test('filters are asked for, with their quotes', async () => {
  await using opened = await openNetSuite()
  const filtered = async (field: string, value: string) =>
    (await opened.read('products', null, { filters: [{ field, values: [value] }] })).records.map(({ fields }) => fields.sku)
  expect(await filtered('sku', 'GS-1000003')).toEqual(['GS-1000003'])
  expect(await filtered('sku', "x' OR '1'='1")).toEqual([])
})

test('a query that takes NetSuite too long is asked again for fewer rows', async () => {
  await using opened = await openNetSuite({ context: { pageSize: 20 } })
  opened.erp.faults.add({ kind: 'server-error', status: 504, path: /suiteql/ })
  const { pages, records } = await opened.read('products')
  expect([pages.length, records.length]).toEqual([2, 20])
})

test('too many calls at once are throttling, whatever the status', async () => {
  await using opened = await openNetSuite({ concurrency: 0 })
  await expect(opened.read('products')).rejects.toMatchObject({ code: 'remote.throttled' })
})

test('a closed order is shipped, or cancelled if nothing was, and the letter is kept', async () => {
  await using opened = await openNetSuite()
  const { erp } = opened
  const [open, partly] = [order(erp, 'B'), order(erp, 'D')]
  erp.closeOrder(Number(open))
  erp.closeOrder(Number(partly))
  const orders = new Map((await opened.read('orders')).records.map((record) => [record.id, canonical('orders', record)]))
  expect([orders.get(open), orders.get(partly)]).toMatchObject([
    { status: 'cancelled', statusRaw: 'H' },
    { status: 'shipped', statusRaw: 'H' },
  ])
  const statuses = new Map((await opened.read('order_status')).records.map((record) => [record.id, canonical('order_status', record)]))
  expect([statuses.get(open)?.status, statuses.get(partly)?.status]).toEqual(['cancelled', 'shipped'])
})
