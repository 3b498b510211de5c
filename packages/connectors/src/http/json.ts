import { isSafeNumber, parse } from 'lossless-json'

/** A number literal of more digits than a double is sure of. Matches inside strings too: that costs speed, never truth. */
const manyDigits = /\d(?:\.?\d){15}/

/**
 * Parses JSON without losing a digit: where a number has more than 15 of them, such numbers stay text. Money that came as
 * `12345678901234.5678` is that, not the nearest binary fraction. Throws a SyntaxError like `JSON.parse`.
 */
export function parseJson(text: string): unknown {
  if (!manyDigits.test(text)) return JSON.parse(text)
  return parse(text, undefined, (digits) => (isSafeNumber(digits) ? Number(digits) : digits))
}
