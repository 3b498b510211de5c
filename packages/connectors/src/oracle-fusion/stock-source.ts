import type { RecordSource } from '@linkspan/core/connector'
import { readSeries, seriesCursor, seriesPosition } from './series.ts'
import type { SourceContext } from './source-context.ts'
import { carriedGroup, groupStock, onhandBalances, type StockGroup, toInventory } from './stock.ts'

/**
 * Stock, organization by organization, whole every time: Fusion does not tell what has moved (docs/erp/oracle-fusion.md#stock). What a page
 * leaves unfinished goes on to the next one.
 */
export function createStockSource({ reader, plans, organizations }: SourceContext): RecordSource {
  return {
    incremental: false,
    async *pages({ after }) {
      const readings = (await organizations.withStock()).map(onhandBalances)
      const start = seriesPosition(after)
      let carried: StockGroup | null = carriedGroup(start?.carry)
      for await (const { rows, next, serverTime, partial } of readSeries(readings, { reader, plans, after: start, since: null })) {
        const groups = groupStock(rows, carried)
        const done = next === null ? groups : groups.slice(0, -1)
        carried = next === null ? null : (groups.at(-1) ?? null)
        yield {
          records: done.map((group) => toInventory(group, serverTime)),
          next: next && seriesCursor({ ...next, ...(carried && { carry: carried }) }),
          serverTime,
          ...(partial && { partial }),
        }
      }
    },
  }
}
