import { type Fields, isFields, type Remark } from '@linkspan/core/connector'
import { isAbsent } from './dot-path.ts'
import { decimalOf } from './exact-decimal.ts'

/** Why a value is not sent, if it is not. */
export interface UnsentReason {
  readonly message: string
  /** The ERP works it out itself. */
  readonly isHarmless?: true
}

/**
 * Remarks on the values of an order that are not sent: those for which there is a reason, by their path, as `discountTotal` or
 * `lines[].tax`. Zero, and an address without any part, are nothing that could be sent.
 */
export function unsentValues(data: Fields, reasons: Readonly<Record<string, UnsentReason | null>>): readonly Remark[] {
  return Object.entries(reasons).flatMap(([path, reason]) => {
    const [name = '', inLines] = path.split('[].')
    const values = inLines === undefined ? [data[name]] : linesIn(data[name]).map((line) => line[inLines])
    const value = values.find(saysSomething)
    return reason === null || value === undefined ? [] : [{ path, value, ...reason }]
  })
}

const linesIn = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : [])

const saysSomething = (value: unknown): boolean =>
  isFields(value) ? Object.values(value).some(saysSomething) : !isAbsent(value) && !(decimalOf(value)?.isZero() ?? false)
