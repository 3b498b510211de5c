import { type BalanceVerdict, bucketSizes, type Clock, type Config, type ExecutionTime, type Run, type RunError } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { circuitSteps } from '../connections/circuit-steps.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import { indexMember, type Keys, memberOfRun } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { isoTime } from '../lua/iso-time.ts'
import { countRun } from './count-run.ts'
import { emitRunEnd } from './emit-run-end.ts'
import type { EndedRun } from './ended-run.ts'
import { fence, throwIfRejected } from './fence.ts'
import { phaseSteps, printSpent } from './phases.ts'
import { surplusLogs } from './surplus-logs.ts'
import { timeBucketSteps } from './time-buckets.ts'

const daySeconds = 86_400

/**
 * Ends a run: its state, its stream, its lease, its indexes, the statistics, the retention and its events in one step.
 *
 * An empty `epoch` ends the run whoever holds it; an empty `watermark` leaves the stream's as it is. A dry run does not count in the
 * statistics, nor for the connection's health. Of a deleted connection only the logs remain, and they and their indexes expire; nothing is
 * told of it.
 */
const script = defineScript({
  name: 'linkspanEndRun',
  keys: [
    'run',
    'phases',
    'stream',
    'leases',
    'parked',
    'connection',
    'statisticsAll',
    'statisticsType',
    'statisticsDay',
    'indexAll',
    'indexType',
    'indexScheduled',
    'indexSyncing',
    'indexSuccess',
    'indexError',
    'entries',
    'rejects',
    'events',
    'pending',
    'unsettled',
  ],
  keyLists: ['buckets'],
  args: {
    id: 'text',
    member: 'text',
    connectionId: 'text',
    epoch: 'text',
    pages: 'number',
    status: 'text',
    error: 'text',
    watermark: 'text',
    now: 'number',
    nowIso: 'text',
    logSeconds: 'number',
    oldestMember: 'text',
    maxLogs: 'number',
    channel: 'text',
    dryRun: 'flag',
    dataType: 'text',
    failure: 'text',
    ended: 'text',
    calls: 'text',
    cancelled: 'flag',
    verdict: 'text',
    spent: 'text',
  },
  include: [fence, phaseSteps, circuitSteps, isoTime, emitRunEnd, timeBucketSteps, countRun, surplusLogs],
  lua: `
local function writeState()
  redis.call('HSETNX', run, 'startedAt', now)
  local completedAt = math.max(now, tonumber(redis.call('HGET', run, 'startedAt')))
  redis.call('HSET', run, 'status', status, 'completedAt', completedAt, 'error', error, 'holder', '')
  redis.call('HINCRBY', run, 'epoch', 1)
  closePhase(run, completedAt)
  addSpent(run, spent)
  if redis.call('HGET', stream, 'run') == id then redis.call('HDEL', stream, 'run') end
  redis.call('ZREM', leases, id)
  redis.call('ZREM', parked, id)
  return completedAt
end

-- What was decided about the balance, and what a push leaves behind: of a dry run nothing was to be pushed.
local function writeBalance()
  redis.call('HSET', run, 'verdict', verdict)
  if cjson.decode(redis.call('HGET', run, 'doc')).direction == 'pull' then return end
  local function left(key) return dryRun and 0 or redis.call('ZCARD', key) end
  redis.call('HSET', run, 'leftUncertain', left(unsettled), 'leftWaiting', left(pending))
end

-- How the connection's runs of the data type have fared. A cancelled run says nothing about that: the failure is empty then.
local function writeHealth()
  local failures = 'failures:' .. dataType
  if status == 'success' then
    redis.call('HSET', connection, 'lastSyncAt', nowIso, 'lastSuccessAt', nowIso)
    if redis.call('HDEL', connection, failures, failures .. ':since', failures .. ':reason') > 0 then
      redis.call('HSET', connection, 'healthySince', nowIso)
    else
      redis.call('HSETNX', connection, 'healthySince', nowIso)
    end
  elseif failure ~= '' then
    redis.call('HINCRBY', connection, failures, 1)
    redis.call('HSETNX', connection, failures .. ':since', nowIso)
    redis.call('HSET', connection, failures .. ':reason', failure)
  end
end

-- What the latest ends of the stream were, by direction.
local function noteEnd()
  local direction = cjson.decode(redis.call('HGET', run, 'doc')).direction
  redis.call('HSET', stream, 'ended:' .. direction, id)
  if status == 'success' then redis.call('HSET', stream, 'success:' .. direction, nowIso) end
end

local function moveInIndexes()
  redis.call('ZREM', indexScheduled, member)
  redis.call('ZREM', indexSyncing, member)
  redis.call('ZADD', status == 'success' and indexSuccess or indexError, 0, member)
end

local function expireLogs(exists)
  for _, key in ipairs({run, phases, entries, rejects}) do redis.call('EXPIRE', key, logSeconds) end
  for _, index in ipairs({indexAll, indexType, indexScheduled, indexSyncing, indexSuccess, indexError}) do
    redis.call('ZREMRANGEBYLEX', index, '-', '(' .. oldestMember)
    if not exists then redis.call('EXPIRE', index, logSeconds) end
  end
end

local rejection = fence(run, epoch)
if rejection == 'ENDED' or (rejection and epoch ~= '') then return {rejection} end
if hasLostPages(run, pages) then return {'LOST'} end
local completedAt = writeState()
writeBalance()
local exists = redis.call('EXISTS', connection) == 1
if exists and not dryRun then
  writeHealth()
  noteEnd()
end
if exists and watermark ~= '' then redis.call('HSET', stream, 'watermark', watermark) end
local outcome = ''
if exists and not dryRun then
  addCalls(run, calls)
  outcome = countRun(run, {statisticsAll, statisticsType, statisticsDay}, buckets, status, cancelled, now)
end
redis.call('EXPIRE', statisticsDay, ${31 * daySeconds})
moveInIndexes()
expireLogs(exists)
if exists then
  emitRunEnd(events, run, rejects, {
    id = id, connectionId = connectionId, dataType = dataType, status = status, completedAt = completedAt, error = error, dryRun = dryRun
  })
end
local circuitMove = exists and judgeRun(connection, events, id, ended, now, nowIso) or ''
local forgotten = surplusLogs(indexAll, indexSuccess, indexError, maxLogs)
redis.call('PUBLISH', channel, status)
return {'OK', forgotten, circuitMove, outcome}
`,
})

