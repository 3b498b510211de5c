import type { AuditLog, NewAuditEvent, Run } from '@linkspan/core'
import { Cluster } from 'ioredis'
import { auditSteps, defaultMaxEvents, toAuditArguments } from '../audit/audit-steps.ts'
import type { RedisClient } from '../client.ts'
import { type Keys, memberOfRun } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { toDoc } from './run-fields.ts'
import type { runIndex } from './run-index.ts'

const script = defineScript({
  name: 'linkspanCreateRun',
  keys: ['connection', 'stream', 'run', 'scheduled'],
  keyLists: ['indexes', 'trail'],
  args: {
    id: 'text',
    member: 'text',
    doc: 'text',
    direction: 'text',
    force: 'flag',
    channel: 'text',
    queuedAt: 'number',
    event: 'text',
    places: 'text',
    maxEvents: 'number',
  },
  include: [auditSteps],
  lua: `
if redis.call('EXISTS', connection) == 0 then return {'GONE', 0} end
local active = redis.call('HGET', stream, 'run')
if active then return {active, 0} end
if event ~= '' then appendAudit(trail[1], trail[2], event, places, maxEvents) end
redis.call('HSET', stream, 'run', id, 'latest:' .. direction, id)
local mark = redis.call('HINCRBY', stream, 'mark', 1)
redis.call('HSET', run, 'doc', doc, 'status', 'scheduled', 'epoch', 0, 'mark', mark, 'pages', 0, 'phase', 'queued', 'phaseAt', queuedAt)
if force then redis.call('HSET', run, 'force', 1) end
local ahead = redis.call('ZCARD', scheduled)
redis.call('ZADD', scheduled, 0, member)
for _, index in ipairs(indexes) do redis.call('ZADD', index, 0, member) end
redis.call('PUBLISH', channel, 'created')
return {id, ahead}
`,
})

type CreateRun = (run: Run, event?: NewAuditEvent) => Promise<readonly [id: string, ahead: number]>

/**
 * Stores a run as the one of its stream, unless the stream has one already, with its place in the lists over all connections and with the
 * audit event of who asked for it. Answers the id of the run that the stream has now ('GONE' if the connection was deleted), and how many
 * runs of the connection wait to begin before it.
 *
 * On a cluster the lists and the audit trail lie on other nodes, so they are written in steps of their own: before the run that it is
 * listed and, as an intent, that somebody asks for it.
 */
export function createRunScript(
  client: RedisClient,
  keys: Keys,
  lists: Pick<ReturnType<typeof runIndex>, 'beginning' | 'opened' | 'notOpened'>,
  audit: Pick<AuditLog, 'begin' | 'append' | 'withdraw'>,
): CreateRun {
  const call = script.on(client)
  const isOneNode = !(client instanceof Cluster)

  const create = async (run: Run, event?: NewAuditEvent) => {
    const { id, connectionId, dataType, direction } = run
    const answer = await call({
      keys: {
        connection: keys.connection(connectionId),
        stream: keys.stream(connectionId, dataType),
        run: keys.run(id),
        scheduled: keys.runIndex(connectionId, 'status:scheduled'),
        indexes: [
          keys.runIndex(connectionId, 'all'),
          keys.runIndex(connectionId, `type:${dataType}`),
          ...(isOneNode ? lists.beginning(run) : []),
        ],
        trail: event ? [keys.audit, keys.auditIndex] : [],
      },
      args: {
        id,
        member: memberOfRun(id),
        doc: toDoc(run),
        direction,
        force: run.force ?? false,
        channel: keys.channel(id),
        queuedAt: Date.parse(run.queuedAt),
        ...(event ? toAuditArguments(event) : { event: null, places: null }),
        maxEvents: defaultMaxEvents,
      },
    })
    return answer as [string, number]
  }
  if (isOneNode) return create

  return async (run, event) => {
    const [intent] = await Promise.all([event && audit.begin({ ...event, outcome: 'interrupted' }), lists.opened(run)])
    const answer = await create(run)
    const isNew = answer[0] === run.id
    if (!isNew) await lists.notOpened(run)
    if (event && intent) await (isNew ? audit.append(event, intent) : audit.withdraw(intent))
    return answer
  }
}
