import { z } from 'zod'
import { hasDefault } from './fields.ts'
import { quickParser } from './quick-parser.ts'

/** One kind of business data. */
export interface DataType {
  readonly title: string
  /** Parses a connector's fields into the canonical record; its issues say field by field what is wrong. Drops unknown fields. */
  readonly schema: z.ZodType<Readonly<Record<string, unknown>>>
  /** The same without the issues: the canonical record, or null if something is wrong. */
  readonly parse: (fields: unknown) => Readonly<Record<string, unknown>> | null
  /** The fields that identify such a record to people, the most telling first: an order's number, an item and its location. */
  readonly naturalKey: readonly [string, ...string[]]
  /** Fields that say when or how a record was read. If only these change, the record has not changed. */
  readonly volatile: readonly string[]
  /** Fields that the schema fills in if they are absent: `uom`, `lines[].type`. */
  readonly fillsIn: readonly string[]
  /**
   * Fields whose filled-in value is a guess about what the ERP means. They stand in groups that tell each other: the fields of a group are
   * guessed if none of them was given. Records that the system writes do without them.
   */
  readonly assumes: readonly (readonly string[])[]
  /** Whether its records are about persons. */
  readonly isPersonal: boolean
}

/** Every record may carry the time and the version of its last change in the ERP. They are not part of its content. */
const volatileAlways = ['sourceUpdatedAt', 'sourceVersion'] as const

function defaultedFields(schema: z.core.$ZodType): readonly string[] {
  if (schema instanceof z.ZodPipe) return defaultedFields(schema.in)
  return schema instanceof z.ZodObject ? Object.entries(schema.shape).flatMap(([name, field]) => (hasDefault(field) ? [name] : [])) : []
}

/** `fillsIn` names only fields that have no default of their own in the schema. */
export const defineDataType = (
  definition: Pick<DataType, 'title' | 'schema' | 'naturalKey'> &
    Partial<Pick<DataType, 'volatile' | 'fillsIn' | 'assumes' | 'isPersonal'>>,
): DataType => ({
  ...definition,
  parse: quickParser(definition.schema),
  fillsIn: [...defaultedFields(definition.schema), ...(definition.fillsIn ?? [])],
  assumes: definition.assumes ?? [],
  isPersonal: definition.isPersonal ?? false,
  volatile: [...volatileAlways, ...(definition.volatile ?? [])],
})
