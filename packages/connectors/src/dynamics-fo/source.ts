import { fromCursor, toCursor } from '@linkspan/connector-kit/odata/cursor'
import type { Row } from '@linkspan/connector-kit/odata/row'
import type { PullFilter, RecordSource, SourceRecord } from '@linkspan/core/connector'
import { conditionsFor, type Reader, type Reading } from './read.ts'
import type { FoSettings } from './settings.ts'
import type { Tenant } from './tenant.ts'

/** What the sources of a session read with. */
export interface SourceContext {
  readonly reader: Reader
  readonly tenant: Tenant
  readonly settings: FoSettings
  /** Today, YYYY-MM-DD. */
  readonly today: () => string
}

export interface PageOfRows {
  readonly serverTime: string | undefined
  /** Whether no other row of the company lies between these. */
  readonly areAdjacent: boolean
}

/** How a data type is read from one entity set. */
export interface Kind {
  readonly incremental: boolean
  /** Canonical fields that are a copy of one property: what the environment can be asked for. */
  readonly filters: Readonly<Record<string, string>>
  reading(context: SourceContext, since: string | null): Promise<Reading>
  /** The records of a page's rows. */
  records(rows: readonly Row[], context: SourceContext, page: PageOfRows): Promise<readonly SourceRecord[]>
}

export function createSource({ incremental, filters: properties, reading, records }: Kind, context: SourceContext): RecordSource {
  const { reader, tenant } = context
  return {
    incremental,
    async *pages({ after, since, filters = [] }) {
      const wanted = await reading(context, since)
      const filter = [...(wanted.filter ?? []), ...filters.flatMap((each) => conditionOf(each, properties))]
      const position = after === null ? null : fromCursor(after, tenant.root.origin)
      for await (const { rows, next, total, serverTime, partial } of reader.pages({ ...wanted, filter }, position)) {
        const shown = await records(rows, context, { serverTime, areAdjacent: filter.length === 0 })
        yield { records: shown, next: next && toCursor(next), total, serverTime, ...(partial && { partial }) }
      }
    },
  }
}

/** A filter as a condition, if the environment can be asked: a `*` in a text stands for any text there. */
export function conditionOf({ field, values }: PullFilter, properties: Kind['filters']): readonly string[] {
  const property = properties[field]
  if (property === undefined || values.length === 0 || values.some((value) => value.includes('*'))) return []
  const conditions = conditionsFor(property, values)
  return conditions.length === 1 ? conditions : []
}
