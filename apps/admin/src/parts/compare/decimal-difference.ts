const decimal = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** The decimal as a number of units of 10^-places. */
function toUnits(text: string, places: number): bigint | null {
  const [, sign, whole = '', fraction = ''] = decimal.exec(text) ?? []
  if (sign === undefined) return null
  const units = BigInt(whole + fraction.padEnd(places, '0'))
  return sign === '-' ? -units : units
}

const placesOf = (text: string): number => decimal.exec(text)?.[3]?.length ?? 0

/** How far a decimal is from another one, exactly and with its sign: +0.50. Null if one of them is no decimal, or if they are equal. */
export function decimalDifference(from: unknown, to: unknown): string | null {
  if (typeof from !== 'string' || typeof to !== 'string') return null
  const places = Math.max(placesOf(from), placesOf(to))
  const [before, after] = [toUnits(from, places), toUnits(to, places)]
  if (before === null || after === null || before === after) return null
  const difference = after - before
  const digits = String(difference < 0n ? -difference : difference).padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return `${difference < 0n ? '−' : '+'}${text}`
}
