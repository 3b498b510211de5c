import { decimalOf } from '@linkspan/connector-kit/fields/exact-decimal'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { wordOf } from './values.ts'

/** What the words of `status` mean as long as nothing is shipped (docs/erp/dynamics-business-central.md#order-status). */
const releases: Readonly<Record<string, string>> = { Draft: 'pending', 'In Review': 'pending', Open: 'processing' }

type Progress = 'shipped' | 'partially_shipped' | 'none'

/**
 * How far an order is that `salesOrders` still has. The lines tell what is shipped: `fullyShipped` of the header is wrong for orders from
 * several locations (docs/erp/dynamics-business-central.md#fully-shipped).
 */
export function orderStatusOf({ status }: Row, lines: readonly Row[]): string | undefined {
  const progress = progressOf(lines)
  if (progress !== 'none') return progress
  const word = wordOf(status)
  return word === undefined ? undefined : (releases[word] ?? word)
}

function progressOf(lines: readonly Row[]): Progress {
  const wanted = lines.map(lineProgressOf).filter((progress) => progress !== null)
  if (wanted.length > 0 && wanted.every((progress) => progress === 'shipped')) return 'shipped'
  return wanted.some((progress) => progress !== 'none') ? 'partially_shipped' : 'none'
}

/** Null if nothing is to be shipped. */
export function lineProgressOf({ quantity, shippedQuantity }: Row): Progress | null {
  const [ordered, shipped] = [decimalOf(quantity), decimalOf(shippedQuantity)]
  if (!ordered || ordered.lte(0)) return null
  if (!shipped || shipped.lte(0)) return 'none'
  return shipped.gte(ordered) ? 'shipped' : 'partially_shipped'
}
