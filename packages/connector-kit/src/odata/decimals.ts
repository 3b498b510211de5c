import Big from 'big.js'

/** A decimal as an exact number; null where it is absent or none. */
export function decimalOf(value: unknown): Big | null {
  const text = typeof value === 'string' ? value.trim() : value
  if (typeof text !== 'number' && (typeof text !== 'string' || text === '')) return null
  try {
    return new Big(text)
  } catch {
    return null
  }
}

/** The exact sum; null where one of them is absent or no decimal. */
export function sumOf(values: readonly unknown[]): Big | null {
  return values.reduce<Big | null>((sum, value) => {
    const decimal = decimalOf(value)
    return sum && decimal && sum.plus(decimal)
  }, new Big(0))
}

/** Digits without an exponent. */
export const toText = (decimal: Big): string => decimal.toFixed()
