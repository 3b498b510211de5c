import type { z } from 'zod'

/** One kind of business data: its name, its canonical schema, and what about it is no content. */
export interface DataType {
  readonly title: string
  /** Turns a connector's fields into the canonical record, or says field by field what is wrong. Unknown fields are left out. */
  readonly schema: z.ZodType<Readonly<Record<string, unknown>>>
  /** The fields that identify such a record to people, the most telling first: an order's number, stock's article and place. */
  readonly naturalKey: readonly [string, ...string[]]
  /** Fields that say when or how a record was read, not what it says: a change in them alone is no change. */
  readonly volatile: readonly string[]
}

/** Every record may carry the time of its last change in the ERP; it steers the watermark and is no content. */
const volatileAlways = ['sourceUpdatedAt', 'sourceVersion'] as const

export const defineDataType = (
  definition: Pick<DataType, 'title' | 'schema' | 'naturalKey'> & { readonly volatile?: readonly string[] },
): DataType => ({
  ...definition,
  volatile: [...volatileAlways, ...(definition.volatile ?? [])],
})
