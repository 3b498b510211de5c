import { decimalOf, sumOf, toText } from '@linkspan/connector-kit/fields/exact-decimal'
import { etagOf, linkedRows, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { dayOf } from '@linkspan/connector-kit/odata/times'
import { AppError, type SourceRecord } from '@linkspan/core/connector'
import { itemPlant, itemProduct, lineTexts, orderTexts } from './field-sources.ts'
import { lineStatusOf, orderStatusOf, orderStatusRaw } from './order-status.ts'
import { partiesOf } from './partners.ts'
import type { SapSettings } from './settings.ts'
import { changedAtOf, keyOf } from './values.ts'

/** `A_SalesOrder` of V2 or `SalesOrder` of V4, with its items and partners, as an order (docs/erp/sap-s4hana.md#sales-orders). */
export function toOrder(row: Row, { partners }: Pick<SapSettings, 'partners'>): SourceRecord {
  const id = keyOf(row.SalesOrder)
  const changedAt = changedAtOf(row)
  const items = linkedRows(row, 'to_Item', '_Item')
  return {
    id,
    raw: row,
    changedAt,
    fields: {
      orderNumber: id,
      ...orderTexts.read(row),
      customerId: keyOf(row.SoldToParty) || undefined,
      orderDate: dayOf(row.SalesOrderDate) ?? dayOf(row.CreationDate),
      requestedDeliveryDate: dayOf(row.RequestedDeliveryDate) ?? undefined,
      status: orderStatusOf(row),
      statusRaw: orderStatusRaw(row),
      ...totalsOf(row, items),
      ...partiesOf(row, partners),
      lines: items.map(toLine),
      sourceUpdatedAt: changedAt ?? undefined,
      sourceVersion: etagOf(row),
    },
  }
}

/** Throws `setup.answer-unexpected` if no item of these orders has a product by a name that is known: it would be lost in all of them. */
export function checkItems(rows: readonly Row[]): void {
  const items = rows.flatMap((row) => linkedRows(row, 'to_Item', '_Item'))
  if (items.length === 0 || items.some((each) => itemProduct.some((name) => name in each))) return
  throw new AppError(
    'setup.answer-unexpected',
    `The items of the orders have neither ${itemProduct.join(' nor ')}: check the path of orders`,
    {
      details: { names: Object.keys(items[0] ?? {}).slice(0, 30) },
    },
  )
}

/**
 * The header has the net total only; the gross one is the sum of net and tax over the items (docs/erp/sap-s4hana.md#net-and-gross-amounts).
 * Rejected items count if the header's net total counts them. Without amounts in the items the net total stands for it.
 */
function totalsOf(row: Row, items: readonly Row[]) {
  const net = decimalOf(row.TotalNetAmount)
  const all = sumOf(items.map((each) => each.NetAmount))
  const counted = net && all && !all.eq(net) ? items.filter((each) => textOf(each, 'SalesDocumentRjcnReason') === undefined) : items
  const tax = sumOf(counted.map((each) => each.TaxAmount))
  const gross = tax && sumOf(counted.map((each) => each.NetAmount))?.plus(tax)
  if (items.length === 0 || !tax || !gross) return { total: textOf(row, 'TotalNetAmount') }
  return { taxTotal: toText(tax), total: toText(gross) }
}

function toLine(line: Row) {
  return {
    lineNumber: keyOf(line.SalesOrderItem),
    sku: keyOf(textOf(line, ...itemProduct)) || undefined,
    ...lineTexts.read(line),
    unitPrice: unitPriceOf(line),
    status: lineStatusOf(line),
    quantityCancelled: lineStatusOf(line) === 'cancelled' ? textOf(line, 'RequestedQuantity') : undefined,
    locationId: [textOf(line, ...itemPlant), textOf(line, 'StorageLocation')].filter(Boolean).join('/') || undefined,
  }
}

/** Net amount divided by quantity, discounts included, to eight digits (docs/erp/sap-s4hana.md#net-and-gross-amounts). */
function unitPriceOf(line: Row): string | undefined {
  const amount = decimalOf(line.NetAmount)
  const quantity = decimalOf(line.RequestedQuantity)
  return amount && quantity && !quantity.eq(0) ? toText(amount.div(quantity).toDecimalPlaces(8)) : undefined
}
