import { dayOf } from '../../dataset/decimal.ts'
import { BcError } from './bc-error.ts'
import { type BcStore, type Entity, type Fields, idOf, noDay, noId } from './bc-store.ts'
import { kinds } from './seed.ts'

const headerFields = [
  'externalDocumentNumber',
  'customerId',
  'customerNumber',
  'orderDate',
  'postingDate',
  'requestedDeliveryDate',
  'currencyCode',
  'pricesIncludeTax',
  'discountAmount',
  ...['Name', 'AddressLine1', 'AddressLine2', 'City', 'State', 'PostCode', 'Country'].map((part) => `shipTo${part}`),
]
const lineFields = [
  'lineType',
  'lineObjectNumber',
  'description',
  'quantity',
  'unitPrice',
  'unitOfMeasureCode',
  'discountAmount',
  'sequence',
  'itemId',
  'accountId',
]
const currencies = ['', 'USD', 'CHF', 'GBP', 'JPY']
const taxRate = 0.19

const application = (message: string) => new BcError(400, 'Application_DialogException', message)
const money = (value: number): number => Math.round(value * 100) / 100

function check(sent: Fields, known: readonly string[], type: string): void {
  const wrong = Object.keys(sent).find((name) => !known.includes(name))
  if (wrong !== undefined) throw new BcError(400, 'BadRequest', `The property '${wrong}' does not exist on type 'Microsoft.NAV.${type}'.`)
}

/** A code is stored in capital letters and without blanks at the ends (docs/erp/dynamics-business-central.md#our-reference). */
function codeOf(name: string, value: unknown): string {
  const code = String(value ?? '')
    .trim()
    .toUpperCase()
  if (code.length > 35)
    throw new BcError(
      400,
      'Application_StringExceededLength',
      `The length of the string is ${code.length}, but it must be less than or equal to 35 characters. Field: ${name}`,
    )
  return code
}

const dayOrNone = (value: unknown): string => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : noDay)

/** A new order as Business Central stores it, in one transaction with its lines. Throws a BcError if it is refused. */
export function bookOrder(store: BcStore, sent: Fields, number: string): Omit<Entity, 'updatedAt'> {
  const { salesOrderLines = [], ...header } = sent
  check(header, headerFields, 'salesOrder')
  const customer = customerOf(store, header)
  const currencyCode = String(header.currencyCode ?? '')
  if (!currencies.includes(currencyCode)) throw application(`The Currency Code "${currencyCode}" does not exist.`)
  if (!Array.isArray(salesOrderLines)) throw new BcError(400, 'BadRequest', 'salesOrderLines must be a collection.')
  const lines = (salesOrderLines as readonly Fields[]).map((line, at) => bookLine(store, line, at))
  const today = dayOf(Date.now())
  return {
    id: idOf(kinds.orders, number),
    lines,
    fields: {
      number,
      externalDocumentNumber: codeOf('externalDocumentNumber', header.externalDocumentNumber),
      orderDate: header.orderDate === undefined ? today : dayOrNone(header.orderDate),
      postingDate: today,
      requestedDeliveryDate: dayOrNone(header.requestedDeliveryDate),
      customerId: customer.id,
      customerNumber: customer.fields.number,
      customerName: customer.fields.displayName,
      ...addressOf(header, String(customer.fields.displayName)),
      currencyId: noId,
      currencyCode,
      pricesIncludeTax: false,
      discountAmount: 0,
      ...totalsOf(lines),
      fullyShipped: false,
      status: 'Draft',
    },
  }
}

function addressOf(header: Fields, customerName: string): Fields {
  const parts = ['Name', 'AddressLine1', 'AddressLine2', 'City', 'State', 'PostCode', 'Country']
  const shipTo = parts.map((part) => [`shipTo${part}`, String(header[`shipTo${part}`] ?? (part === 'Name' ? customerName : ''))])
  return {
    ...Object.fromEntries(shipTo),
    ...Object.fromEntries(parts.map((part) => [`billTo${part}`, part === 'Name' ? customerName : ''])),
  }
}

function customerOf({ customers }: BcStore, { customerNumber, customerId }: Fields): Entity {
  if (customerNumber === undefined && customerId === undefined) throw application('A "customerNumber" or a "customerId" must be provided.')
  const [found] = customerId === undefined ? customers.with('number', String(customerNumber)) : [customers.get(String(customerId))]
  if (found) return found
  throw application(
    `The field Sell-to Customer No. of table Sales Header contains a value (${customerNumber ?? customerId}) that cannot be found in the related table (Customer).`,
  )
}

