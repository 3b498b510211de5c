import { Decimal } from 'decimal.js'

/** Decimals with more digits than any ERP sends, so that sums and products are exact. Never written with an exponent. */
export const ExactDecimal = Decimal.clone({ precision: 100, toExpNeg: -1000, toExpPos: 1000 })
export type ExactDecimal = Decimal

const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i

/** A decimal as an exact number; null if it is absent or none. */
export function decimalOf(value: unknown): ExactDecimal | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  return plain.test(text) ? new ExactDecimal(text) : null
}

/** The exact sum; null if one of them is absent or no decimal. */
export const sumOf = (values: readonly unknown[]): ExactDecimal | null =>
  values.reduce<ExactDecimal | null>((sum, value) => {
    const decimal = decimalOf(value)
    return sum && decimal && sum.plus(decimal)
  }, new ExactDecimal(0))

/** Digits without an exponent. */
export const toText = (decimal: ExactDecimal): string => decimal.toFixed()
