import { decimalOf } from '@linkspan/connector-kit/fields/exact-decimal'
import type { Fields } from '@linkspan/core/connector'

/** What the letters of a sales order's status mean (docs/erp/netsuite.md#order-status). H, closed, depends on what was shipped. */
const letters: Readonly<Record<string, string>> = {
  A: 'pending',
  B: 'processing',
  C: 'cancelled',
  D: 'partially_shipped',
  E: 'partially_shipped',
  F: 'shipped',
  G: 'shipped',
}

/** The letter of a status, which may come with its type before it, as in `SalesOrd:B`. */
export const letterOf = (status: unknown): string | undefined =>
  typeof status === 'string' && status.trim() !== '' ? status.trim().replace(/^\w+:/, '') : undefined

export function orderStatusOf(status: unknown, lines: readonly Fields[]): string | undefined {
  const letter = letterOf(status)
  if (letter === 'H') return lines.some(({ quantityshiprecv }) => !isZero(quantityshiprecv)) ? 'shipped' : 'cancelled'
  return letter === undefined ? undefined : (letters[letter] ?? letter)
}

/** How far a line is; null if nothing of it is shipped. */
export function lineProgressOf({ quantity, quantityshiprecv }: Fields): 'shipped' | 'partially_shipped' | null {
  const [ordered, shipped] = [decimalOf(quantity)?.abs(), decimalOf(quantityshiprecv)?.abs()]
  if (!ordered || !shipped || shipped.isZero()) return null
  return shipped.gte(ordered) ? 'shipped' : 'partially_shipped'
}

const isZero = (value: unknown): boolean => decimalOf(value)?.isZero() ?? true
