import type { RedisClient } from '../client.ts'
import { emitEvent } from '../events/emit-event.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import { originTable, streamEvents } from '../events/stream-events.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { followedKeyNames, followedKeys, followedKeyTable, followOrderStatus } from './follow-order-status.ts'
import { lookupOf } from './lookup.ts'
import { orderStatusEvents } from './order-status-events.ts'
import { recordMeta } from './record-meta.ts'

/** Indexes orders by their numbers, and lets orders follow stored status records; nothing if the connection is gone. */
const script = defineScript({
  name: 'linkspanCatchUpOrderStatus',
  keys: ['connection', 'statusData', 'events', ...followedKeyNames],
  args: { now: 'text', connectionId: 'text', dataType: 'text', done: 'flag' },
  lists: { numbers: ['number', 'id'], statuses: ['id'] },
  include: [emitEvent, recordMeta, streamEvents, orderStatusEvents, followOrderStatus],
  lua: `
if redis.call('EXISTS', connection) == 0 then return 'GONE' end
for number, id in numbers.each() do redis.call('ZADD', orderNumbers, 0, number .. '\\0' .. id) end
local stored = {}
for id in statuses.each() do table.insert(stored, redis.call('HGET', statusData, id)) end
followOrderStatuses(${followedKeyTable}, ${originTable}, stored)
if done then redis.call('HSET', orderStream, 'follows', 1) end
return 'OK'
`,
})

const batchSize = 500

/**
 * Returns a function that lets the orders of a connection follow their status records, if they were stored by a version that did not do so.
 * It reads them all once; afterwards it costs one small command for each process.
 */
export function catchUpOrderStatus(client: RedisClient, keys: Keys, now: () => number, emitting: EmittingCalls) {
  const call = emitting(script.on(client))
  const done = new Set<string>()

  async function run(connectionId: string): Promise<void> {
    const apply = (numbers: { number: string; id: string }[], statuses: { id: string }[], isDone = false) =>
      call(connectionId, {
        keys: {
          connection: keys.connection(connectionId),
          statusData: keys.data(connectionId, 'order_status'),
          events: keys.events(connectionId),
          ...followedKeys(keys, connectionId),
        },
        args: { now: now(), connectionId, dataType: 'order_status', done: isDone },
        lists: { numbers, statuses },
      })
    for await (const rows of entriesOf(client, keys.data(connectionId, 'orders')))
      await apply(
        rows.flatMap(([id, json]) => [{ id, number: lookupOf('orders', { json }) }]).filter(({ number }) => number !== ''),
        [],
      )
    for await (const rows of entriesOf(client, keys.data(connectionId, 'order_status')))
      await apply(
        [],
        rows.map(([id]) => ({ id })),
      )
    await apply([], [], true)
  }

  return async (connectionId: string): Promise<void> => {
    if (done.has(connectionId)) return
    if ((await client.hexists(keys.stream(connectionId, 'orders'), 'follows')) === 0) await run(connectionId)
    done.add(connectionId)
  }
}

/** The entries of a hash, in batches; one that is written meanwhile may come twice. */
async function* entriesOf(client: RedisClient, key: string): AsyncGenerator<[string, string][]> {
  for (let cursor = '0'; ; ) {
    const [next, flat] = await client.hscan(key, cursor, 'COUNT', batchSize)
    yield Array.from({ length: flat.length / 2 }, (_, at): [string, string] => [flat[at * 2] ?? '', flat[at * 2 + 1] ?? ''])
    if (next === '0') return
    cursor = next
  }
}
