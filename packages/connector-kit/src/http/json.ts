import { parse as parseLossless } from 'lossless-json'
import { withKeysAsText } from './json-keys.ts'

/** A binary number is sure of 15 significant digits; what is longer stays text. */
const safeDigits = 15
/** Such a number stands behind one of these signs; digits within a text mostly do not. */
const maybeUnsafe = /(?:^|[:,[\s])-?\d(?:[\d.]{15}|[\d.]*[eE][+-]?\d{2})/
/** The same, or a number that ends in zeros: what may need more than `JSON.parse`. Most answers have none. */
const maybeSpecial = /(?:^|[:,[\s])-?\d(?:[\d.]{15}|[\d.]*[eE][+-]?\d{2}|\d*\.\d*0\s*[,}])/

/** Beyond this no number is looked at: it stays text. */
const maxNumberLength = 400
/** No ERP nests so deep; what walks through a value may do so by calling itself. */
const deepest = 200

function toNumberOrText(literal: string): number | string {
  if (literal.length > maxNumberLength) return literal
  const digits = literal
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
  const number = Number(literal)
  return digits.replace(/0+$/, '').length <= safeDigits && (digits.length <= safeDigits || literal.includes('.')) && Number.isFinite(number)
    ? number
    : literal
}

/**
 * Parses JSON without losing a digit: a number of more than 15 significant digits becomes text, so that neither a long key nor an
 * amount is rounded (docs/erp/home-made-rest.md#long-numbers); so does an identifier such as 1.50. A byte order mark is skipped, the last
 * of two equal names counts. Throws a SyntaxError, a TooDeepError if it is nested without end.
 */
export function parseJson(text: string): unknown {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  const value = maybeSpecial.test(json) ? parseSpecial(withKeysAsText(json)) : JSON.parse(json)
  if (isDeeper(value, deepest)) throw new TooDeepError()
  return value
}

export class TooDeepError extends SyntaxError {
  override readonly message = `JSON that is nested deeper than ${deepest} levels`
}

function parseSpecial(json: string): unknown {
  if (!maybeUnsafe.test(json)) return JSON.parse(json)
  try {
    return parseLossless(json, null, { parseNumber: toNumberOrText, onDuplicateKey: ({ newValue }) => newValue })
  } catch (thrown) {
    throw thrown instanceof RangeError ? new TooDeepError() : thrown
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  for (const name in value) {
    const inner = (value as Record<string, unknown>)[name]
    if (typeof inner === 'object' && isDeeper(inner, levels - 1)) return true
  }
  return false
}

/** Whether a text begins like JSON and stops before it is complete: a cut answer, not a wrong one. */
export function isCutJson(text: string): boolean {
  const json = text.replace(/^\uFEFF/, '').trim()
  if (!/^[[{]/.test(json)) return json === ''
  const open: string[] = []
  let inString = false
  for (let at = 0; at < json.length; at++) {
    const sign = json[at]
    if (inString) {
      if (sign === '\\') at++
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === '{' || sign === '[') open.push(sign)
    else if (sign === '}' || sign === ']') {
      if (open.pop() !== (sign === '}' ? '{' : '[')) return false
      if (open.length === 0) return false
    }
  }
  return true
}