function bookLine(store: BcStore, line: Fields, at: number): Fields {
  check(line, lineFields, 'salesOrderLine')
  if ('sequence' in line) throw new BcError(500, 'Internal_ServerError', 'You cannot change the value of the SystemId field')
  if ('itemId' in line && 'accountId' in line)
    throw application('The "itemId" and "accountId" values cannot be specified at the same time.')
  if (line.lineType === 'Account' || line.lineType === 'Charge') return bookAmount(line, at)
  const [item] = store.items.with('number', String(line.lineObjectNumber ?? ''))
  if (!item || line.lineType !== 'Item')
    throw application(
      `The field No. of table Sales Line contains a value (${line.lineObjectNumber}) that cannot be found in the related table (Item).`,
    )
  for (const name of ['quantity', 'unitPrice', 'discountAmount'])
    if (line[name] !== undefined && typeof line[name] !== 'number')
      throw new BcError(400, 'BadRequest', `Cannot convert the literal '${line[name]}' to the expected type 'Edm.Decimal'.`)
  const unit = line.unitOfMeasureCode ?? item.fields.baseUnitOfMeasureCode
  if (unit !== item.fields.baseUnitOfMeasureCode)
    throw application(`The Unit of Measure Code ${unit} does not exist for item ${item.fields.number}.`)
  const quantity = Number(line.quantity ?? 0)
  const unitPrice = Number(line.unitPrice ?? item.fields.unitPrice)
  const net = money(quantity * unitPrice - Number(line.discountAmount ?? 0))
  return {
    id: idOf(kinds.lines, String(at + 1)),
    sequence: (at + 1) * 10_000,
    lineType: 'Item',
    lineObjectNumber: item.fields.number,
    description: item.fields.displayName,
    unitOfMeasureCode: unit,
    quantity,
    unitPrice,
    discountAmount: Number(line.discountAmount ?? 0),
    totalTaxAmount: money(net * taxRate),
    netAmount: net,
    shipmentDate: noDay,
    shippedQuantity: 0,
    invoicedQuantity: 0,
    locationId: noId,
  }
}

/** The G/L accounts and item charges that there are. */
const amounts: Readonly<Record<string, readonly string[]>> = { Account: ['6110', '6910'], Charge: ['S-FREIGHT'] }

/** A line of a G/L account or an item charge: it ships nothing. */
function bookAmount(line: Fields, at: number): Fields {
  const { lineType, lineObjectNumber, quantity, unitPrice } = line
  if (!amounts[String(lineType)]?.includes(String(lineObjectNumber)))
    throw application(
      `The field No. of table Sales Line contains a value (${lineObjectNumber}) that cannot be found in the related table (${lineType === 'Account' ? 'G/L Account' : 'Item Charge'}).`,
    )
  const net = money(Number(quantity ?? 0) * Number(unitPrice ?? 0))
  return {
    id: idOf(kinds.lines, String(at + 1)),
    sequence: (at + 1) * 10_000,
    lineType,
    lineObjectNumber,
    description: String(lineObjectNumber),
    unitOfMeasureCode: '',
    quantity: Number(quantity ?? 0),
    unitPrice: Number(unitPrice ?? 0),
    discountAmount: 0,
    totalTaxAmount: money(net * taxRate),
    netAmount: net,
    shipmentDate: noDay,
    shippedQuantity: 0,
    invoicedQuantity: 0,
    locationId: noId,
  }
}

export function totalsOf(lines: readonly Fields[]): Fields {
  const sum = (name: string) => money(lines.reduce((total, line) => total + Number(line[name]), 0))
  const [net, tax] = [sum('netAmount'), sum('totalTaxAmount')]
  return { totalAmountExcludingTax: net, totalTaxAmount: tax, totalAmountIncludingTax: money(net + tax) }
}

/** A header with changes of it. Throws a BcError if one is not allowed. */
export function changeOrder(order: Entity, sent: Fields): Omit<Entity, 'updatedAt'> {
  if ('salesOrderLines' in sent) throw new BcError(400, 'BadRequest', 'A nested collection cannot be updated with its parent.')
  check(sent, headerFields, 'salesOrder')
  const { updatedAt: _, ...rest } = order
  const day = 'requestedDeliveryDate' in sent ? { requestedDeliveryDate: dayOrNone(sent.requestedDeliveryDate) } : {}
  const reference =
    'externalDocumentNumber' in sent ? { externalDocumentNumber: codeOf('externalDocumentNumber', sent.externalDocumentNumber) } : {}
  return { ...rest, fields: { ...order.fields, ...sent, ...day, ...reference } }
}
