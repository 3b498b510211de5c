import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { cancelledBy } from './invoices.ts'
import { keyOf } from './values.ts'

/**
 * Billing documents without the cancellations among them: a cancellation is a document of its own that voids another one
 * (docs/erp/sap-s4hana.md#billing-documents). The other one takes its place, read if it is not among these documents: its own change
 * time may be older than the cancellation.
 */
export async function withoutCancellations(
  rows: readonly Row[],
  lookUp: (numbers: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const cancelled = new Set(rows.map((row) => keyOf(cancelledBy(row))).filter((number) => number !== ''))
  if (cancelled.size === 0) return rows
  const kept = rows.filter((row) => cancelledBy(row) === '')
  const here = new Set(kept.map(({ BillingDocument }) => keyOf(BillingDocument)))
  const missing = rows.flatMap((row) => {
    const number = cancelledBy(row)
    return number === '' || here.has(keyOf(number)) ? [] : [number]
  })
  const found = missing.length === 0 ? [] : await lookUp(missing)
  const all = [...kept, ...found.filter((row) => cancelledBy(row) === '')]
  return all.map((row) => (cancelled.has(keyOf(textOf(row, 'BillingDocument'))) ? { ...row, BillingDocumentIsCancelled: true } : row))
}
