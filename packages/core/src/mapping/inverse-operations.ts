import { Decimal } from 'decimal.js'
import { toDecimal } from '../records/decimal.ts'
import type { Inverse, InverseContext } from './inverse.ts'
import { invertDate } from './inverse-date.ts'
import { invertLookup } from './inverse-lookup.ts'
import type { Transformation } from './mapping.ts'
import { isAbsent, isPlain, type OperationName, operations } from './operations.ts'

const Exact = Decimal.clone({ precision: 60 })
const maxFractionDigits = 8
/** Changes if it is rounded to fewer digits than a decimal may have. */
const finest = '0.11111111'
const same: Inverse = { kind: 'same' }
const none = (reason: string): Inverse => ({ kind: 'none', reason })
const isSameText = (one: unknown, other: unknown): boolean => String(one) === String(other)

function isSameNumber(one: unknown, other: unknown): boolean {
  const [left, right] = [toDecimal(one), toDecimal(other)]
  return left !== null && right !== null && new Exact(left).eq(right)
}

/** Lets an absent value stay absent, and refuses a list or an object. */
const onPlain =
  (invert: (value: string) => unknown): ((value: unknown) => unknown) =>
  (value) => {
    if (isAbsent(value)) return value
    if (!isPlain(value)) throw new RangeError('is not a plain value')
    return invert(String(value))
  }

/** An inverse whose result a pull must read as the same value again. */
function checked(
  invert: (value: string) => unknown,
  isSame: (one: unknown, other: unknown) => boolean,
  { forward, normalise }: Pick<InverseContext, 'forward' | 'normalise'>,
  limit: string | null = null,
): Inverse {
  const invertChecked = onPlain((value) => {
    const inverse = invert(value)
    const read = forward(inverse)
    if (!isSame(normalise(read), normalise(value))) throw new RangeError(`would be read back from the ERP as ${JSON.stringify(read)}`)
    return inverse
  })
  return { kind: 'value', invert: invertChecked, limit }
}

/** An exact quotient, or the shortest one that a pull rounds to the same value again. */
function invertMultiply(factorText: string, context: InverseContext): Inverse {
  const factor = new Exact(factorText)
  if (factor.isZero()) return none('is multiplied by 0')
  const isRestored = (quotient: string, value: string): boolean =>
    isSameNumber(context.normalise(context.forward(quotient)), context.normalise(value))
  const invert = onPlain((value) => {
    const given = toDecimal(value)
    if (given === null) throw new RangeError('is not a decimal number')
    const quotient = new Exact(given).div(factor)
    const exact = toDecimal(quotient.toFixed())
    if (exact !== null && factor.times(exact).eq(given)) return exact
    for (let digits = 0; digits <= maxFractionDigits; digits++) {
      const rounded = toDecimal(quotient.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP).toFixed())
      if (rounded !== null && isRestored(rounded, given)) return rounded
    }
    throw new RangeError(`cannot be divided by ${factorText} exactly`)
  })
  const isRounded = !isSameNumber(context.normalise(finest), finest)
  const isExact = toDecimal(new Exact(1).div(factor).toFixed()) !== null
  return { kind: 'value', invert, limit: isRounded || isExact ? null : `must be divisible by ${factorText} without a remainder` }
}

function stripPadding({ character, side }: PadOptions, text: string): string {
  let [start, end] = [0, text.length]
  while (side === 'start' && start < end - 1 && text[start] === character) start += 1
  while (side === 'end' && end > start + 1 && text[end - 1] === character) end -= 1
  return text.slice(start, end)
}

/** The context for an operation that is itself a normalising step. */
const afterItself = (context: InverseContext): InverseContext => ({
  ...context,
  normalise: (value) => context.normalise(context.forward(value)),
})

interface PadOptions {
  readonly character: string
  readonly side: 'start' | 'end'
}

const inverses: Readonly<Record<OperationName, (options: never, context: InverseContext) => Inverse>> = {
  trim: () => same,
  upper: () => same,
  lower: () => same,
  round: () => same,
  default: () => same,
  pad: (options: PadOptions, context) =>
    context.push === 'strip' ? checked((text) => stripPadding(options, text), isSameText, afterItself(context)) : same,
  strip_leading_zeros: (_, context) => {
    const { push } = context
    if (typeof push !== 'object' || !('pad' in push)) return same
    const pad = (text: string) => (/^\d+$/.test(text.trim()) ? text.trim().padStart(push.pad, '0') : text)
    return checked(pad, isSameText, afterItself(context))
  },
  number: ({ decimal }: { readonly decimal: string }, context) =>
    checked(
      (value) => {
        const number = toDecimal(value)
        if (number === null) throw new RangeError('is not a number')
        return number.replace('.', decimal)
      },
      isSameNumber,
      context,
    ),
  multiply: invertMultiply,
  date: (options: { readonly format: string; readonly zone: string }, { forward }) => ({
    kind: 'value',
    invert: onPlain(invertDate(options, forward)),
    limit: null,
  }),
  boolean: (words: Readonly<Record<'true' | 'false', readonly string[]>>, context) =>
    checked(
      (value) => {
        const word = value === 'true' || value === 'false' ? words[value].find((one) => !isAbsent(one)) : undefined
        if (word === undefined) throw new RangeError(`has no word that stands for ${value}`)
        return word
      },
      isSameText,
      context,
    ),
  lookup: (options: { readonly table: Readonly<Record<string, unknown>> }, context) => invertLookup(options, context),
  replace: ({ search, replacement }: { readonly search: string; readonly replacement: string }, context) =>
    context.push === 'swap' && replacement !== ''
      ? checked((text) => text.replaceAll(replacement, () => search), isSameText, context)
      : none(replacement === '' ? `has every "${search}" removed (replace)` : `has "${search}" replaced by "${replacement}" (replace)`),
  concat: ({ fields }: { readonly fields: readonly string[] }) => none(`is put together from ${fields.join(' and ')} (concat)`),
  split: () => none('is one part of a longer text (split)'),
  jsonata: () => none('is the result of an expression (jsonata)'),
}

/** Builds the inverse of a transformation. `normalise` runs the normalising steps that follow it in a pull, and must not throw. */
export function inverseOf({ operation, value, push }: Transformation, normalise: (value: unknown) => unknown = (given) => given): Inverse {
  if (typeof push === 'object' && 'jsonata' in push) return { kind: 'expression', expression: push.jsonata }
  const { options, make } = operations[operation]
  const parsed = options.parse(value)
  const operate = make?.(parsed)
  const forward = (given: unknown): unknown => operate?.(given, { fields: {}, raw: {} })
  return inverses[operation](parsed as never, { push, forward, normalise })
}

/** Operations that bring a value into a form in which it stays if they run again. */
export const normalisingOperations: ReadonlySet<OperationName> = new Set([
  'trim',
  'upper',
  'lower',
  'round',
  'pad',
  'strip_leading_zeros',
  'default',
])
