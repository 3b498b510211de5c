import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { type FieldSource, type SourceRecord, toInstant } from '@linkspan/core/connector'
import { childrenOf, versionOf } from './children.ts'
import { lineFields, toLines, toRecordLine } from './order-lines.ts'
import { orderStatusOf } from './order-progress.ts'
import { totalsOf } from './order-totals.ts'
import type { TimedReading } from './plans.ts'
import { is, since } from './q.ts'
import type { FusionSettings } from './settings.ts'
import { changeTime, day } from './values.ts'

export const orderChildren = ['lines', 'totals', 'billToCustomer', 'shipToCustomer'] as const

export const salesOrders: TimedReading = {
  api: 'fscmRestApi',
  resource: 'salesOrdersForOrderHub',
  expand: orderChildren,
  time: 'LastUpdateDate',
  id: 'HeaderId',
}

/** What stands for the changes of orders if the tenant cannot be asked for them: new orders and open ones (docs/erp/oracle-fusion.md#changes). */
export function substitutesOf({ time: _, ...reading }: TimedReading, from: string): readonly TimedReading[] {
  return [since('TransactionOn', from), is('OpenFlag', true)].map((condition) => ({
    ...reading,
    conditions: [condition],
    isSubstitute: true,
  }))
}

const parts = {
  name: ['PartyName', 'CustomerName', 'Name'],
  line1: ['Address1', 'AddressLine1'],
  line2: ['Address2', 'AddressLine2'],
  city: ['City'],
  region: ['State', 'Province'],
  postalCode: ['PostalCode'],
  country: ['Country'],
} as const

const address = (child: string) => ({
  from: Object.values(parts).flatMap((names) => names.map((name) => `${child}[].${name}`)),
  to: (_: unknown, row: Row) => addressOf(childrenOf(row, child)[0] ?? {}),
  note: 'each part from the attributes of its name',
})

function addressOf(party: Row): Readonly<Record<string, string>> | undefined {
  const found = Object.entries(parts).flatMap(([field, names]) => {
    const text = textOf(party, ...names)
    return text === undefined ? [] : [[field, text] as const]
  })
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

const total = (name: 'subtotal' | 'discountTotal' | 'shippingTotal' | 'taxTotal' | 'total', note: string) => ({
  [name]: { from: ['totals[].TotalAmount'], to: () => undefined, note },
})

const header = defineFieldTable({
  id: { from: ['OrderKey'], to: (value, row) => value ?? keyOf(row), note: 'else source system and source transaction, joined by a colon' },
  orderNumber: ['OrderNumber', 'SourceTransactionNumber'],
  customerReference: ['CustomerPONumber'],
  ourReference: ['SourceTransactionId'],
  customerId: ['BuyingPartyNumber', 'BuyingPartyId'],
  customerName: ['BuyingPartyName'],
  orderDate: day('TransactionOn', 'CreationDate'),
  requestedDeliveryDate: day('RequestedArrivalDate', 'RequestedShipDate'),
  status: {
    from: ['StatusCode', 'lines[].StatusCode'],
    to: (_, row) => orderStatusOf(row, toLines(childrenOf(row, 'lines'))),
    note: 'by the lines, see the manual',
  },
  statusRaw: ['StatusCode'],
  currency: ['TransactionalCurrencyCode'],
  ...total('subtotal', 'TotalCode QP_TOTAL_NET_PRICE, else the sum of the lines'),
  ...total('discountTotal', 'TotalCode with DISCOUNT'),
  ...total('shippingTotal', 'TotalCode with SHIP or FREIGHT'),
  ...total('taxTotal', 'TotalCode QP_TOTAL_TAX'),
  ...total('total', 'net, tax and shipping together'),
  shipTo: address('shipToCustomer'),
  billTo: address('billToCustomer'),
  companyId: ['BusinessUnitName', 'BusinessUnitId'],
  sourceUpdatedAt: changeTime('LastUpdateDate'),
  sourceVersion: { from: ['links[].properties.changeIndicator'], to: (_, row) => versionOf(row) },
})

/** What stands for an order in URLs (docs/erp/oracle-fusion.md#order-keys). */
export function keyOf(row: Row): string | undefined {
  const [system, id] = [textOf(row, 'SourceTransactionSystem'), textOf(row, 'SourceTransactionId')]
  return textOf(row, 'OrderKey') ?? (system === undefined || id === undefined ? undefined : `${system}:${id}`)
}

export const orderSources: readonly FieldSource[] = [...header.sources(), ...lineFields.sources({ field: 'lines', rows: ['lines'] })]

/** An order. An answer to a write may come without its lines: then the record has none either, and says nothing about them. */
export function toOrder(row: Row, { totalCodes }: Pick<FusionSettings, 'totalCodes'>): SourceRecord {
  const { id, ...fields } = header.read(row)
  const lines = 'lines' in row ? { lines: toLines(childrenOf(row, 'lines')).map(toRecordLine) } : {}
  const totals = 'totals' in row || 'lines' in row ? totalsOf(row, totalCodes) : {}
  return {
    id: typeof id === 'string' ? id : '',
    fields: { ...fields, ...totals, ...lines },
    raw: row,
    changedAt: toInstant(row.LastUpdateDate),
  }
}
