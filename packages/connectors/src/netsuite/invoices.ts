import { decimalOf } from '@linkspan/connector-kit/fields/exact-decimal'
import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import type { FieldSource, Fields, SourceRecord } from '@linkspan/core/connector'
import { creditLines, invoiceLines, sortLines, totalsOf } from './lines.ts'
import { letterOf } from './progress.ts'
import { columnsOf, dayText, type Query } from './query.ts'
import { currencyPath, type RowContext, toRecord, versions } from './records.ts'
import { isOfType, transactionColumns } from './transactions.ts'
import { day, magnitude } from './values.ts'

const isCredit = ({ type }: Fields): boolean => type === 'CustCred'

/** What the letters of `status` mean (docs/erp/netsuite.md#invoices). */
const letters: Readonly<Record<string, string>> = { A: 'open', B: 'paid', V: 'void' }

/** Invoices and credit memos (docs/erp/netsuite.md#invoices). */
const header = defineFieldTable({
  id: ['id'],
  invoiceNumber: ['tranid'],
  type: { from: ['type'], to: (_, row) => (isCredit(row) ? 'credit_note' : 'invoice'), note: 'CustCred is a credit note' },
  orderNumber: {
    from: ['ordertranid'],
    to: (value, row) => (row.createdfromtype === undefined || row.createdfromtype === 'SalesOrd' ? value : undefined),
    note: 'of the order in createdfrom of the main line',
  },
  customerReference: ['otherrefnum'],
  customerId: ['entity'],
  customerName: ['entityname'],
  issueDate: day('trandate'),
  dueDate: day('duedate'),
  currency: { from: [currencyPath, 'currencyname'], note: 'the symbol of the currency, else settings.currency' },
  total: magnitude('foreigntotal'),
  balanceDue: magnitude('foreignamountunpaid'),
  status: {
    from: ['status', 'foreignamountunpaid'],
    to: (_, row) => statusOf(row),
    note: 'A open, B paid, V void; partially_paid by what is unpaid',
  },
  statusRaw: { from: ['status'], to: letterOf, note: 'the letter' },
  ...versions,
})

function statusOf({ status, foreignamountunpaid, foreigntotal }: Fields): string | undefined {
  const letter = letterOf(status)
  const [rest, total] = [decimalOf(foreignamountunpaid)?.abs(), decimalOf(foreigntotal)?.abs()]
  if (letter === 'A' && rest && total && rest.gt(0) && rest.lt(total)) return 'partially_paid'
  return letter === undefined ? undefined : (letters[letter] ?? letter)
}

export const invoiceQuery: Query = {
  columns: [
    ...transactionColumns,
    { name: 'type', sql: 't.type', isNeeded: true },
    { name: 'duedate', sql: dayText('t.duedate') },
    ...columnsOf('t', ['foreignamountunpaid']),
    ...columnsOf('ml', ['createdfrom']),
    { name: 'ordertranid', sql: 'o.tranid' },
    { name: 'createdfromtype', sql: 'o.type' },
  ],
  from: "transaction t LEFT JOIN transactionline ml ON ml.transaction = t.id AND ml.mainline = 'T' LEFT JOIN transaction o ON o.id = ml.createdfrom",
  where: [isOfType('t', 'CustInvc', 'CustCred')],
}

export const invoiceSources: readonly FieldSource[] = [
  ...header.sources(),
  { field: 'subtotal', sources: ['lines[].foreignamount'], note: 'the sum of the lines, negated for invoices' },
  { field: 'taxTotal', sources: ['lines[].foreignamount'], note: 'of the lines with taxline, negated for invoices' },
  ...invoiceLines.sources({ field: 'lines', rows: ['lines'] }),
]

/** An invoice or credit memo with its lines. */
export function toInvoice(row: Fields, lines: readonly Fields[], context: RowContext): SourceRecord {
  const { fields, ...record } = toRecord(header, row, context)
  const { subtotal, taxTotal } = totalsOf(lines, isCredit(row) ? 'return' : 'sale')
  const table = isCredit(row) ? creditLines : invoiceLines
  return {
    ...record,
    raw: { ...row, lines },
    fields: {
      ...fields,
      ...(subtotal !== undefined && { subtotal }),
      ...(taxTotal !== undefined && { taxTotal }),
      lines: sortLines(lines).sold.map(table.read),
    },
  }
}
