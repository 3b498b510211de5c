import type { z } from 'zod'
import { dataTypeIds, dataTypes } from './data-types.ts'
import { isDay, isDecimal, isFlag, isInstant } from './fields.ts'

/** Any part of a schema that may hold others. */
interface Holder {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly element?: z.core.$ZodType
  readonly innerType?: z.core.$ZodType
  readonly in?: z.core.$ZodType
  readonly out?: z.core.$ZodType
}

/** The names of the fields of one kind in a schema, at any depth. */
function namesIn(schema: z.core.$ZodType, isMeant: (field: z.core.$ZodType) => boolean): readonly string[] {
  const { shape = {}, element, innerType, in: input, out } = schema._zod.def as Holder
  const own = Object.entries(shape).flatMap(([name, field]) => (isMeant(field) ? [name] : namesIn(field, isMeant)))
  return [...own, ...[element, innerType, input, out].flatMap((part) => (part === undefined ? [] : namesIn(part, isMeant)))]
}

/** Tests whether a canonical field of a record, or of one of its lines, is of a kind: read off the schemas. */
function fieldsThat(isMeant: (field: z.core.$ZodType) => boolean): (name: string) => boolean {
  const names: ReadonlySet<string> = new Set(dataTypeIds.flatMap((id) => namesIn(dataTypes[id].schema, isMeant)))
  return (name) => names.has(name)
}

export const isDecimalField = fieldsThat(isDecimal)
/** Whether a canonical field of this name is a business day, without a time or a zone. */
export const isDayField = fieldsThat(isDay)
/** Whether a canonical field of this name is a moment. */
export const isInstantField = fieldsThat(isInstant)
/** Whether a canonical field of this name is true or false. */
export const isFlagField = fieldsThat(isFlag)
