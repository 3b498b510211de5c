import { z } from 'zod'
import { isObject } from '../kernel/objects.ts'
import { Expression } from './expression.ts'
import type { OperationName } from './operations.ts'

/**
 * How a push undoes one transformation, if its operation cannot be undone without being told how:
 * `strip` removes what `pad` added; `{ pad: 18 }` adds the zeros that `strip_leading_zeros` removed; `swap` runs `replace` the other way
 * round; `{ jsonata }` computes the value for the ERP from the outgoing record, for any operation.
 */
export const PushOption = z
  .union([
    z.enum(['strip', 'swap']),
    z.strictObject({ pad: z.int().min(1).max(1000) }),
    z.strictObject({ jsonata: Expression.describe('Over the outgoing record; `$value` is the field, `$fields` the record so far.') }),
  ])
  .describe('How a push undoes this step: "strip" for pad, {pad: length} for strip_leading_zeros, "swap" for replace, {jsonata} for any.')
export type PushOption = z.infer<typeof PushOption>

/** Says, as a sentence, which `push` makes a field writable whose operation has no inverse. */
export function pushAdvice({ operation, value }: { readonly operation: OperationName; readonly value?: unknown }): string {
  const swap = operation === 'replace' && isObject(value) && typeof value.replacement === 'string' && value.replacement !== ''
  const options = [...(swap ? ['"swap"'] : []), '{"jsonata": "…"}, an expression over the outgoing record for the value that the ERP gets']
  return `To write it, give this ${operation} a push: ${options.join(' or ')}.`
}

const operationFor: Readonly<Record<string, OperationName>> = { strip: 'pad', swap: 'replace', pad: 'strip_leading_zeros' }

/** Says why an option does not fit an operation; null if it does, or if there is none. */
export function pushOptionFault(operation: OperationName, push: PushOption | undefined): string | null {
  if (push === undefined) return null
  const name = typeof push === 'string' ? push : 'pad' in push ? 'pad' : 'jsonata'
  const only = operationFor[name]
  return only === undefined || only === operation ? null : `"${name}" is only for the operation ${only}`
}
