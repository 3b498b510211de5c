import { Decimal } from 'decimal.js'
import { isDecimalField } from '../records/decimal-fields.ts'

const Exact = Decimal.clone({ precision: 60 })
const decimalText = /^-?\d+(\.\d+)?$/
const isDecimalText = (value: unknown): value is string => typeof value === 'string' && decimalText.test(value)

/** Whether two values of a field say the same: 2.5 and 2.50 do as a price, not as an article number. */
export function isSameValue(field: string, one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (isDecimalField(field) && isDecimalText(one) && isDecimalText(other)) return new Exact(one).equals(other)
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What an ERP does to a value that it is sent, in the few ways that are usual. `keeps`: how it is said to people. */
export interface ErpForm {
  readonly kind: 'rounded' | 'case' | 'trimmed' | 'padded' | 'zeros' | 'cut' | 'day' | 'other'
  readonly keeps: string
}

const scaleOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0
const squeeze = (text: string): string => text.trim().replace(/\s+/g, ' ')
const withoutZeros = (text: string): string => text.replace(/^0+(?=.)/, '')

/** How an ERP may have made `shown` of `sent`; null if it is none of the usual forms of it, and so may be a change by somebody. */
export function formOf(field: string, sent: unknown, shown: unknown): ErpForm | null {
  if (isDecimalField(field) && isDecimalText(sent) && isDecimalText(shown)) return roundedForm(sent, shown)
  if (typeof sent !== 'string' || typeof shown !== 'string') return null
  if (squeeze(sent) === squeeze(shown)) {
    if (shown.length > sent.length) return { kind: 'padded', keeps: 'padded with blanks' }
    return { kind: 'trimmed', keeps: 'without surplus blanks' }
  }
  if (sent.toUpperCase() === shown.toUpperCase()) return { kind: 'case', keeps: caseOf(shown) }
  if (/^\d{4}-\d\d-\d\dT/.test(sent) && sent.slice(0, 10) === shown.slice(0, 10)) return { kind: 'day', keeps: 'as a day without a time' }
  if (/^\d+$/.test(sent) && /^\d+$/.test(shown) && withoutZeros(sent) === withoutZeros(shown))
    return { kind: 'zeros', keeps: shown.length > sent.length ? `with zeros to ${shown.length} digits` : 'without leading zeros' }
  const isCut = shown.trim() !== '' && shown.length < sent.length && sent.toUpperCase().startsWith(shown.trimEnd().toUpperCase())
  return isCut ? { kind: 'cut', keeps: `cut to ${shown.length} characters` } : null
}

const caseOf = (text: string): string => {
  if (text === text.toUpperCase()) return 'in upper case'
  return text === text.toLowerCase() ? 'in lower case' : 'in its own spelling'
}

/** Rounded in whatever way: less than one unit of the last digit that is kept. */
function roundedForm(sent: string, shown: string): ErpForm | null {
  const scale = scaleOf(shown)
  if (scale >= scaleOf(sent) && !new Exact(sent).equals(shown)) return null
  const isNear = new Exact(sent).minus(shown).abs().lessThan(new Exact(10).pow(-scale))
  return isNear ? { kind: 'rounded', keeps: scale === 0 ? 'as a whole number' : `with ${scale} decimal${scale === 1 ? '' : 's'}` } : null
}
