import type { Clock, WatchNote } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { emitEvent } from '../events/emit-event.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { successFields, watchField } from './stream-fields.ts'

/** `read` and `before` are what the watcher saw: if a run has succeeded since, or another watcher was faster, nothing is written. */
const script = defineScript({
  name: 'linkspanNoteWatch',
  keys: ['connection', 'stream', 'log'],
  args: { field: 'text', before: 'text', after: 'text', read: 'text', now: 'number', type: 'text', data: 'text' },
  include: [emitEvent],
  lua: `
if redis.call('EXISTS', connection) == 0 then return false end
if (redis.call('HGET', stream, field) or '') ~= before then return false end
local successes = {}
for at, value in ipairs(redis.call('HMGET', stream, ${successFields.map((field) => `'${field}'`).join(', ')})) do successes[at] = value or '' end
if table.concat(successes, ' ') ~= read then return false end
if after == '' then redis.call('HDEL', stream, field) else redis.call('HSET', stream, field, after) end
if type ~= '' then emitEvent(log, type, now, data, '') end
return true
`,
})

/** Writes what the watcher has found about a stream, and adds its event to the connection's, in one step. */
export function noteWatchScript(client: RedisClient, keys: Keys, clock: Clock, emitting: EmittingCalls) {
  const call = emitting(script.on(client))
  return async ({ stream: { connectionId, dataType, direction }, read, watched, event }: WatchNote): Promise<void> => {
    const { pull = '', push = '', bidirectional = '' } = read.successes
    await call(connectionId, {
      keys: { connection: keys.connection(connectionId), stream: keys.stream(connectionId, dataType), log: keys.events(connectionId) },
      args: {
        field: watchField(direction),
        before: read.watched[direction] ?? null,
        after: watched,
        read: [pull, push, bidirectional].join(' '),
        now: clock.now().getTime(),
        type: event?.type ?? null,
        data: event ? JSON.stringify(event.data) : null,
      },
    })
  }
}
