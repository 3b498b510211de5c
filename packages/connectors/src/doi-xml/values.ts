import { ExactDecimal } from '@linkspan/connector-kit/fields/exact-decimal'
import { textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import { AppError, addDecimals, toDecimal, toInstant } from '@linkspan/core/connector'

const thousands = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

/** A decimal as partners write it, with or without thousands commas (docs/erp/cxml.md#amounts); null if it is not a decimal. */
export const decimalOf = (text: string): string | null => toDecimal(thousands.test(text) ? text.replaceAll(',', '') : text)

/** The decimal at a path; null if there is nothing. Throws `request.invalid` if it is not a decimal. */
export function decimalAt(element: XmlElement | undefined, path: string): string | null {
  const text = textAt(element, path)
  if (text === undefined) return null
  const decimal = decimalOf(text)
  if (decimal === null) throw new AppError('request.invalid', `${nameOf(element)}/${path} is "${text.slice(0, 50)}": send a decimal number`)
  return decimal
}

/** The text at a path. Throws `request.invalid` if there is none. */
export function requiredAt(element: XmlElement | undefined, path: string): string {
  const text = textAt(element, path)
  if (text === undefined)
    throw new AppError('request.invalid', `${nameOf(element)}/${path} is missing: add it, and send the document again`)
  return text
}

/** The decimal at a path. Throws `request.invalid` if there is none. */
export function requiredDecimalAt(element: XmlElement | undefined, path: string): string {
  requiredAt(element, path)
  return decimalAt(element, path) as string
}

const nameOf = (element: XmlElement | undefined): string => element?.name ?? 'The document'

/**
 * A time with or without milliseconds. A day without a time, whatever its zone, is midnight in UTC (docs/erp/cxml.md#times). Null if it is
 * neither.
 */
export const readInstant = (text: string): string | null => toInstant(text.replace(/^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:?\d{2})$/, '$1'))

/** The time at a path; null if there is none, or it cannot be read. */
export function instantAt(element: XmlElement | undefined, path: string): string | null {
  const text = textAt(element, path)
  return text === undefined ? null : readInstant(text)
}

/** The day at a path as written, whatever its zone; null if there is none, or it cannot be read. */
export function dayAt(element: XmlElement | undefined, path: string): string | null {
  const day = textAt(element, path)?.slice(0, 10)
  return day !== undefined && toInstant(day) !== null ? day : null
}

/** The latest of some days; null if there is none. */
export const latestDay = (days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null

/** A time as partners expect it: with an offset, without fractions of a second. */
export const withOffset = (instant: string): string => instant.replace(/(?:\.\d+)?Z$/, '+00:00')

export const negative = (decimal: string): string =>
  /^0(?:\.0*)?$/.test(decimal) ? decimal : decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`
export const isNegative = (decimal: string): boolean => decimal.startsWith('-')
export const absolute = (decimal: string): string => decimal.replace(/^-/, '')
export const isZero = (decimal: string): boolean => /^-?0(?:\.0*)?$/.test(decimal)

/** Exact, whatever the number of digits. */
export const subtract = (from: string, ...decimals: readonly string[]): string => addDecimals([from, ...decimals.map(negative)])
export const isAtLeast = (decimal: string, other: string): boolean => !isNegative(subtract(decimal, other))

/** Rounded to eight decimal places. */
export const multiply = (one: string, other: string): string => canonical(new ExactDecimal(one).times(other))
/** Rounded to eight decimal places; the decimal itself if it is divided by zero. */
export const divide = (decimal: string, by: string): string => (isZero(by) ? decimal : canonical(new ExactDecimal(decimal).div(by)))

const canonical = (value: ExactDecimal): string =>
  toDecimal(value.toDecimalPlaces(8, ExactDecimal.ROUND_HALF_UP).toFixed()) ?? value.toFixed()

/** A line number without leading zeros, for comparing: `00010` is `10`. */
export const lineKey = (lineNumber: string): string => lineNumber.trim().replace(/^0+(?=.)/, '')
