import { customerCount, customerIdAt, customerNameOf } from '../../dataset/customers.ts'
import { dayOf } from '../../dataset/decimal.ts'
import type { EmployeeRow } from '../../dataset/employees.ts'
import type { InvoiceRow } from '../../dataset/invoices.ts'
import type { OrderStatusRow } from '../../dataset/order-status.ts'
import type { OrderRow } from '../../dataset/orders.ts'
import type { ProductRow } from '../../dataset/products.ts'
import type { Dataset } from '../../dataset.ts'
import { type BcStore, type Entity, type Fields, idOf, noDay, noId } from './bc-store.ts'

/** The kinds of entities, as the beginning of their ids tells them. */
export const kinds = {
  items: 1,
  customers: 2,
  orders: 3,
  shipments: 4,
  invoices: 5,
  creditMemos: 6,
  employees: 7,
  ledger: 8,
  lines: 9,
} as const

const itemTypes = { inventory: 'Inventory', service: 'Service' } as const
const employeeStates = { active: 'Active', on_leave: 'Inactive', pending: 'Active', terminated: 'Terminated' } as const
const releases: Readonly<Record<string, string>> = { pending: 'Draft', on_hold: 'In Review' }
const invoiceStates = { draft: 'Draft', open: 'Open', partially_paid: 'Open', paid: 'Paid', void: 'Canceled' } as const

/** JSON has no decimals: Business Central writes numbers. */
export const amount = (text: string): number => Number(text)
/** The local currency is not named. */
const codeOf = (currency: string): string => (currency === 'EUR' ? '' : currency)

/** Fills a company with the data of a gift shop, in the shapes of the API v2.0. */
export function seed(store: BcStore, dataset: Dataset): void {
  const setup = { updatedAt: '2023-01-01T00:00:00.000Z', lines: [] }
  store.companyInformation.put({ id: idOf(10, '1'), fields: { displayName: 'CRONUS', currencyCode: 'EUR' }, ...setup })
  store.generalLedgerSetup.put({ id: idOf(11, '1'), fields: { localCurrencyCode: 'EUR' }, ...setup })
  for (let at = 0; at < customerCount; at++) {
    const number = customerIdAt(at)
    store.customers.put({ id: idOf(kinds.customers, number), fields: { number, displayName: customerNameOf(number) }, ...setup })
  }
  for (const row of dataset.products) store.items.put(itemOf(row))
  for (const [at, row] of [...dataset.inventory].entries()) {
    const fields = { entryNumber: at + 1, itemNumber: row.sku, quantity: amount(row.quantityOnHand), entryType: 'Purchase' }
    store.itemLedgerEntries.put({ id: idOf(kinds.ledger, String(at + 1)), updatedAt: row.updatedAt, fields, lines: [] })
  }
  for (const row of dataset.employees) store.employees.put(employeeOf(row))
  for (const row of dataset.orders) if (!isGone(row)) store.salesOrders.put(orderOf(row))
  for (const row of dataset.order_status)
    if (row.shipments.length > 0) store.salesShipments.put(shipmentOf(row, dataset.orders.get(row.id)))
  for (const row of dataset.invoices) (row.type === 'invoice' ? store.salesInvoices : store.salesCreditMemos).put(invoiceOf(row))
}

/** Shipped and invoiced orders leave the entity set, and so do those that are deleted. */
const isGone = ({ status }: OrderRow): boolean => status === 'delivered' || status === 'cancelled'

export const itemOf = (row: ProductRow): Entity => ({
  id: idOf(kinds.items, row.id),
  updatedAt: row.updatedAt,
  lines: [],
  fields: {
    number: row.sku,
    displayName: row.name,
    displayName2: '',
    type: itemTypes[row.type],
    itemCategoryId: noId,
    itemCategoryCode: row.categoryId,
    blocked: !row.active,
    gtin: row.barcode ?? '',
    unitPrice: amount(row.price),
    priceIncludesTax: false,
    unitCost: amount(row.cost),
    baseUnitOfMeasureId: noId,
    baseUnitOfMeasureCode: row.uom,
    taxGroupCode: '',
  },
})

/** With the private data that the resource has. */
const employeeOf = (row: EmployeeRow): Entity => ({
  id: idOf(kinds.employees, row.id),
  updatedAt: row.updatedAt,
  lines: [],
  fields: {
    number: row.employeeId,
    displayName: row.displayName,
    givenName: row.firstName,
    middleName: '',
    surname: row.lastName,
    jobTitle: row.jobTitle,
    email: row.email ?? '',
    personalEmail: `private.${row.id}@example.org`,
    phoneNumber: '+49 221 1234',
    employmentDate: row.hireDate,
    terminationDate: row.terminationDate ?? noDay,
    status: employeeStates[row.status],
    birthDate: '1980-05-05',
    bankAccountNumber: '1234567',
    bankBranchNumber: '37050198',
    iban: 'DE02100500000024290661',
  },
})

