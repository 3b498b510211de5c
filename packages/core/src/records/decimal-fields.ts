import type { z } from 'zod'
import { dataTypeIds, dataTypes } from './data-types.ts'
import { isDecimal } from './fields.ts'

/** Any part of a schema that may hold others. */
interface Holder {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly element?: z.core.$ZodType
  readonly innerType?: z.core.$ZodType
  readonly in?: z.core.$ZodType
  readonly out?: z.core.$ZodType
}

/** The names of the decimals in a schema, at any depth. */
function decimalsIn(schema: z.core.$ZodType): readonly string[] {
  const { shape = {}, element, innerType, in: input, out } = schema._zod.def as Holder
  const own = Object.entries(shape).flatMap(([name, field]) => (isDecimal(field) ? [name] : decimalsIn(field)))
  return [...own, ...[element, innerType, input, out].flatMap((part) => (part === undefined ? [] : decimalsIn(part)))]
}

const names: ReadonlySet<string> = new Set(dataTypeIds.flatMap((id) => decimalsIn(dataTypes[id].schema)))

/** Whether a canonical field of this name, of a record or of one of its lines, is a decimal: read off the schemas. */
export const isDecimalField = (name: string): boolean => names.has(name)
