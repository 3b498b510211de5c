import { decimalOf, ExactDecimal, sumOf, toText as toDigits } from '@linkspan/connector-kit/fields/exact-decimal'
import { defineFieldTable, toText } from '@linkspan/connector-kit/fields/field-table'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { type FieldSource, type SourceRecord, toInstant } from '@linkspan/core/connector'
import { childrenOf } from './children.ts'
import type { TimedReading } from './plans.ts'
import { changeTime, day, latest, toDay } from './values.ts'

const lineName = 'receivablesInvoiceLines'
const instalmentName = 'receivablesInvoiceInstallments'

export const receivables: TimedReading = {
  api: 'fscmRestApi',
  resource: 'receivablesInvoices',
  expand: [lineName, instalmentName],
  time: 'LastUpdateDate',
  id: 'CustomerTransactionId',
}

const dueNames = ['InstallmentDueDate', 'DueDate'] as const
const openNames = ['InstallmentBalanceDue', 'InstallmentBalanceAmount', 'BalanceDue'] as const
const first = (row: Row, names: readonly string[]): unknown => names.map((name) => row[name]).find((value) => toText(value) !== undefined)

/** Amounts of a credit memo are negative there, and positive here. */
const positive = (value: unknown): unknown => {
  const decimal = decimalOf(value)
  return decimal ? toDigits(decimal.abs()) : toText(value)
}

const amount = (...from: readonly string[]) => ({
  from,
  to: (value: unknown, row: Row) => (isCredit(row) ? positive(value) : toText(value)),
  note: 'positive for credit memos',
})

/** Credit memos are told by their class, else by the words of their type (docs/erp/oracle-fusion.md#invoices). */
const isCredit = ({ TransactionClass, TransactionType }: Row): boolean =>
  /^CM$|credit/i.test(toText(TransactionClass) ?? '') ||
  (toText(TransactionClass) === undefined && /credit/i.test(toText(TransactionType) ?? ''))

const header = defineFieldTable({
  id: ['CustomerTransactionId'],
  invoiceNumber: ['TransactionNumber'],
  type: {
    from: ['TransactionClass', 'TransactionType'],
    to: (_, row) => (isCredit(row) ? 'credit_note' : 'invoice'),
    note: 'CM is a credit note',
  },
  orderNumber: { from: [`${lineName}[].SalesOrder`], to: (_, row) => only(ordersOf(row)), note: 'if all lines are of one order' },
  orderRefs: { from: [`${lineName}[].SalesOrder`], to: (_, row) => several(ordersOf(row)), note: 'if lines are of several orders' },
  customerReference: ['PurchaseOrder'],
  customerId: ['BillToCustomerNumber'],
  customerName: ['BillToCustomerName'],
  issueDate: day('TransactionDate'),
  dueDate: {
    from: [`${instalmentName}[].InstallmentDueDate`, 'DueDate'],
    to: (_, row) => dueDateOf(row),
    note: 'that of the last instalment',
  },
  currency: ['InvoiceCurrencyCode'],
  total: amount('EnteredAmount'),
  balanceDue: {
    from: ['InvoiceBalanceAmount', `${instalmentName}[].InstallmentBalanceDue`],
    to: (_, row) => balanceOf(row),
    note: 'else the sum of the instalments; positive for credit memos',
  },
  status: { from: ['InvoiceStatus', 'InvoiceBalanceAmount'], to: (_, row) => statusOf(row), note: 'a complete one by what of it is open' },
  statusRaw: ['InvoiceStatus'],
  companyId: ['BusinessUnit'],
  sourceUpdatedAt: changeTime('LastUpdateDate'),
})

const lines = defineFieldTable({
  lineNumber: ['LineNumber'],
  sku: ['ItemNumber'],
  description: ['Description'],
  quantity: ['Quantity'],
  uom: ['UnitOfMeasure', 'UOMCode'],
  unitPrice: ['UnitSellingPrice'],
  lineTotal: ['LineAmount'],
})

const ordersOf = (row: Row): readonly string[] => [
  ...new Set(childrenOf(row, lineName).flatMap(({ SalesOrder }) => toText(SalesOrder) ?? [])),
]
const only = (orders: readonly string[]): string | undefined => (orders.length === 1 ? orders[0] : undefined)
const several = (orders: readonly string[]): readonly string[] | undefined => (orders.length > 1 ? orders : undefined)

function dueDateOf(row: Row): string | undefined {
  const days = childrenOf(row, instalmentName).map((each) => toDay(first(each, dueNames)))
  return latest(...days) ?? toDay(row.DueDate)
}

function balanceOf(row: Row): unknown {
  if (toText(row.InvoiceBalanceAmount) !== undefined)
    return isCredit(row) ? positive(row.InvoiceBalanceAmount) : toText(row.InvoiceBalanceAmount)
  const open = childrenOf(row, instalmentName).map((each) => first(each, openNames))
  const sum = open.length > 0 ? sumOf(open) : null
  return sum ? toDigits(isCredit(row) ? sum.abs() : sum) : undefined
}

/** What the words of `InvoiceStatus` mean (docs/erp/oracle-fusion.md#invoices). */
const drafts = /^(incomplete|draft|in ?progress|pending)/i
const voids = /^(void|cancel|reversed)/i
const posted = /^(complete|frozen|open|closed|posted)/i

function statusOf(row: Row): string | undefined {
  const raw = toText(row.InvoiceStatus)
  if (raw !== undefined && drafts.test(raw)) return 'draft'
  if (raw !== undefined && voids.test(raw)) return 'void'
  if (raw !== undefined && !posted.test(raw)) return raw
  const [balance, total] = [decimalOf(balanceOf(row)), decimalOf(positive(row.EnteredAmount))]
  if (!balance) return raw === undefined ? undefined : 'open'
  if (balance.isZero()) return 'paid'
  return total && balance.abs().lt(new ExactDecimal(total)) ? 'partially_paid' : 'open'
}

export const invoiceSources: readonly FieldSource[] = [...header.sources(), ...lines.sources({ field: 'lines', rows: [lineName] })]

/** A receivables transaction with its lines (docs/erp/oracle-fusion.md#invoices). */
export function toInvoice(row: Row): SourceRecord {
  const { id, ...fields } = header.read(row)
  const ofCredit = isCredit(row)
  const shown = childrenOf(row, lineName).map((line) => {
    const read = lines.read(line)
    return ofCredit ? { ...read, quantity: positive(read.quantity), lineTotal: positive(read.lineTotal) } : read
  })
  return { id: typeof id === 'string' ? id : '', fields: { ...fields, lines: shown }, raw: row, changedAt: toInstant(row.LastUpdateDate) }
}
