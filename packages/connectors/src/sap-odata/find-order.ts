import { searchReference } from '@linkspan/connector-kit/fields/reference-search'
import { dayLiteral, textLiteral } from '@linkspan/connector-kit/odata/literals'
import { readPages } from '@linkspan/connector-kit/odata/pages'
import { queryOptions, withParameters } from '@linkspan/connector-kit/odata/query'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { OutgoingRecord } from '@linkspan/core/connector'
import { soldToPartyOf } from './outgoing-order.ts'
import { expandedOrder } from './resources.ts'
import type { SinkContext } from './sink-context.ts'
import { keyOf } from './values.ts'

/** SAP's days are local, and its clock may be behind ours. */
const overlapMs = 24 * 3_600_000

/**
 * The oldest order with the reference, of the same customer if that is known: another one's may be called the same. SAP is asked
 * for the reference first. It may be set up to keep references in another form, so the orders since the sending are read as well.
 * Throws `push.doubtful-match` if one of them nearly fits.
 */
export async function findOrder(record: OutgoingRecord, context: SinkContext): Promise<Row | null> {
  const { reference, sentAt } = record
  const { version } = context.resource
  const customer = keyOf(soldToPartyOf(record, context.settings.salesOrder))
  const search = searchReference(reference)
  const isIt = (row: Row) =>
    (customer === '' || keyOf(row.SoldToParty) === customer) &&
    search.isIt(keyOf(row.SalesOrder), textOf(row, 'PurchaseOrderByCustomer') ?? '')
  const asked = await firstOrder(`PurchaseOrderByCustomer eq ${textLiteral(reference)}`, isIt, context)
  if (asked || sentAt === null) return asked
  const day = new Date(Date.parse(sentAt) - overlapMs).toISOString().slice(0, 10)
  const read = await firstOrder(`CreationDate ge ${dayLiteral(version, day)}`, isIt, context)
  if (!read) search.assertNoneNear()
  return read
}

async function firstOrder(
  filter: string,
  isIt: (row: Row) => boolean,
  { http, resource, headers, parameters }: SinkContext,
): Promise<Row | null> {
  const { version, url } = resource
  const expand = expandedOrder[version]
  const options = queryOptions(version, { filter, orderBy: ['SalesOrder'], expand, count: true })
  const first = withParameters(url, new Map([...options, ...parameters]))
  for await (const { rows } of readPages({ http, first, headers, parameters, after: null, expanded: expand })) {
    const found = rows.find(isIt)
    if (found) return found
  }
  return null
}
