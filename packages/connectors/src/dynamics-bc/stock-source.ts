import { earlierOf } from '@linkspan/connector-kit/fields/change-time'
import type { Position } from '@linkspan/connector-kit/odata/cursor'
import type { Page, RecordSource, SourceRecord } from '@linkspan/core/connector'
import { readSeries, type SeriesPage } from './series.ts'
import { positionOf, type SourceContext } from './source-context.ts'
import { ledgerProperties, movedItems, stockProperties, toLocationStock, toStock } from './stock.ts'

const items = { set: 'items', select: stockProperties } as const

/**
 * Stock. A delta reads from the ledger which items moved, and then these items: their own change time does not move with the stock
 * (docs/erp/dynamics-business-central.md#stock). A custom page tells no changes, so it is always read whole.
 */
export function createStockSource(context: SourceContext): RecordSource {
  const { inventoryPath } = context.settings
  return {
    incremental: inventoryPath === undefined,
    async *pages({ after, since }) {
      const position = await positionOf(after, context)
      if (inventoryPath !== undefined) yield* locationPages(position, inventoryPath, context)
      else if (since === null) yield* wholePages(position, context)
      else yield* movedPages(position, since, context)
    },
  }
}

type Make = (page: SeriesPage, companyId: string) => Promise<readonly SourceRecord[]> | readonly SourceRecord[]

async function* pagesOf(series: AsyncIterable<SeriesPage>, { tenant }: SourceContext, make: Make): AsyncGenerator<Page> {
  const { id: companyId } = await tenant.company()
  for await (const page of series) {
    const { next, total, serverTime, partial } = page
    yield { records: await make(page, companyId), next, total, serverTime, ...(partial && { partial }) }
  }
}

/** The time at which reading began stands for the change time: what moves meanwhile is in the ledger since then. */
const wholePages = (after: Position | null, context: SourceContext) =>
  pagesOf(readSeries([items], { reader: context.reader, after, isCounted: true }), context, ({ rows, serverTime, begun }, companyId) =>
    rows.map((row) => toStock(row, { companyId, asOf: serverTime, changedAt: begun ?? null })),
  )

function movedPages(after: Position | null, since: string, context: SourceContext) {
  const ledger = { set: 'itemLedgerEntries', select: ledgerProperties, since }
  const series = readSeries([ledger], { reader: context.reader, after, isCounted: false })
  return pagesOf(series, context, async ({ rows, serverTime, begun }, companyId) => {
    const moved = movedItems(rows)
    const found = await context.reader.rowsWith(items, 'number', [...moved.keys()])
    return found.map((row) => {
      const time = moved.get(String(row.number)) ?? null
      return toStock(row, { companyId, asOf: serverTime, changedAt: earlierOf(time, begun) })
    })
  })
}

const locationPages = (after: Position | null, path: string, context: SourceContext) =>
  pagesOf(readSeries([{ set: path }], { reader: context.reader, after, isCounted: true }), context, ({ rows, serverTime }, companyId) =>
    rows.map((row) => toLocationStock(row, { companyId, asOf: serverTime, changedAt: null })),
  )
