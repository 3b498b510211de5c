import { type DataTypeId, dataTypeIds } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { recordMeta } from './record-meta.ts'
import { searchKeys } from './search-keys.ts'

/** Indexes the keys of these records; nothing if the connection is gone. `done`: all records of the stream are indexed. */
const script = defineScript({
  name: 'linkspanFillSearchKeys',
  keys: ['connection', 'stream', 'data', 'outbox', 'search'],
  args: { dataType: 'text', done: 'flag' },
  lists: { ids: ['id'] },
  include: [recordMeta, searchKeys],
  lua: `
if redis.call('EXISTS', connection) == 0 then return end
for id in ids.each() do
  local json = redis.call('HGET', data, id)
  if json then replaceSearchKeys(search, dataType, id, nil, {json, redis.call('HGET', outbox, id) or nil}) end
end
if done then redis.call('HSET', stream, 'searchable', 1) end
`,
})

/** Takes the keys of records out of the index, before they are deleted by hand. */
const forgetScript = defineScript({
  name: 'linkspanForgetSearchKeys',
  keys: ['data', 'outbox', 'search'],
  args: { dataType: 'text', id: 'text' },
  include: [recordMeta, searchKeys],
  lua: `
replaceSearchKeys(search, dataType, id, {redis.call('HGET', data, id) or nil, redis.call('HGET', outbox, id) or nil}, nil)
`,
})

export function forgetSearchKeys(client: RedisClient, keys: Keys) {
  const call = forgetScript.on(client)
  return async (connectionId: string, dataType: DataTypeId, id: string): Promise<void> => {
    await call({
      keys: {
        data: keys.data(connectionId, dataType),
        outbox: keys.outbox(connectionId, dataType),
        search: keys.searchKeys(connectionId),
      },
      args: { dataType, id },
    })
  }
}

const batchSize = 200

/** Returns a function that indexes the records of a connection, unless that was done before: they are read once, in small steps. */
export function fillSearchKeys(client: RedisClient, keys: Keys) {
  const call = script.on(client)

  async function fillStream(connectionId: string, dataType: DataTypeId): Promise<void> {
    const fill = (ids: readonly string[], done: boolean) =>
      call({
        keys: {
          connection: keys.connection(connectionId),
          stream: keys.stream(connectionId, dataType),
          data: keys.data(connectionId, dataType),
          outbox: keys.outbox(connectionId, dataType),
          search: keys.searchKeys(connectionId),
        },
        args: { dataType, done },
        lists: { ids: ids.map((id) => ({ id })) },
      })
    for (let cursor = '0'; ; ) {
      const [next, flat] = await client.hscan(keys.meta(connectionId, dataType), cursor, 'COUNT', batchSize)
      const ids = flat.filter((_, at) => at % 2 === 0)
      for (let at = 0; at < ids.length; at += batchSize) await fill(ids.slice(at, at + batchSize), false)
      if (next === '0') break
      cursor = next
    }
    await fill([], true)
  }

  return async (connectionId: string): Promise<void> => {
    for (const dataType of dataTypeIds) {
      const [isUsed, isDone] = await Promise.all([
        client.exists(keys.meta(connectionId, dataType)),
        client.hexists(keys.stream(connectionId, dataType), 'searchable'),
      ])
      if (isUsed === 1 && isDone === 0) await fillStream(connectionId, dataType)
    }
  }
}
