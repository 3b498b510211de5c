import { decimalOf, toText as printDecimal } from '@linkspan/connector-kit/fields/exact-decimal'
import { toText } from '@linkspan/connector-kit/fields/field-table'
import { instantOf } from '@linkspan/connector-kit/odata/times'
import { isNoDate } from '@linkspan/core/connector'

/** An employment or a price that does not end. */
const noEnd = '2154-12-31'

/** The day as it is written; undefined for the days that stand for none (docs/erp/dynamics-finance-operations.md#days). */
export function toDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || isNoDate(value) || instantOf(value) === null) return undefined
  const day = value.trim().slice(0, 10)
  return day === noEnd ? undefined : day
}

/** A moment; undefined for those that stand for none. */
export const toMoment = (value: unknown): string | null => (isNoDate(value) ? null : instantOf(value))

/** The rule of a day in a field table. */
export const day = (...from: readonly string[]) => ({ from, to: (value: unknown) => toDay(value) })

/** Enumerations of two words, as text or as a flag. */
export const isYes = (value: unknown): boolean => value === true || value === 'Yes'

/** A number that is 0 if nobody has entered one. */
export const nonZero = (value: unknown): string | undefined => (decimalOf(value)?.isZero() ? undefined : toText(value))

/** The price of one unit of a price for `quantity` units (docs/erp/dynamics-finance-operations.md#prices). */
export function perUnit(price: unknown, quantity: unknown): string | undefined {
  const [value, units] = [decimalOf(price), decimalOf(quantity)]
  if (!value || !units || units.isZero() || units.eq(1)) return toText(price)
  return printDecimal(value.div(units).toDecimalPlaces(8))
}

/** A number without needless zeros: 1.0000000000 is line 1. What is no number stays as it is. */
export function plainNumber(value: unknown): string | undefined {
  const decimal = decimalOf(value)
  return decimal === null ? toText(value) : printDecimal(decimal)
}