export const lineOf = (line: OrderRow['lines'][number], at: number): Fields => ({
  id: idOf(kinds.lines, String(at + 1)),
  sequence: (at + 1) * 10_000,
  lineType: 'Item',
  lineObjectNumber: line.sku,
  description: line.description,
  unitOfMeasureCode: line.uom,
  quantity: amount(line.quantity),
  unitPrice: amount(line.unitPrice),
  discountAmount: 0,
  totalTaxAmount: amount(line.tax),
  netAmount: amount(line.lineTotal),
  shipmentDate: noDay,
  shippedQuantity: amount(line.quantityShipped),
  invoicedQuantity: 0,
  locationId: noId,
})

export const orderOf = (row: OrderRow): Entity => ({
  id: idOf(kinds.orders, row.id),
  updatedAt: row.updatedAt,
  lines: row.lines.map(lineOf),
  fields: {
    number: row.orderNumber,
    externalDocumentNumber: (row.customerReference ?? '').toUpperCase(),
    orderDate: row.orderDate,
    postingDate: row.orderDate,
    requestedDeliveryDate: row.status === 'pending' ? noDay : row.requestedDeliveryDate,
    customerId: idOf(kinds.customers, row.customerId),
    customerNumber: row.customerId,
    customerName: row.customerName,
    ...addressOf('shipTo', row),
    ...addressOf('billTo', row),
    currencyId: noId,
    currencyCode: codeOf(row.currency),
    pricesIncludeTax: false,
    discountAmount: 0,
    totalAmountExcludingTax: amount(row.subtotal),
    totalTaxAmount: amount(row.taxTotal),
    totalAmountIncludingTax: amount(row.total),
    fullyShipped: row.lines.length > 1 && row.status === 'partially_shipped', // of several locations only the last one counts
    status: releases[row.status] ?? 'Open',
  },
})

const addressOf = (role: string, { shipTo }: OrderRow): Fields => ({
  [`${role}Name`]: shipTo.name,
  [`${role}AddressLine1`]: shipTo.line1,
  [`${role}AddressLine2`]: '',
  [`${role}City`]: shipTo.city,
  [`${role}State`]: '',
  [`${role}PostCode`]: shipTo.postalCode,
  [`${role}Country`]: shipTo.country,
})

const shipmentOf = (row: OrderStatusRow, order: OrderRow | undefined): Entity => {
  const [shipment] = row.shipments
  const lines = shipment?.lines ?? []
  return {
    id: idOf(kinds.shipments, shipment?.shipmentId ?? row.id),
    updatedAt: row.updatedAt,
    lines: lines.map(({ lineNumber, sku, quantity }) => ({
      sequence: Number(lineNumber) * 1000,
      lineType: 'Item',
      lineObjectNumber: sku,
      quantity: amount(quantity),
      shipmentDate: shipment?.shippedAt.slice(0, 10),
    })),
    fields: {
      number: shipment?.shipmentId,
      externalDocumentNumber: (order?.customerReference ?? '').toUpperCase(),
      invoiceDate: order?.orderDate,
      postingDate: shipment?.shippedAt.slice(0, 10),
      orderNumber: row.orderNumber,
      customerId: idOf(kinds.customers, order?.customerId ?? ''),
      customerNumber: order?.customerId,
    },
  }
}

const invoiceOf = (row: InvoiceRow): Entity => {
  const isInvoice = row.type === 'invoice'
  const day = isInvoice ? 'invoiceDate' : 'creditMemoDate'
  return {
    id: idOf(isInvoice ? kinds.invoices : kinds.creditMemos, row.id),
    updatedAt: row.updatedAt,
    lines: row.lines.map(lineOf),
    fields: {
      number: row.invoiceNumber,
      [day]: row.issueDate,
      postingDate: dayOf(row.issueDate),
      dueDate: row.dueDate,
      externalDocumentNumber: (row.customerReference ?? '').toUpperCase(),
      customerId: idOf(kinds.customers, row.customerId),
      customerNumber: row.customerId,
      customerName: row.customerName,
      ...(isInvoice
        ? {
            customerPurchaseOrderReference: '',
            orderId: idOf(kinds.orders, row.orderNumber),
            orderNumber: row.orderNumber,
            remainingAmount: amount(row.balanceDue),
          }
        : { invoiceId: noId, invoiceNumber: '' }),
      currencyId: noId,
      currencyCode: codeOf(row.currency),
      discountAmount: 0,
      totalAmountExcludingTax: amount(row.subtotal),
      totalTaxAmount: amount(row.taxTotal),
      totalAmountIncludingTax: amount(row.total),
      status: invoiceStates[row.status],
    },
  }
}
