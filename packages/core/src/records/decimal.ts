import { asDecimal, converted } from './fields.ts'

const plain = /^-?\d{1,18}(\.\d{1,8})?$/
/** Already canonical, as most values are: no leading zeros, and no zero with a sign. */
const canonical = /^(?:0|-?[1-9]\d{0,17}|-?[1-9]\d{0,17}\.\d{1,8}|0\.\d{1,8})$/
const loose = /^([+-]?)0*(\d*)(?:\.(\d*))?$/
/** With padding. The time a pattern takes can grow with the square of the length. */
const maxLength = 100

/** Rewrites a number without an exponent: 1e-7 becomes "0.0000001". */
function withoutExponent(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/i.exec(text)
  if (!match) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const point = whole.length + Number(exponent)
  if (Math.abs(point) > 40) return text
  const digits = `${whole}${fraction}`
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length ? `${sign}${digits.padEnd(point, '0')}` : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/**
 * A decimal as canonical text, or null if the value is not a decimal. Canonical text has no exponent and no leading zeros, and keeps its
 * fraction digits. Zeros after the eighth fraction digit are dropped; any other digit there makes it invalid, since nothing is rounded. The
 * noise of binary arithmetic is not rounding: a binary number counts with its 15 reliable digits, so 0.30000000000000004 is "0.3", as text too.
 */
export function toDecimal(value: unknown): string | null {
  if (typeof value === 'bigint') return toDecimal(value.toString())
  if (typeof value === 'string' && canonical.test(value)) return value
  if (typeof value === 'number') return ofNumber(value)
  if (typeof value !== 'string') return null
  const given = value.trim()
  if (isNoiseOfZero(given)) return '0'
  const match = given.length > maxLength ? null : loose.exec(given)
  if (!match || (!match[2] && !match[3] && !/\d/.test(value))) return null
  const [, sign, digits, fraction = ''] = match
  const meant = fraction.length > 8 ? withoutNoise(given) : null
  if (meant !== null) return meant
  const scale = fraction.length > 8 ? fraction.slice(0, 8) + fraction.slice(8).replace(/0+$/, '') : fraction
  const trimmed = fraction.length > 8 ? scale.replace(/0+$/, '') : scale
  const magnitude = trimmed ? `${digits || '0'}.${trimmed}` : digits || '0'
  const text = sign === '-' && /[1-9]/.test(magnitude) ? `-${magnitude}` : magnitude
  return plain.test(text) ? text : null
}

/** The digits of a binary number that are beyond its 15 reliable ones, and end in a long row of zeros or nines before them. */
const noisy = /^[+-]?0*(?:\d*\.\d*?)(?:0{3,}|9{3,})\d{1,5}$/

/** What is left where binary numbers should have added up to nothing: 5.551115123125783e-17. */
const noiseOfZero = /^[+-]?\d(?:\.\d{1,20})?e-(?:1[2-9]|[2-9]\d)$/i
const isNoiseOfZero = (text: string): boolean => text.length < 30 && noiseOfZero.test(text)

/** What was meant by text such as "8704.112999999999" or "19.990000000000002"; null if the text does not look so. */
function withoutNoise(text: string): string | null {
  if (text.length < 16 || text.length > 40) return null
  const digits = text.replace(/[^\d]/g, '').replace(/^0+/, '')
  if (digits.length < 16 || digits.length > 25 || !noisy.test(text)) return null
  const rounded = Number(text).toPrecision(15)
  if (!rounded.includes('.') || rounded.includes('e')) return null
  const meant = rounded.replace(/0+$/, '').replace(/\.$/, '')
  const isShort = meant.replace(/\D/g, '').replace(/^0+/, '').length <= 12
  return isShort && canonical.test(meant) ? meant : null
}

const maxReliableDigits = 15

/** Whether `toDecimal` rounds the noise of binary arithmetic away in a value. */
export function isNoise(value: unknown): boolean {
  if (typeof value === 'string') return isNoiseText(value)
  if (typeof value !== 'number' || Number.isInteger(value)) return false
  const text = String(value)
  if (isReliable(text)) return false
  const digits = text.replace(/e.*$/, '').replace(/\D/g, '').replace(/^0+/, '')
  return digits.length > maxReliableDigits || isNoiseOfZero(text)
}

/** Too short for noise, as most values are. */
const isReliable = (text: string): boolean => text.length <= maxReliableDigits && !text.includes('e') && !text.includes('E')

function isNoiseText(value: string): boolean {
  if (isReliable(value)) return false
  const text = value.trim()
  return isNoiseOfZero(text) || (text.length > maxReliableDigits && withoutNoise(text) !== null)
}

function ofNumber(value: number): string | null {
  if (!Number.isFinite(value)) return null
  const shortest = String(value)
  if (shortest.length <= maxReliableDigits && canonical.test(shortest)) return shortest
  if (isNoiseOfZero(shortest)) return '0'
  return toDecimal(withoutExponent(String(Number(value.toPrecision(15)))))
}

/** Money or a quantity: accepts text or a number, and returns text. */
const expected = 'must be a decimal number with at most 18 digits before and 8 after the point'
const advice = 'numbers with a decimal comma need the transformation "number" with {"decimal": ",", "group": "."}'
const hasComma = (value: unknown): boolean => typeof value === 'string' && /^\s*[+-]?[\d.' ]*\d,\d+\s*$/.test(value.slice(0, maxLength))

export const Decimal = asDecimal(converted(toDecimal, (value) => (hasComma(value) ? `${expected}; ${advice}` : expected)))

const fractionOf = (decimal: string): string => decimal.split('.')[1] ?? ''

/** The exact sum of canonical decimals, with as many fraction digits as the most precise of them. */
export function addDecimals(decimals: readonly string[]): string {
  const scale = Math.max(0, ...decimals.map((decimal) => fractionOf(decimal).length))
  const scaled = (decimal: string) => BigInt(decimal.replace('.', '') + '0'.repeat(scale - fractionOf(decimal).length))
  const sum = decimals.reduce((total, decimal) => total + scaled(decimal), 0n)
  const digits = (sum < 0n ? -sum : sum).toString().padStart(scale + 1, '0')
  const magnitude = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  return sum < 0n ? `-${magnitude}` : magnitude
}
