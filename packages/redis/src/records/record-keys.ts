import type { DataTypeId, RecordStream } from '@linkspan/core'
import type { Keys } from '../keys.ts'
import { rejectKeyNames, rejectKeys } from './open-rejects.ts'

/** The keys of a stream's records, its outbox, its rejects and its events, by the names under which scripts know them. */
export const recordKeys = (keys: Keys, { connectionId, dataType }: RecordStream) => ({
  stream: keys.stream(connectionId, dataType),
  meta: keys.meta(connectionId, dataType),
  data: keys.data(connectionId, dataType),
  feed: keys.feed(connectionId, dataType),
  /** See `lookupOf`. */
  lookup: lookupKey(keys, connectionId, dataType),
  /** What `order_status` tells of orders. */
  told: keys.toldStatuses(connectionId),
  events: keys.events(connectionId),
  search: keys.searchKeys(connectionId),
  journey: keys.journey(connectionId, dataType),
  ...outboxKeys(keys, { connectionId, dataType }),
  ...rejectKeys(keys, { connectionId, dataType }),
})

function lookupKey(keys: Keys, connectionId: string, dataType: DataTypeId): string {
  if (dataType === 'orders') return keys.orderNumbers(connectionId)
  return dataType === 'order_status' ? keys.statusNumbers(connectionId) : keys.skus(connectionId)
}

export const outboxKeys = (keys: Keys, { connectionId, dataType }: RecordStream) => ({
  outbox: keys.outbox(connectionId, dataType),
  pending: keys.pending(connectionId, dataType),
  unsettled: keys.unsettled(connectionId, dataType),
  troubled: keys.troubled(connectionId, dataType),
  aliases: keys.aliases(connectionId, dataType),
  conflicts: keys.conflicts(connectionId),
  conflictIndex: keys.conflictIndex(connectionId),
  decided: keys.decided(connectionId),
  decidedIndex: keys.decidedIndex(connectionId),
})

/** For `defineScript`. */
export const recordKeyNames = [
  'stream',
  'meta',
  'data',
  'feed',
  'lookup',
  'told',
  'events',
  'search',
  'journey',
  'outbox',
  'pending',
  'unsettled',
  'troubled',
  'aliases',
  'conflicts',
  'conflictIndex',
  'decided',
  'decidedIndex',
  ...rejectKeyNames,
] as const satisfies readonly (keyof ReturnType<typeof recordKeys>)[]

/** The same keys as a Lua table, to pass to a function of a chunk. */
export const recordKeyTable = `{${recordKeyNames.map((name) => `${name} = ${name}`).join(', ')}}`
