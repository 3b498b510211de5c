import type { RecordSource } from '@linkspan/core/connector'
import { orderPages } from './order-pages.ts'
import { toOrderStatus } from './order-states.ts'
import { toOrder } from './orders.ts'
import { packingSlipsOf } from './packing-slips.ts'
import type { SourceContext } from './source.ts'

export const createOrderSource = (context: SourceContext): RecordSource => ({
  incremental: true,
  async *pages(request) {
    for await (const { rows, partial, ...page } of orderPages(request, context))
      yield { ...page, records: rows.map(toOrder), ...(partial && { partial }) }
  },
})

/** How far orders have come, with the packing slips of those of which something has left. */
export const createOrderStatusSource = (context: SourceContext): RecordSource => ({
  incremental: true,
  async *pages(request) {
    for await (const { rows, partial, ...page } of orderPages(request, context)) {
      const slips = await packingSlipsOf(rows, context)
      yield { ...page, records: rows.map((row) => toOrderStatus(row, slips)), ...(partial && { partial }) }
    }
  },
})
