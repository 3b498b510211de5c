import type { DataTypeId } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { emitEvent } from '../events/emit-event.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import { originTable, streamEvents } from '../events/stream-events.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { followedKeys, followedKeyTable, followOrderStatus } from './follow-order-status.ts'
import { lookupOf } from './lookup.ts'
import { orderStatusEvents } from './order-status-events.ts'
import { recordMeta } from './record-meta.ts'

/** What the field `follows` of the stream says once all is done. After version 1, status records were not indexed yet. */
const version = 2

/** Indexes orders and status records by their numbers, and lets orders follow stored status records; nothing if the connection is gone. */
const script = defineScript({
  name: 'linkspanCatchUpOrderStatus',
  keys: ['connection', 'events', 'journey'],
  keyLists: ['followed'],
  args: { now: 'text', connectionId: 'text', dataType: 'text', runId: 'text', done: 'flag' },
  lists: { numbers: ['number', 'id'], numbersOfStatuses: ['number', 'id'], statuses: ['id'] },
  include: [emitEvent, recordMeta, streamEvents, orderStatusEvents, followOrderStatus],
  lua: `
if redis.call('EXISTS', connection) == 0 then return 'GONE' end
local orders = ${followedKeyTable}
for number, id in numbers.each() do redis.call('ZADD', orders.orderNumbers, 0, number .. '\\0' .. id) end
for number, id in numbersOfStatuses.each() do redis.call('ZADD', orders.statusNumbers, 0, number .. '\\0' .. id) end
local stored = {}
for id in statuses.each() do table.insert(stored, redis.call('HGET', orders.statusData, id)) end
followOrderStatuses(orders, ${originTable}, stored)
if done then redis.call('HSET', orders.orderStream, 'follows', ${version}) end
return 'OK'
`,
})

const batchSize = 500

interface Batch {
  readonly numbers?: readonly { number: string; id: string }[]
  readonly numbersOfStatuses?: readonly { number: string; id: string }[]
  readonly statuses?: readonly { id: string }[]
  readonly done?: boolean
}

/**
 * Returns a function that lets the orders of a connection follow their status records, if they were stored by a version that did not do so.
 * It reads them all once; afterwards it costs one small command for each process.
 */
export function catchUpOrderStatus(client: RedisClient, keys: Keys, now: () => number, emitting: EmittingCalls) {
  const call = emitting(script.on(client))
  const done = new Set<string>()

  const apply = (connectionId: string, { numbers = [], numbersOfStatuses = [], statuses = [], done: isDone = false }: Batch) =>
    call(connectionId, {
      keys: {
        connection: keys.connection(connectionId),
        events: keys.events(connectionId),
        journey: keys.journey(connectionId, 'order_status'),
        ...followedKeys(keys, connectionId),
      },
      args: { now: now(), connectionId, dataType: 'order_status', runId: null, done: isDone },
      lists: { numbers, numbersOfStatuses, statuses },
    })

  /** Orders that follow already are not told again: the order of a scan is not the one in which the records came. */
  async function run(connectionId: string, follows: boolean): Promise<void> {
    if (!follows)
      for await (const rows of entriesOf(client, keys.data(connectionId, 'orders')))
        await apply(connectionId, { numbers: numbersIn('orders', rows) })
    for await (const rows of entriesOf(client, keys.data(connectionId, 'order_status')))
      await apply(connectionId, {
        numbersOfStatuses: numbersIn('order_status', rows),
        statuses: follows ? [] : rows.map(([id]) => ({ id })),
      })
    await apply(connectionId, { done: true })
  }

  return async (connectionId: string): Promise<void> => {
    if (done.has(connectionId)) return
    const follows = await client.hget(keys.stream(connectionId, 'orders'), 'follows')
    if (follows !== String(version)) await run(connectionId, follows !== null)
    done.add(connectionId)
  }
}

const numbersIn = (dataType: DataTypeId, rows: readonly [string, string][]) =>
  rows.flatMap(([id, json]) => [{ id, number: lookupOf(dataType, { json }) }]).filter(({ number }) => number !== '')

/** The entries of a hash, in batches; one that is written meanwhile may come twice. */
async function* entriesOf(client: RedisClient, key: string): AsyncGenerator<[string, string][]> {
  for (let cursor = '0'; ; ) {
    const [next, flat] = await client.hscan(key, cursor, 'COUNT', batchSize)
    yield Array.from({ length: flat.length / 2 }, (_, at): [string, string] => [flat[at * 2] ?? '', flat[at * 2 + 1] ?? ''])
    if (next === '0') return
    cursor = next
  }
}
