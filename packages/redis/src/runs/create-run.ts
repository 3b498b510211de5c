import type { Run } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { type Keys, memberOfRun } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { toDoc } from './run-fields.ts'

const script = defineScript({
  name: 'linkspanCreateRun',
  keys: ['connection', 'stream', 'run', 'indexAll', 'indexType', 'indexScheduled'],
  args: { id: 'text', member: 'text', doc: 'text', direction: 'text', force: 'flag', channel: 'text', queuedAt: 'number' },
  lua: `
if redis.call('EXISTS', connection) == 0 then return {'GONE', 0} end
local active = redis.call('HGET', stream, 'run')
if active then return {active, 0} end
redis.call('HSET', stream, 'run', id, 'latest:' .. direction, id)
local mark = redis.call('HINCRBY', stream, 'mark', 1)
redis.call('HSET', run, 'doc', doc, 'status', 'scheduled', 'epoch', 0, 'mark', mark, 'pages', 0, 'phase', 'queued', 'phaseAt', queuedAt)
if force then redis.call('HSET', run, 'force', 1) end
local ahead = redis.call('ZCARD', indexScheduled)
for _, index in ipairs({indexAll, indexType, indexScheduled}) do redis.call('ZADD', index, 0, member) end
redis.call('PUBLISH', channel, 'created')
return {id, ahead}
`,
})

/**
 * Stores a run as the one of its stream, unless the stream has one already. Answers the id of the run that the stream has now ('GONE' if
 * the connection was deleted), and how many runs of the connection wait to begin before it.
 */
export function createRunScript(client: RedisClient, keys: Keys) {
  const call = script.on(client)
  return async (run: Run): Promise<readonly [id: string, ahead: number]> => {
    const { id, connectionId, dataType, direction } = run
    const answer = await call({
      keys: {
        connection: keys.connection(connectionId),
        stream: keys.stream(connectionId, dataType),
        run: keys.run(id),
        indexAll: keys.runIndex(connectionId, 'all'),
        indexType: keys.runIndex(connectionId, `type:${dataType}`),
        indexScheduled: keys.runIndex(connectionId, 'status:scheduled'),
      },
      args: {
        id,
        member: memberOfRun(id),
        doc: toDoc(run),
        direction,
        force: run.force ?? false,
        channel: keys.channel(id),
        queuedAt: Date.parse(run.queuedAt),
      },
    })
    return answer as [string, number]
  }
}
