import { earlierOf } from '@linkspan/connector-kit/fields/change-time'
import type { DataTypeId, Page, PullFilter, PullRequest, RecordSource } from '@linkspan/core/connector'
import { kinds } from './kinds.ts'
import { fromCursor, type Position, toCursor } from './position.ts'
import { idLiteral, isOneOf, type Query, textLiteral } from './query.ts'
import type { SourceContext } from './source-context.ts'
import { isWithin, type Window, windowSince } from './window.ts'

/** Longer lists of a filter are not asked for, but applied to what was read. */
const maxValues = 100

interface Start {
  readonly position: Position | null
  readonly window: Window | null | undefined
  readonly serverTime: string | undefined
}

/**
 * The records of one data type, by internal id. Changes are those of a closed window of `lastmodifieddate`; what is read of everything has no
 * window (docs/erp/netsuite.md#changes).
 */
export function createSource(dataType: DataTypeId, context: SourceContext): RecordSource {
  const kind = kinds[dataType]
  const { reader, settings } = context

  async function start({ after, since }: PullRequest): Promise<Start> {
    if (after !== null) {
      const position = fromCursor(after)
      return { position, window: position.window, serverTime: undefined }
    }
    if (since === null || kind.changes === undefined) return { position: null, window: undefined, serverTime: undefined }
    return { position: null, ...(await windowSince(since, kind.changes, reader, settings.accountTimeZone)) }
  }

  async function queryOf(window: Window | undefined, filters: readonly PullFilter[]): Promise<Query> {
    const query = await kind.query(context)
    const { changes } = kind
    const within = window && changes ? [changes.within?.(window) ?? isWithin(changes.alias, window)] : []
    return { ...query, where: [...query.where, ...within, ...filters.flatMap((filter) => conditionOf(filter, kind.filters))] }
  }

  return {
    incremental: kind.changes !== undefined,
    async *pages(request): AsyncGenerator<Page> {
      const { position, window, serverTime: asked } = await start(request)
      if (window === null) {
        yield { records: [], next: null, total: 0, serverTime: asked }
        return
      }
      let read = position?.read ?? 0
      let begun = position?.begun ?? asked
      const query = await queryOf(window, request.filters ?? [])
      for await (const { rows, next, left, serverTime } of reader.pages(query, kind.keys, position?.after ?? null)) {
        begun ??= serverTime
        const total = left === undefined ? undefined : read + left
        read += rows.length
        const records = await kind.records(rows, context, serverTime)
        yield {
          records: records.map((record) => ({ ...record, changedAt: earlierOf(record.changedAt, begun) })),
          next:
            next === null ? null : toCursor({ after: [...next], read, ...(window && { window }), ...(begun !== undefined && { begun }) }),
          total,
          serverTime,
          unique: true,
        }
      }
    },
  }
}

function conditionOf({ field, values }: PullFilter, fields: Readonly<Record<string, string>>): readonly string[] {
  const sql = fields[field]
  if (sql === undefined || values.length === 0 || values.length > maxValues) return []
  return [
    isOneOf(
      sql,
      values.map((value) => (/itemid$/.test(sql) ? textLiteral(value) : idLiteral(value))),
    ),
  ]
}
