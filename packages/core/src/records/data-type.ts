import type { z } from 'zod'

/** One kind of business data. */
export interface DataType {
  readonly title: string
  /** Parses a connector's fields into the canonical record; its issues say field by field what is wrong. Drops unknown fields. */
  readonly schema: z.ZodType<Readonly<Record<string, unknown>>>
  /** The fields that identify such a record to people, the most telling first: an order's number, an item and its location. */
  readonly naturalKey: readonly [string, ...string[]]
  /** Fields that say when or how a record was read. If only these change, the record has not changed. */
  readonly volatile: readonly string[]
}

/** Every record may carry the time and the version of its last change in the ERP. They are not part of its content. */
const volatileAlways = ['sourceUpdatedAt', 'sourceVersion'] as const

export const defineDataType = (
  definition: Pick<DataType, 'title' | 'schema' | 'naturalKey'> & { readonly volatile?: readonly string[] },
): DataType => ({
  ...definition,
  volatile: [...volatileAlways, ...(definition.volatile ?? [])],
})
