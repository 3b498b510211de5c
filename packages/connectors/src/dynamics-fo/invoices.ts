import { decimalOf, toText as printDecimal } from '@linkspan/connector-kit/fields/exact-decimal'
import { defineFieldTable, toText } from '@linkspan/connector-kit/fields/field-table'
import { linkedRows, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { overlapped } from '@linkspan/connector-kit/paging/time-window'
import type { FieldSource, SourceRecord } from '@linkspan/core/connector'
import type { Reading } from './read.ts'
import { groupBy, idOf, toRecord, versions } from './records.ts'
import type { Kind, SourceContext } from './source.ts'
import { day, perUnit, plainNumber, toMoment } from './values.ts'

const linesProperty = 'SalesInvoiceLines'
const keys = ['dataAreaId', 'InvoiceNumber', 'InvoiceDate', 'LedgerVoucher'] as const
const overlapMs = 2 * 86_400_000

/** Amounts and quantities of a credit note are negative there, and positive here. */
const positive = (value: unknown): string | undefined => {
  const decimal = decimalOf(value)
  return decimal === null ? toText(value) : printDecimal(decimal.abs())
}
const amount = (...from: readonly string[]) => ({ from, to: positive, note: 'without its sign' })
const isCredit = (row: Row): boolean => decimalOf(row.TotalInvoiceAmount)?.isNegative() ?? false

const lines = defineFieldTable({
  lineNumber: { from: ['LineNumber', 'LineCreationSequenceNumber'], to: plainNumber },
  sku: ['ProductNumber', 'ItemNumber'],
  description: ['ProductDescription', 'LineDescription'],
  quantity: amount('InvoicedQuantity'),
  uom: ['SalesUnitSymbol'],
  unitPrice: {
    from: ['SalesPrice', 'SalesPriceQuantity'],
    to: (_, row) => perUnit(row.SalesPrice, row.SalesPriceQuantity),
    note: 'of one unit',
  },
  tax: amount('LineTotalTaxAmount'),
  lineTotal: amount('LineAmount'),
})

const header = defineFieldTable({
  id: { from: [...keys], note: 'all four, with | between them' },
  invoiceNumber: ['InvoiceNumber'],
  type: {
    from: ['TotalInvoiceAmount'],
    to: (_, row) => (isCredit(row) ? 'credit_note' : 'invoice'),
    note: 'a negative amount is a credit note',
  },
  orderNumber: ['SalesOrderNumber'],
  customerReference: ['CustomersOrderReference'],
  customerId: ['InvoiceCustomerAccountNumber'],
  issueDate: day('InvoiceDate'),
  currency: ['CurrencyCode'],
  taxTotal: amount('TotalTaxAmount', 'InvoiceHeaderTaxAmount'),
  total: amount('TotalInvoiceAmount'),
  ...versions,
})

export const invoiceSources: readonly FieldSource[] = [...header.sources(), ...lines.sources({ field: 'lines', rows: [linesProperty] })]

/** Posted invoices do not change: what is new is told by the day (docs/erp/dynamics-finance-operations.md#invoices). */
export async function invoiceHeaders({ tenant }: SourceContext, since: string | null): Promise<Reading> {
  const filter = since === null ? [] : [`InvoiceDate ge ${overlapped(since, overlapMs, 'day')}`]
  await tenant.setOf('invoices')
  return { role: 'invoices', keys, filter }
}

export const invoiceKind: Kind = {
  incremental: true,
  filters: { customerId: 'InvoiceCustomerAccountNumber', orderNumber: 'SalesOrderNumber' },
  reading: invoiceHeaders,
  async records(rows, context, { areAdjacent }) {
    const own = await linesOf(rows, context, areAdjacent)
    return rows.map((row) =>
      toInvoice({ ...row, [linesProperty]: own.get(textOf(row, 'InvoiceNumber') ?? '')?.filter(isLineOf(row)) ?? [] }),
    )
  },
}

async function linesOf(
  rows: readonly Row[],
  { reader, tenant }: SourceContext,
  areAdjacent: boolean,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const set = await tenant.findSet('invoiceLines')
  if (set === undefined) return new Map()
  const isDescribed = (await tenant.shapeOf(set)) !== undefined
  const keys = [
    'dataAreaId',
    'InvoiceNumber',
    ...(isDescribed ? ['InvoiceDate', 'LedgerVoucher', 'LineNumber', 'LineCreationSequenceNumber'] : []),
  ]
  const numbers = rows.flatMap((row) => textOf(row, 'InvoiceNumber') ?? [])
  const read = areAdjacent ? reader.rowsAlong : reader.rowsWith
  return groupBy(await read({ role: 'invoiceLines', keys }, 'InvoiceNumber', numbers), 'InvoiceNumber')
}

/** The number alone may be that of another year's invoice. */
const isLineOf =
  (row: Row) =>
  (line: Row): boolean =>
    (['InvoiceDate', 'LedgerVoucher'] as const).every((name) => line[name] === undefined || line[name] === row[name])

function toInvoice(row: Row): SourceRecord {
  const record = toRecord(header, row, idOf(row, keys), toMoment(row.InvoiceDate))
  const own = linkedRows(row, linesProperty).map(lines.read)
  return { ...record, fields: { ...record.fields, lines: own.map((line, at) => ({ lineNumber: String(at + 1), ...line })) } }
}
