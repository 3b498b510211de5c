import { decimalOf, toText as digitsOf, type ExactDecimal } from '@linkspan/connector-kit/fields/exact-decimal'
import { toText } from '@linkspan/connector-kit/fields/field-table'
import { type Fields, toFlag } from '@linkspan/core/connector'

const digits = (decimal: ExactDecimal | null): string | undefined =>
  decimal === null ? undefined : decimal.isZero() ? '0' : digitsOf(decimal)

/** A number as it is; what is none says nothing, as the "-10.0%" of a discount. */
export const toDecimal = (value: unknown): string | undefined => digits(decimalOf(value))
export const toNegated = (value: unknown): string | undefined => digits(decimalOf(value)?.neg() ?? null)
export const toMagnitude = (value: unknown): string | undefined => digits(decimalOf(value)?.abs() ?? null)

/** NetSuite's flags are T and F. */
export const isTrue = (value: unknown): boolean => toFlag(value) === true

/** The rules of field tables for columns. */
export const decimal = (...from: readonly string[]) => ({ from, to: toDecimal })
export const magnitude = (...from: readonly string[]) => ({ from, to: toMagnitude, note: 'without its sign' })

/** A day; a time that comes with it is cut off. */
export const day = (...from: readonly string[]) => ({
  from,
  to: (value: unknown) => /^\d{4}-\d\d-\d\d/.exec(typeof value === 'string' ? value : '')?.[0],
})

export const textOf = (row: Fields, name: string): string | undefined => toText(row[name])
