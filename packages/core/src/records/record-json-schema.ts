import { z } from 'zod'
import { isDay, isDecimal, isFlag, isInstant, presentSchema, wordsOf } from './fields.ts'
import { structureOf } from './unknown-fields.ts'

export type JsonSchema = Readonly<Record<string, unknown>>

/** `stored`: as records are read. `written`: as they may be posted, where null removes a field. */
export type RecordUse = 'stored' | 'written'

/** Units that most ERPs know; others are kept as they come. */
const units = ['EA', 'PCE', 'BOX', 'SET', 'PAL', 'KG', 'G', 'L', 'M', 'MTK', 'HUR']

/** The JSON Schema of a canonical record, or of a part of one: its fields by name, and no others. */
export function recordJsonSchema(schema: z.core.$ZodType, use: RecordUse): JsonSchema {
  const object = structureOf(schema)
  if (!(object instanceof z.ZodObject)) throw new Error('A record is an object')
  const fields = Object.entries<z.ZodType>(object.shape)
  const required = use === 'written' ? [] : fields.filter(([, field]) => !field.safeParse(undefined).success).map(([name]) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name, ofField(name, presentSchema(field), use)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

function ofField(name: string, field: z.core.$ZodType, use: RecordUse): JsonSchema {
  const structure = wordsOf(field) === null ? structureOf(field) : null
  const description = describe(name, field)
  if (structure instanceof z.ZodObject) return nullable({ ...recordJsonSchema(structure, use), description }, use)
  if (structure instanceof z.ZodArray) {
    const { element } = structure
    const items = structureOf(element) === null ? { type: 'string' } : recordJsonSchema(element, use)
    return nullable({ type: 'array', items, description }, use)
  }
  return nullable({ ...ofValue(field, use), description, ...(name === 'uom' && { examples: units }) }, use)
}

function ofValue(field: z.core.$ZodType, use: RecordUse): JsonSchema {
  const words = wordsOf(field)
  if (words !== null) return { type: 'string', enum: words }
  if (isFlag(field)) return { type: 'boolean' }
  if (isDecimal(field)) return { type: use === 'written' ? ['string', 'number'] : 'string', format: 'decimal' }
  if (isDay(field)) return { type: 'string', format: 'date' }
  return isInstant(field) ? { type: 'string', format: 'date-time' } : { type: 'string' }
}

function nullable(schema: JsonSchema, use: RecordUse): JsonSchema {
  if (use === 'stored') return schema
  const { type, enum: words } = schema
  return { ...schema, type: [type, 'null'].flat(), ...(Array.isArray(words) && { enum: [...words, null] }) }
}

function describe(name: string, field: z.core.$ZodType): string {
  const words = name
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/\b(sku|uom|id|url)\b/g, (word) => word.toUpperCase())
  const text = words.charAt(0).toUpperCase() + words.slice(1)
  if (name.endsWith('Raw')) return `The ERP's own word for ${name.slice(0, -3)}.`
  if (name === 'uom') return 'Unit of measure.'
  return isDecimal(field) ? `${text}: a decimal number.` : `${text}.`
}
