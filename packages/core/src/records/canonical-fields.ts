import { z } from 'zod'
import { type DataTypeId, dataTypeIds, dataTypes } from './data-types.ts'

function shapeOf(schema: z.core.$ZodType): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  return schema instanceof z.ZodPipe ? shapeOf(schema.in) : []
}

/** The canonical fields of each data type, taken from its schema. */
export const canonicalFields = Object.fromEntries(dataTypeIds.map((id) => [id, shapeOf(dataTypes[id].schema)])) as Readonly<
  Record<DataTypeId, readonly string[]>
>
