/** Hundredths as a decimal string: 1250 becomes `12.50`. */
export function fromCents(cents: number): string {
  const sign = cents < 0 ? '-' : ''
  const digits = String(Math.abs(Math.round(cents))).padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A decimal string as hundredths, rounded. */
export function toCents(decimal: string): number {
  return Math.round(Number(decimal) * 100)
}

/** The same number with exactly `digits` digits after the point. Further digits are cut off. */
export function withFraction(decimal: string, digits: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return digits === 0 ? whole : `${whole}.${fraction.slice(0, digits).padEnd(digits, '0')}`
}

/** The UTC day of a time, `plusDays` days later. */
export function dayOf(time: string | number, plusDays = 0): string {
  return new Date(new Date(time).getTime() + plusDays * 86_400_000).toISOString().slice(0, 10)
}
