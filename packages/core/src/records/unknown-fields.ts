import { z } from 'zod'
import type { Issue } from '../kernel/issues.ts'
import { didYouMean } from '../kernel/nearest-name.ts'
import { isObject } from '../kernel/objects.ts'

/** The object or list behind what a schema adds before and after it; null if it is neither. */
export function structureOf(schema: z.core.$ZodType): z.ZodObject | z.ZodArray | null {
  if (schema instanceof z.ZodObject || schema instanceof z.ZodArray) return schema
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return structureOf(schema.unwrap())
  if (schema instanceof z.ZodPipe) return structureOf(schema.in) ?? structureOf(schema.out)
  return null
}

/** The fields of a value that its schema does not know, at every depth: each with its path, and the known field that is nearest. */
export function findUnknownFields(schema: z.core.$ZodType, value: unknown, path = ''): Issue[] {
  const structure = structureOf(schema)
  const below = (name: string | number) => (path === '' ? String(name) : `${path}.${name}`)
  if (structure instanceof z.ZodArray)
    return Array.isArray(value) ? value.flatMap((item, at) => findUnknownFields(structure.element, item, below(at))) : []
  if (!(structure instanceof z.ZodObject) || !isObject(value)) return []
  const known = Object.keys(structure.shape)
  return Object.entries(value).flatMap(([name, inner]) => {
    const field: z.core.$ZodType | undefined = Object.hasOwn(structure.shape, name) ? structure.shape[name] : undefined
    if (field !== undefined) return findUnknownFields(field, inner, below(name))
    return [{ path: below(name), message: `is not a field${didYouMean(name, known) || `; the fields are ${known.join(', ')}`}` }]
  })
}
