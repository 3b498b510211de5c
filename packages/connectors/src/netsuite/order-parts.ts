import type { Fields } from '@linkspan/core/connector'
import { columnsOf, dayText, type Query, timeText } from './query.ts'
import { isOfType } from './transactions.ts'

/** Fulfillments, once for each order that they are of: the links are per line (docs/erp/netsuite.md#order-status). */
export const fulfillmentQuery: Query = {
  isDistinct: true,
  columns: [
    { name: 'orderid', sql: 'l.previousdoc', isNeeded: true },
    { name: 'id', sql: 'c.id', isNeeded: true },
    { name: 'tranid', sql: 'c.tranid', isNeeded: true },
    { name: 'status', sql: 'c.status', isNeeded: true },
    { name: 'trandate', sql: dayText('c.trandate') },
    { name: 'lastmodifieddate', sql: timeText('c.lastmodifieddate') },
  ],
  from: 'PreviousTransactionLineLink l JOIN transaction c ON c.id = l.nextdoc',
  where: [isOfType('c', 'ItemShip')],
}
export const fulfillmentKeys = [
  { name: 'orderid', sql: 'l.previousdoc' },
  { name: 'id', sql: 'c.id' },
] as const

export const trackingQuery: Query = {
  columns: [
    { name: 'transactionid', sql: 'm.transaction', isNeeded: true },
    { name: 'numberid', sql: 'n.id', isNeeded: true },
    { name: 'trackingnumber', sql: 'n.trackingnumber', isNeeded: true },
  ],
  from: 'TrackingNumberMap m JOIN trackingnumber n ON n.id = m.trackingnumber',
  where: [],
}
export const trackingKeys = [
  { name: 'transactionid', sql: 'm.transaction' },
  { name: 'numberid', sql: 'n.id' },
] as const

/** Return authorizations by their orders. */
export const returnQuery: Query = {
  columns: [
    { name: 'orderid', sql: 'rl.createdfrom', isNeeded: true },
    ...columnsOf('r', ['id', 'tranid', 'status']),
    { name: 'lastmodifieddate', sql: timeText('r.lastmodifieddate') },
  ],
  from: "transaction r JOIN transactionline rl ON rl.transaction = r.id AND rl.mainline = 'T'",
  where: [isOfType('r', 'RtnAuth')],
}
export const returnKeys = [
  { name: 'orderid', sql: 'rl.createdfrom' },
  { name: 'id', sql: 'r.id' },
] as const

/** All that NetSuite has about one order. */
export interface OrderParts {
  readonly order: Fields
  readonly lines: readonly Fields[]
  readonly fulfillments: readonly Fields[]
  readonly fulfillmentLines: ReadonlyMap<string, readonly Fields[]>
  readonly trackingNumbers: ReadonlyMap<string, readonly Fields[]>
  readonly returns: readonly Fields[]
  readonly returnLines: ReadonlyMap<string, readonly Fields[]>
}
