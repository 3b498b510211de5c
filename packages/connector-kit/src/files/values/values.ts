import { toDecimal } from '@linkspan/core/connector'

const nulls = new Set(['', 'NULL', '\\N', '-', '#N/A'])

/** Trimmed text, or null if it stands for an empty value (docs/erp/sftp-files.md#empty-values). */
export function textOf(text: string): string | null {
  const trimmed = text.trim()
  return nulls.has(trimmed.toUpperCase()) ? null : trimmed
}

/** How a spreadsheet shows a long key that it took for a number: the last digits are lost. */
const shownByExcel = /^\d(?:[.,]\d+)?e\+\d{2,}$/i

/** Whether a spreadsheet has damaged a SKU, barcode or other key, for example to `1.23E+11` (docs/erp/sftp-files.md#damaged-keys). */
export const isDamagedKey = (text: string): boolean => text.length < 40 && text.includes('+') && shownByExcel.test(text.trim())

/** A cell as it was meant: `="00123"` and `'00123` are how spreadsheets keep the zeros of a text. */
export function withoutTextMark(cell: string): string {
  const formula = /^="([^"]*)"$/.exec(cell.trim())
  if (formula) return formula[1] as string
  return /^'\d[^']*$/.test(cell) ? cell.slice(1) : cell
}

export interface NumberStyle {
  readonly decimal: '.' | ','
  /** How many of the last digits are the fraction, if numbers have no decimal separator. */
  readonly impliedDecimals?: number
}

/** Thousands separators: ordinary, no-break, narrow no-break and thin spaces, and apostrophes. */
const groupSeparators = " \u00a0\u202f\u2009'’"
const body = {
  '.': new RegExp(`^(\\d{1,3}(?:([,${groupSeparators}])\\d{3})(?:\\2\\d{3})*|\\d*)(?:\\.(\\d*))?$`),
  ',': new RegExp(`^(\\d{1,3}(?:([.${groupSeparators}])\\d{3})(?:\\2\\d{3})*|\\d*)(?:,(\\d*))?$`),
} as const
const currencySign = /^(?:\p{Sc}|[A-Z]{3}(?![A-Z]))\s*|\s*(?:\p{Sc}|(?<![A-Z])[A-Z]{3})$/gu
/** Longer text is not a number; matching it would be slow. */
const maxLength = 60

/**
 * Parses a number as people and ERPs write it, and returns it as exact text: signs in front or behind, parentheses for a minus, thousands
 * in groups of three, a currency. Undefined if it is not a number or is grouped in any other way: nothing is guessed
 * (docs/erp/sftp-files.md#numbers).
 */
export function parseNumber(text: string, { decimal, impliedDecimals }: NumberStyle): string | undefined {
  if (text.length > maxLength) return undefined
  let rest = text.trim()
  const inParentheses = /^\((.*)\)$/.exec(rest)
  if (inParentheses) rest = inParentheses[1] as string
  const signs: string[] = []
  const takeSigns = (): void => {
    rest = rest.replace(/^\s*[+\-−]|[+\-−]\s*$/g, (sign) => {
      signs.push(sign.trim())
      return ''
    })
  }
  takeSigns()
  rest = rest.trim().replace(currencySign, '').trim()
  if (signs.length === 0) takeSigns()
  const match = body[decimal].exec(rest.trim())
  if (!match || !/\d/.test(rest) || signs.length + (inParentheses ? 1 : 0) > 1) return undefined
  const [, whole = '', , fraction] = match
  const digits = whole.replace(/\D/g, '')
  if (digits.length < whole.length && digits.startsWith('0')) return undefined // no group of thousands begins with 0
  const isNegative = inParentheses !== null || (signs.length === 1 && signs[0] !== '+')
  if (impliedDecimals !== undefined) {
    if (fraction !== undefined) return undefined
    const padded = digits.padStart(impliedDecimals + 1, '0')
    const point = padded.length - impliedDecimals
    return decimalOf(isNegative, padded.slice(0, point), padded.slice(point))
  }
  return decimalOf(isNegative, digits, fraction ?? '')
}

const decimalOf = (isNegative: boolean, whole: string, fraction: string): string | undefined =>
  toDecimal(`${isNegative ? '-' : ''}${whole || '0'}${fraction === '' ? '' : `.${fraction}`}`) ?? undefined
