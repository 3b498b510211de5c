import { canonical } from '@linkspan/connector-kit/testing/opened'
import { expect, test } from 'vitest'
import { openFusion, queriesOf, rowsOf } from './testing/open-fusion.ts'

type Rows = readonly Record<string, unknown>[]

test('items of the master organization are products, without a price', async () => {
  await using opened = await openFusion()
  const { records } = await opened.read('products')
  const items = rowsOf(opened.erp.store.itemsV2.all()).filter(({ fields }) => fields.OrganizationCode === 'V1')
  expect(records).toHaveLength(items.length)
  for (const { fields, updatedAt } of items) {
    const record = records.find(({ id }) => id === String(fields.ItemId))!
    expect(canonical('products', record)).toMatchObject({
      sku: fields.ItemNumber,
      name: fields.ItemDescription,
      uomRaw: fields.PrimaryUOMValue,
      category: fields.ItemClass,
      active: fields.ItemStatusValue === 'Active',
      companyId: 'V1',
      sourceUpdatedAt: updatedAt,
    })
    expect(record.fields).not.toHaveProperty('price')
  }
  const [query] = queriesOf(opened.erp, 'itemsV2')
  expect(query).toMatchObject({ q: "OrganizationCode='V1'", onlyData: 'true' })
  expect(query?.fields?.split(',')).toEqual(expect.arrayContaining(['ItemId', 'ItemNumber', 'PrimaryUOMValue', 'LastUpdateDateTime']))
  expect(query).not.toHaveProperty('expand')
})

test('stock is the sum over locators and lots, organization by organization, also where a page ends within', async () => {
  await using opened = await openFusion({
    dataset: { products: 3, orders: 0 },
    settings: { inventoryOrganizations: ['M1', 'M2'] },
    context: { pageSize: 3 },
  })
  const { inventoryOnhandBalances: stock } = opened.erp.store
  for (const { key } of rowsOf(stock.all())) stock.remove(key)
  const put = (at: number, organization: string, item: string, subinventory: string, quantity: number | string, locator = `L${at}`) =>
    stock.put({
      key: String(at),
      fields: {
        OnhandId: at,
        OrganizationCode: organization,
        ItemNumber: item,
        SubinventoryCode: subinventory,
        Locator: locator,
        PrimaryQuantity: quantity,
        PrimaryUOMCode: 'Ea',
      },
    })
  for (const at of [1, 2, 3, 4, 5, 6, 7]) put(at, 'M1', 'A', 'Stores', 0.1)
  put(8, 'M1', 'A', 'Inspect', 5)
  put(9, 'M1', 'B', 'Stores', -2)
  put(10, 'M2', 'A', 'Stores', 7)
  put(11, 'M3', 'A', 'Stores', 9)
  const { records } = await opened.read('inventory')
  expect(
    records
      .map((record) => canonical('inventory', record))
      .map(({ sku, locationId, quantityOnHand, uom }) => [sku, locationId, quantityOnHand, uom]),
  ).toEqual([
    ['A', 'M1/Inspect', '5', 'Ea'],
    ['A', 'M1/Stores', '0.7', 'Ea'],
    ['B', 'M1/Stores', '-2', 'Ea'],
    ['A', 'M2/Stores', '7', 'Ea'],
  ])
  expect(opened.session.source('inventory').incremental).toBe(false)
  put(8, 'M1', 'A', 'Inspect', 'abc')
  const spoilt = (await opened.read('inventory')).records[0]!
  expect(() => canonical('inventory', spoilt)).toThrow(/quantityOnHand/)
})

test('of workers nothing private is kept, and only what counts', async () => {
  await using opened = await openFusion({ dataset: { products: 1, orders: 0, employees: 40 } })
  const { records } = await opened.read('employees')
  expect(JSON.stringify(records)).not.toMatch(/BirthDate|DateOfBirth|1980-05-05|BloodType|A\+|private\.|123-45|National/)
  const states = { ACTIVE: 'active', SUSPENDED: 'on_leave', INACTIVE: 'terminated' } as const
  const seen = new Set<unknown>()
  for (const { fields } of rowsOf(opened.erp.store.workers.all())) {
    const record = records.find(({ id }) => id === String(fields.PersonId))!
    const employee = canonical('employees', record)
    const [relationship] = fields.workRelationships as Rows
    const primary = ((relationship?.assignments ?? []) as Rows).find(({ PrimaryAssignmentFlag }) => PrimaryAssignmentFlag)
    const isGone = relationship?.TerminationDate !== null
    const isComing = String(relationship?.StartDate) > new Date().toISOString().slice(0, 10)
    seen.add(employee.status)
    expect(employee).toMatchObject({
      employeeId: fields.PersonNumber,
      lastName: (fields.names as Rows)[1]?.LastName,
      department: primary?.DepartmentName,
      location: primary?.LocationCode,
      jobTitle: primary?.JobName,
      hireDate: relationship?.StartDate,
      status: isComing ? 'pending' : isGone ? 'terminated' : states[primary?.AssignmentStatusType as keyof typeof states],
      companyId: 'US1 Legal Entity',
    })
    const email = (fields.emails as Rows).find(({ EmailType }) => EmailType === 'W1')?.EmailAddress
    expect(employee.email).toBe(email === undefined ? undefined : String(email).toLowerCase())
  }
  expect([...seen]).toEqual(expect.arrayContaining(['active', 'on_leave', 'terminated']))
  const numbers = records.map(({ fields }) => fields.employeeId)
  for (const { fields } of records.slice(1)) expect(numbers).toContain(fields.managerId)
  expect(queriesOf(opened.erp, 'workers')[0]).toMatchObject({
    expand: 'names,emails,workRelationships.assignments.managers',
    onlyData: 'true',
  })
  expect(opened.erp.requests.at(-1)?.path).toContain('/hcmRestApi/resources/11.13.18.05/workers')
})

