import { toDecimal } from '../records/decimal.ts'

/** More digits than any ERP sends. An exponent behind few of them is what a spreadsheet makes of a number, and has cost digits. */
const long = /^[+-]?(?:\d{1,30}(?:\.\d{0,80})?|\.\d{1,80}|\d\.\d{12,80}e[+-]?\d{1,2})$/i

/**
 * A decimal as text: canonical if it can be, else with its fraction as it is, however long, for operations that shorten it. Null if the
 * text is no decimal.
 */
export function toLongDecimal(text: string): string | null {
  const given = text.trim()
  return toDecimal(given) ?? (long.test(given) ? given : null)
}
