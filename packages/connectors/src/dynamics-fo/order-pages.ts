import { fromCursor, type Position, toCursor } from '@linkspan/connector-kit/odata/cursor'
import { linkOf } from '@linkspan/connector-kit/odata/next-link'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { overlapped } from '@linkspan/connector-kit/paging/time-window'
import type { Cursor, PullRequest } from '@linkspan/core/connector'
import { z } from 'zod'
import { invoiceHeaders } from './invoices.ts'
import { headerKeys } from './orders.ts'
import type { Reading } from './read.ts'
import { conditionOf, type SourceContext } from './source.ts'
import { withLines } from './with-lines.ts'

/** Which of the readings a position belongs to. */
const Carry = z.object({ reading: z.number().int().min(0).max(1) })

const dayMs = 86_400_000
const filters = { customerId: 'OrderingCustomerAccountNumber', orderNumber: 'SalesOrderNumber' }
const headers: Reading = { role: 'orders', keys: headerKeys }
/** Orders that are not over. An enumeration takes `eq` and `ne` only (docs/erp/dynamics-finance-operations.md#enumerations). */
const open = ['Backorder', 'Delivered'].map((word) => `SalesOrderStatus eq Microsoft.Dynamics.DataEntities.SalesStatus'${word}'`)

export interface OrderPage {
  /** Headers with their lines. */
  readonly rows: readonly Row[]
  readonly next: Cursor | null
  readonly total: number | undefined
  readonly serverTime: string | undefined
  readonly partial: boolean
}

/**
 * Orders with their lines. Nothing tells when an order was changed: changes are those that were created lately, all that are open, and then
 * those that were invoiced lately (docs/erp/dynamics-finance-operations.md#changes-of-orders). An order can come in both.
 */
export async function* orderPages({ after, since, filters: wanted = [] }: PullRequest, context: SourceContext): AsyncGenerator<OrderPage> {
  const { reader, tenant, settings } = context
  const conditions = wanted.flatMap((each) => conditionOf(each, filters))
  const readings = await readingsSince(since)
  let position: Position | null = after === null ? null : fromCursor(after, tenant.root.origin)
  let at = Carry.safeParse(position?.carry).data?.reading ?? 0
  for (let reading = readings[at]; reading !== undefined; reading = readings[++at]) {
    const following = readings[at + 1]
    for await (const page of reader.pages(reading, position)) {
      const { serverTime, partial } = page
      const rows = at === 0 ? page.rows : await headersOf(page.rows)
      const next = page.next ? { ...page.next, carry: { reading: at } } : following && (await startOf(following, at + 1))
      const total = since === null ? page.total : undefined
      yield {
        rows: await withLines(rows, reader, since === null && conditions.length === 0),
        next: next ? toCursor(next) : null,
        total,
        serverTime,
        partial,
      }
    }
    position = null
  }

  async function readingsSince(time: string | null): Promise<readonly Reading[]> {
    if (time === null) return [{ ...headers, filter: conditions }]
    const created = `OrderCreationDateTime ge ${overlapped(time, (2 + settings.orderWindowDays) * dayMs, 'day')}`
    const changed = { ...headers, filter: [...conditions, `(${[created, ...open].join(' or ')})`] }
    const isInvoiced = (await tenant.findSet('invoices')) !== undefined
    return isInvoiced ? [changed, await invoiceHeaders(context, time)] : [changed]
  }

  async function headersOf(invoices: readonly Row[]): Promise<readonly Row[]> {
    const numbers = invoices.flatMap((row) => textOf(row, 'SalesOrderNumber') ?? [])
    return reader.rowsWith({ ...headers, filter: conditions }, 'SalesOrderNumber', numbers)
  }

  async function startOf(reading: Reading, place: number): Promise<Position> {
    return { link: linkOf(await reader.firstPage(reading)), read: 0, before: 0, carry: { reading: place } }
  }
}