test('orders come with lines, totals and addresses; parts of a split line are one', async () => {
  await using opened = await openFusion()
  const { records } = await opened.read('orders')
  let splits = 0
  for (const { key, fields } of rowsOf(opened.erp.store.salesOrdersForOrderHub.all())) {
    const record = records.find(({ id }) => id === key)!
    const order = canonical('orders', record) as { readonly lines: Rows }
    const [net = 0, tax = 0] = (fields.totals as Rows).map(({ TotalAmount }) => Number(TotalAmount))
    const rows = fields.lines as Rows
    const groups = new Set(rows.map(({ SourceTransactionLineNumber }) => SourceTransactionLineNumber))
    splits += rows.length - groups.size
    expect(order).toMatchObject({
      orderNumber: fields.OrderNumber,
      ourReference: fields.SourceTransactionId,
      customerId: fields.BuyingPartyNumber,
      currency: 'EUR',
      orderDate: String(fields.TransactionOn).slice(0, 10),
      requestedDeliveryDate: String(fields.RequestedShipDate).slice(0, 10),
      companyId: 'US1 Business Unit',
      statusRaw: fields.StatusCode,
      sourceVersion: expect.stringMatching(/^[0-9A-F]{24}$/),
      shipTo: { city: (fields.shipToCustomer as Rows)[0]?.City },
    })
    expect(Number((order as { total?: string }).total)).toBeCloseTo(net + tax, 2)
    expect(order.lines.map(({ lineNumber }) => lineNumber)).toEqual([...groups])
    for (const line of order.lines) {
      const parts = rows.filter(({ SourceTransactionLineNumber }) => SourceTransactionLineNumber === line.lineNumber)
      const sum = (name: string) => parts.reduce((total, part) => total + Number(part[name]), 0)
      expect([Number(line.quantity), Number(line.quantityShipped)]).toEqual([sum('OrderedQuantity'), sum('ShippedQuantity')])
    }
  }
  expect(splits).toBeGreaterThan(0)
})

test('invoices are due with their last instalment, and credit memos are positive', async () => {
  await using opened = await openFusion({ dataset: { products: 10, orders: 20, invoices: 60 } })
  const { receivablesInvoices } = opened.erp.store
  const [open] = rowsOf(receivablesInvoices.all()).filter(
    ({ fields }) => fields.InvoiceStatus === 'Complete' && Number(fields.InvoiceBalanceAmount) > 1,
  )
  const { InvoiceBalanceAmount: _, ...rest } = open!.fields
  const instalments = (rest.receivablesInvoiceInstallments as Rows).map((each, at) => ({
    ...each,
    InstallmentBalanceDue: at === 0 ? 0.25 : 0.5,
  }))
  receivablesInvoices.put({ key: open!.key, fields: { ...rest, receivablesInvoiceInstallments: instalments } })
  const invoices = new Map((await opened.read('invoices')).records.map((record) => [record.id, canonical('invoices', record)]))
  expect(invoices.get(String(open?.fields.CustomerTransactionId))).toMatchObject({ status: 'partially_paid', balanceDue: '0.75' })
  const types = new Set<unknown>()
  for (const { fields } of rowsOf(receivablesInvoices.all())) {
    const invoice = invoices.get(String(fields.CustomerTransactionId))!
    types.add(invoice.type)
    const balance = Math.abs(Number(fields.InvoiceBalanceAmount ?? 0.75))
    const status =
      fields.InvoiceStatus === 'Incomplete' ? 'draft' : fields.InvoiceStatus === 'Void' ? 'void' : balance === 0 ? 'paid' : undefined
    expect(invoice).toMatchObject({
      invoiceNumber: fields.TransactionNumber,
      type: fields.TransactionClass === 'CM' ? 'credit_note' : 'invoice',
      total: String(Math.abs(Number(fields.EnteredAmount))),
      customerId: fields.BillToCustomerNumber,
      issueDate: fields.TransactionDate,
      dueDate: (fields.receivablesInvoiceInstallments as Rows)[1]?.InstallmentDueDate,
      statusRaw: fields.InvoiceStatus,
      orderNumber: (fields.receivablesInvoiceLines as Rows)[0]?.SalesOrder,
      ...(status !== undefined && { status }),
    })
    expect(Number(invoice.balanceDue)).toBeCloseTo(balance, 2)
  }
  expect(types).toEqual(new Set(['invoice', 'credit_note']))
})

test('a filter of one value is asked for', async () => {
  await using opened = await openFusion()
  const pages = opened.session.source('products').pages({ after: null, since: null, filters: [{ field: 'sku', values: ["O'X"] }] })
  for await (const page of pages) expect(page.records).toEqual([])
  expect(queriesOf(opened.erp, 'itemsV2')[0]?.q).toBe("OrganizationCode='V1' and ItemNumber='O''X'")
})
