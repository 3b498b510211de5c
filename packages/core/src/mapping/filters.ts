import { Decimal } from 'decimal.js'
import { z } from 'zod'
import { toDecimal } from '../records/decimal.ts'
import { parsePath, readPath, type Steps } from './path.ts'

const Plain = z.union([z.string().max(1000), z.number(), z.boolean(), z.null()])

export const filterOperators = [
  'eq',
  'ne',
  'in',
  'not_in',
  'gt',
  'gte',
  'lt',
  'lte',
  'contains',
  'starts_with',
  'ends_with',
  'exists',
] as const

/** One condition. A record must meet all of them; otherwise it is left out and counted as filtered. */
export const Filter = z
  .strictObject({
    field: z
      .string()
      .max(200)
      .refine((path) => parsePath(path) !== null, 'is not a path')
      .describe('A canonical field, or "raw." and a path into the row as the ERP sent it.'),
    operator: z.enum(filterOperators).default('eq'),
    value: z.union([Plain, z.array(Plain).max(1000)]).optional(),
  })
  .superRefine(({ operator, value }, context) => {
    const isList = operator === 'in' || operator === 'not_in'
    if (operator !== 'exists' && (value === undefined || Array.isArray(value) !== isList))
      context.addIssue({ code: 'custom', path: ['value'], message: isList ? 'must be a list' : 'must be a single value', input: value })
  })
export type Filter = z.infer<typeof Filter>

export type Condition = (record: { readonly fields: unknown; readonly raw: unknown }) => boolean

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim()
}

/** Compares numbers by value, and everything else as text. */
function compare(one: unknown, other: unknown): number {
  const [left, right] = [toDecimal(one), toDecimal(other)]
  if (left !== null && right !== null) return new Decimal(left).cmp(right)
  const [a, b] = [textOf(one), textOf(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

const isSame = (one: unknown, other: unknown): boolean => compare(one, other) === 0

function holds(found: unknown, operator: Filter['operator'], value: unknown): boolean {
  const isThere = textOf(found) !== ''
  const list = Array.isArray(value) ? value : [value]
  switch (operator) {
    case 'eq':
    case 'in':
      return list.some((wanted) => isSame(found, wanted))
    case 'ne':
    case 'not_in':
      return !list.some((wanted) => isSame(found, wanted))
    case 'gt':
      return isThere && compare(found, value) > 0
    case 'gte':
      return isThere && compare(found, value) >= 0
    case 'lt':
      return isThere && compare(found, value) < 0
    case 'lte':
      return isThere && compare(found, value) <= 0
    case 'contains':
      return textOf(found).includes(textOf(value))
    case 'starts_with':
      return textOf(found).startsWith(textOf(value))
    case 'ends_with':
      return textOf(found).endsWith(textOf(value))
    case 'exists':
      return isThere === (value ?? true)
  }
}

/** For a path with `[]`, one item that meets the condition is enough. */
export function compileFilter({ field, operator, value }: Filter): Condition {
  const steps: Steps = parsePath(field) ?? []
  return (record) => {
    const found = steps[0] === 'raw' ? readPath(record, steps) : readPath(record.fields, steps)
    return Array.isArray(found) ? found.flat().some((item) => holds(item, operator, value)) : holds(found, operator, value)
  }
}
