import type { RecordSource, SourceRecord } from '@linkspan/core/connector'
import { createReservations } from './reservations.ts'
import { readSeries, seriesCursor, seriesPosition } from './series.ts'
import type { SourceContext } from './source-context.ts'
import { carriedGroup, groupStock, onhandBalances, type StockGroup, toInventory } from './stock.ts'

/**
 * Stock, organization by organization, whole every time: Fusion does not tell what has moved (docs/erp/oracle-fusion.md#stock). What a page
 * leaves unfinished goes on to the next one.
 */
export function createStockSource({ reader, plans, organizations, settings, logger }: SourceContext): RecordSource {
  const { readsLots, readsReservations } = settings
  const reservations = createReservations({ reader, isRead: readsReservations, logger })
  const record = async (group: StockGroup, asOf: string | undefined) =>
    toInventory(group, asOf, (await reservations.of(group.organization)).of(group.item, group.subinventory))
  return {
    incremental: false,
    async *pages({ after }) {
      const readings = (await organizations.withStock()).map((organization) => onhandBalances(organization, readsLots))
      const start = seriesPosition(after)
      let carried: StockGroup | null = carriedGroup(start?.carry)
      for await (const { rows, next, serverTime, answeredAt, partial } of readSeries(readings, {
        reader,
        plans,
        after: start,
        since: null,
      })) {
        const groups = groupStock(rows, carried, readsLots)
        const done = next === null ? groups : groups.slice(0, -1)
        carried = next === null ? null : (groups.at(-1) ?? null)
        const records: SourceRecord[] = []
        for (const group of done) records.push(await record(group, answeredAt))
        yield {
          records,
          next: next && seriesCursor({ ...next, ...(carried && { carry: carried }) }),
          serverTime,
          ...(partial && { partial }),
        }
      }
    },
  }
}
