import { customerCount, customerIdAt, customerNameOf } from '../../dataset/customers.ts'
import type { EmployeeRow } from '../../dataset/employees.ts'
import type { InvoiceRow } from '../../dataset/invoices.ts'
import type { OrderStatusRow } from '../../dataset/order-status.ts'
import type { OrderLine, OrderRow } from '../../dataset/orders.ts'
import type { ProductRow } from '../../dataset/products.ts'
import type { Dataset } from '../../dataset.ts'
import { toDate } from './database.ts'
import type { NsStore } from './store.ts'

const currencies = [
  ['US Dollar', 'USD'],
  ['Euro', 'EUR'],
  ['Swiss Franc', 'CHF'],
  ['British Pound', 'GBP'],
  ['Japanese Yen', 'JPY'],
] as const
const subsidiaries = ['Gift Shop GmbH', "O'Brien Gifts Inc."] as const
const units = ['PC', 'EA', 'ST', 'KG', 'M', 'SET', 'KAR'] as const
const orderLetters = {
  pending: 'A',
  on_hold: 'A',
  processing: 'B',
  cancelled: 'C',
  partially_shipped: 'D',
  shipped: 'F',
  delivered: 'G',
} as const
const invoiceLetters = { draft: 'A', open: 'A', partially_paid: 'A', paid: 'B', void: 'V' } as const

/** Gives names ids of their own, in the order in which they come. */
function createNames(add: (id: number, name: string) => void): (name: string) => number {
  const ids = new Map<string, number>()
  return (name) => {
    const id = ids.get(name) ?? ids.size + 1
    if (!ids.has(name)) add(id, name)
    ids.set(name, id)
    return id
  }
}

/** Fills an account with the data of a gift shop, in NetSuite's tables. */
export function seed(store: NsStore, dataset: Dataset): void {
  const { database } = store
  for (const [at, [name, symbol]] of currencies.entries()) database.put('currency', { id: at + 1, name, symbol })
  for (const [at, name] of subsidiaries.entries()) database.put('subsidiary', { id: at + 1, name, isinactive: 'F' })
  for (const [at, name] of units.entries()) database.put('unit', { id: at + 1, name })
  for (let at = 0; at < customerCount; at++) {
    const id = customerIdAt(at)
    const companyname = customerNameOf(id) ?? ''
    database.put('customer', { id: Number(id), entityid: `C${id}`, companyname, subsidiary: (at % 2) + 1, isinactive: 'F' })
  }
  const classOf = createNames((id, name) => database.put('classification', { id, name }))
  const departmentOf = createNames((id, name) => database.put('department', { id, name }))
  const locationOf = createNames((id, name) => database.put('location', { id, name }))
  for (const row of dataset.products) putItem(store, row, classOf(row.category))
  putStock(store, dataset, locationOf)
  for (const row of dataset.employees) putEmployee(store, row, departmentOf(row.department), locationOf(row.location))
  for (const row of dataset.orders) putOrder(store, row)
  for (const row of dataset.order_status) putFulfillment(store, row, dataset.orders.get(row.id))
  for (const row of dataset.invoices) putInvoice(store, row)
}

function putItem({ database, dateOf }: NsStore, row: ProductRow, classId: number): void {
  database.put(
    'item',
    {
      id: Number(row.id),
      itemid: row.sku,
      displayname: row.name,
      description: row.description,
      upccode: row.barcode,
      itemtype: row.type === 'service' ? 'Service' : Number(row.id) % 7 === 0 ? 'NonInvtPart' : 'InvtPart',
      isinactive: row.active ? 'F' : 'T',
      class: classId,
      weight: Number(row.weight),
      weightunit: 3,
      averagecost: Number(row.cost),
      cost: Number(row.cost),
      stockunit: units.indexOf(row.uom as (typeof units)[number]) + 1 || null,
      subsidiary: '1, 2',
      lastmodifieddate: dateOf(row.updatedAt),
    },
    row.updatedAt,
  )
  database.put('pricing', { item: Number(row.id), pricelevel: 1, currency: 2, quantity: 0, unitprice: Number(row.price) })
}

/** Stock types are no part of NetSuite's stock: those of one location are one row. */
function putStock({ database }: NsStore, dataset: Dataset, locationOf: (name: string) => number): void {
  const sums = new Map<string, { item: number; location: number; numbers: number[] }>()
  for (const row of dataset.inventory) {
    const item = Number(/\d+/.exec(row.sku)?.[0])
    const location = locationOf(row.locationName)
    const sum = sums.get(`${item} ${location}`) ?? { item, location, numbers: [0, 0, 0, 0] }
    const added = [row.quantityOnHand, row.quantityAvailable, row.quantityReserved, row.quantityOnOrder].map(Number)
    sum.numbers = sum.numbers.map((each, at) => Math.round((each + (added[at] ?? 0)) * 1000) / 1000)
    sums.set(`${item} ${location}`, sum)
  }
  for (const { item, location, numbers } of sums.values()) {
    const [onHand, available, committed, onOrder] = numbers.map((each) => each || null)
    database.put('aggregateitemlocation', {
      item,
      location,
      quantityonhand: onHand ?? null,
      quantityavailable: available ?? null,
      quantitycommitted: committed ?? null,
      quantityonorder: onOrder ?? null,
    })
  }
}