export interface RunResult {
  readonly status: 'success' | 'error'
  readonly error: RunError | null
  readonly watermark: string | null
  /** How many pages its holder has seen stored. */
  readonly pages: number
  readonly verdict?: BalanceVerdict
  readonly spent?: ExecutionTime
}

export interface RunEnding {
  /** The index members of the logs beyond `retention.count`. */
  readonly forgotten: readonly string[]
  /** Whether the status of the connection has changed with its circuit. */
  readonly movedCircuit: boolean
  /** What the run adds to the statistics of all connections; empty if nothing. */
  readonly outcome: string
}

/** Ends a run. A null `epoch` ends it whoever holds it, and answers null if it had ended already. Throws if another `epoch` is void, or if pages of the run were lost. */
export function endRunScript(client: RedisClient, keys: Keys, clock: Clock, retention: Config['retention'], emitting: EmittingCalls) {
  const call = emitting(script.on(client))
  return async (
    { id, connectionId, dataType, dryRun }: Pick<Run, 'id' | 'connectionId' | 'dataType' | 'dryRun'>,
    epoch: number | null,
    { status, error, watermark, pages, verdict, spent }: RunResult,
    oldest: Date,
    ended: EndedRun,
  ): Promise<RunEnding | null> => {
    const now = clock.now()
    const index = (attribute: string) => keys.runIndex(connectionId, attribute)
    const [answer, forgotten = [], circuitMove = '', outcome = ''] = (await call(connectionId, {
      keys: {
        run: keys.run(id),
        phases: keys.phases(id),
        stream: keys.stream(connectionId, dataType),
        leases: keys.leases(connectionId),
        parked: keys.parked(connectionId),
        connection: keys.connection(connectionId),
        statisticsAll: keys.statistics(connectionId, 'all'),
        statisticsType: keys.statistics(connectionId, dataType),
        statisticsDay: keys.statistics(connectionId, now.toISOString().slice(0, 10)),
        indexAll: index('all'),
        indexType: index(`type:${dataType}`),
        indexScheduled: index('status:scheduled'),
        indexSyncing: index('status:syncing'),
        indexSuccess: index('status:success'),
        indexError: index('status:error'),
        entries: keys.entries(id),
        rejects: keys.rejects(id),
        events: keys.events(connectionId),
        buckets: bucketSizes.map((size) => keys.timeBuckets(connectionId, dataType, size)),
        pending: keys.pending(connectionId, dataType),
        unsettled: keys.unsettled(connectionId, dataType),
      },
      args: {
        id,
        member: memberOfRun(id),
        connectionId,
        epoch,
        pages,
        status,
        error: error === null ? null : JSON.stringify(error),
        watermark,
        now: now.getTime(),
        nowIso: now.toISOString(),
        logSeconds: retention.days * daySeconds,
        oldestMember: indexMember(oldest, ''),
        maxLogs: retention.count,
        channel: keys.channel(id),
        dryRun,
        dataType,
        failure: error === null || error.code === 'run.cancelled' ? null : error.message,
        ended: JSON.stringify(ended),
        calls: JSON.stringify(spent?.calls ?? {}),
        cancelled: error?.code === 'run.cancelled',
        verdict: verdict ? JSON.stringify(verdict) : null,
        spent: printSpent(spent),
      },
    })) as [string, string[]?, string?, string?]
    if (epoch === null && answer === 'ENDED') return null
    throwIfRejected(answer, id)
    return { forgotten, movedCircuit: circuitMove !== '', outcome }
  }
}