/** With the private data that the table has. */
function putEmployee({ database, dateOf }: NsStore, row: EmployeeRow, department: number, location: number): void {
  database.put(
    'employee',
    {
      id: Number(row.id),
      entityid: row.employeeId,
      firstname: row.firstName,
      lastname: row.lastName,
      email: row.email,
      title: row.jobTitle,
      hiredate: toDate(row.hireDate),
      releasedate: row.terminationDate === null ? null : toDate(row.terminationDate),
      department,
      location,
      supervisor: row.managerId === null ? null : Number(row.managerId),
      subsidiary: 1,
      isinactive: row.status === 'terminated' ? 'T' : 'F',
      socialsecuritynumber: '123-45-6789',
      birthdate: toDate('1980-05-05'),
      lastmodifieddate: dateOf(row.updatedAt),
    },
    row.updatedAt,
  )
}

const currencyOf = (code: string): number => currencies.findIndex(([, symbol]) => symbol === code) + 1
const itemOf = (sku: string): number => Number(/\d+/.exec(sku)?.[0])

export function putOrder(store: NsStore, row: OrderRow): void {
  const { name, line1, city, postalCode, country } = row.shipTo
  const place = { addr1: line1, city, zip: postalCode, country }
  store.database.put('transactionshippingaddress', { nkey: Number(row.id), addressee: name, ...place })
  store.database.put('transactionbillingaddress', { nkey: Number(row.id), attention: row.customerName, ...place })
  store.putDocument(
    {
      id: Number(row.id),
      type: 'SalesOrd',
      tranid: `SO${row.orderNumber}`,
      otherrefnum: row.customerReference,
      entity: Number(row.customerId),
      trandate: toDate(row.orderDate),
      shippingaddress: Number(row.id),
      billingaddress: Number(row.id),
      shipdate: row.status === 'pending' ? null : toDate(row.requestedDeliveryDate),
      status: orderLetters[row.status],
      currency: currencyOf(row.currency),
      exchangerate: 1,
      foreigntotal: Number(row.total),
    },
    {
      lines: row.lines.map((line) => ({ ...lineOf(line), shipped: Number(line.quantityShipped), billed: billedOf(row, line) })),
      tax: Number(row.taxTotal),
      updatedAt: row.updatedAt,
    },
  )
}

const billedOf = ({ status }: OrderRow, { quantity }: OrderLine): number => (status === 'delivered' ? Number(quantity) : 0)

const lineOf = (line: OrderLine) => ({
  item: itemOf(line.sku),
  itemtype: 'InvtPart',
  quantity: Number(line.quantity),
  rate: Number(line.unitPrice),
  amount: Number(line.lineTotal),
  units: units.indexOf(line.uom as (typeof units)[number]) + 1 || null,
})

function putFulfillment(store: NsStore, row: OrderStatusRow, order: OrderRow | undefined): void {
  const [shipment] = row.shipments
  if (!shipment) return
  store.putFulfillment({
    id: Number(shipment.shipmentId),
    order: Number(row.id),
    tranid: `IF${shipment.shipmentId}`,
    entity: Number(order?.customerId),
    day: shipment.shippedAt.slice(0, 10),
    status: 'C',
    lines: shipment.lines.map(({ sku, quantity }) => ({ item: itemOf(sku), quantity: Number(quantity) })),
    trackingNumbers: shipment.trackingNumbers,
    updatedAt: row.updatedAt,
  })
}

function putInvoice(store: NsStore, row: InvoiceRow): void {
  const sign = row.type === 'invoice' ? 1 : -1
  store.putDocument(
    {
      id: Number(row.id),
      type: row.type === 'invoice' ? 'CustInvc' : 'CustCred',
      tranid: row.invoiceNumber,
      otherrefnum: row.customerReference,
      entity: Number(row.customerId),
      trandate: toDate(row.issueDate),
      duedate: toDate(row.dueDate),
      status: invoiceLetters[row.status],
      currency: currencyOf(row.currency),
      exchangerate: 1,
      foreigntotal: sign * Number(row.total),
      foreignamountunpaid: sign * Number(row.balanceDue),
    },
    {
      lines: row.lines.map(lineOf),
      tax: Number(row.taxTotal),
      createdFrom: Number(row.orderNumber),
      sign,
      hasCosts: true,
      updatedAt: row.updatedAt,
    },
  )
}
