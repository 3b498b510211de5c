import {
  bucketSizes,
  type Clock,
  connectionOfRun,
  type EntryQuery,
  type Listing,
  type PageQuery,
  Reject,
  type Run,
  RunEntry,
  type RunHour,
  type RunQuery,
  type RunStatus,
  runStatuses,
} from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { idOfMember, indexMember, isAbandoned, type Keys, memberOfRun, memberTime, runAttributes } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { pageThroughIndex } from '../paging/index-pages.ts'
import { readStream, searchStream } from '../paging/stream-pages.ts'
import type { UnreadableTracker } from '../unreadable/tracker.ts'
import { indexesFor, isIndexed, isWanted } from './run-filter.ts'
import { timeBucketSteps } from './time-buckets.ts'

/** Indexes sort runs by when they were requested. A run may wait this long before it starts, so queries by start look further back. */
const maxWaitMs = 3_600_000
const hourMs = 3_600_000

/** Puts a run into some indexes and takes it out of others. */
const placing = defineScript({
  name: 'linkspanPlaceRun',
  keys: [],
  keyLists: ['into', 'outOf'],
  args: { member: 'text' },
  lua: `
for _, index in ipairs(into) do redis.call('ZADD', index, 0, member) end
for _, index in ipairs(outOf) do redis.call('ZREM', index, member) end
`,
})

/** Moves a run that has not ended. This step may come after the one that closes the run, and then does nothing. */
const moving = defineScript({
  name: 'linkspanMoveOpenRun',
  keys: ['open', 'into'],
  keyLists: ['outOf'],
  args: { member: 'text' },
  lua: `
if not redis.call('ZSCORE', open, member) then return end
redis.call('ZADD', into, 0, member)
for _, index in ipairs(outOf) do redis.call('ZREM', index, member) end
`,
})

/**
 * Moves a run that has ended, and counts it once: whoever takes it off the list of open runs does. Then drops entries of logs that are gone
 * by their age, from `tooOld` down.
 */
const closing = defineScript({
  name: 'linkspanCloseRun',
  keys: ['open', 'into'],
  keyLists: ['outOf', 'buckets', 'everywhere'],
  args: { member: 'text', outcome: 'text', now: 'number', tooOld: 'text' },
  include: [timeBucketSteps],
  lua: `
redis.call('ZADD', into, 0, member)
for _, index in ipairs(outOf) do redis.call('ZREM', index, member) end
if redis.call('ZREM', open, member) == 1 and outcome ~= '' then addToBuckets(buckets, outcome, now) end
for _, index in ipairs(everywhere) do redis.call('ZREMRANGEBYLEX', index, '-', '(' .. tooOld) end
`,
})

/**
 * The lists of runs. Those of one connection change in the same step as the run. Those over all connections lie on another node of a
 * cluster and follow right after; reading them loads each run and filters out what does not match, so a late index does no harm.
 * `oldest`: logs of runs that were requested before then may be gone already.
 */
export function runIndex(client: RedisClient, keys: Keys, clock: Clock, unreadable: UnreadableTracker, oldest: () => Date) {
  const callPlace = placing.on(client)
  const move = moving.on(client)
  const close = closing.on(client)
  const place = (runId: string, { into = [], outOf = [] }: { readonly into?: readonly string[]; readonly outOf?: readonly string[] }) =>
    callPlace({ keys: { into, outOf }, args: { member: memberOfRun(runId) } })
  const open = keys.allRunsIndex('open')
  const beginning = ({ dataType }: Run) => [open, ...['all', `type:${dataType}`, 'status:scheduled'].map(keys.allRunsIndex)]

  const otherStatuses = (status: RunStatus) =>
    runStatuses.filter((other) => other !== status).map((other) => keys.allRunsIndex(`status:${other}`))

  return {
    /** The lists that a run begins in. */
    beginning,
    /** Must be called before the run is stored, so that every run that exists is listed as open. */
    async opened(run: Run): Promise<void> {
      await place(run.id, { into: beginning(run) })
    },
    /** Takes `opened` back: the run was not stored, because its stream has another one. */
    async notOpened(run: Run): Promise<void> {
      await place(run.id, { outOf: beginning(run) })
    },
    /** Does nothing if the run has been closed meanwhile. */
    async moved({ id }: Pick<Run, 'id'>, status: RunStatus): Promise<void> {
      const into = keys.allRunsIndex(`status:${status}`)
      await move({ keys: { open, into, outOf: otherStatuses(status) }, args: { member: memberOfRun(id) } })
    },
    /** `outcome`: what the run adds to the statistics of all connections; null if nothing. */
    async closed({ id, dataType }: Pick<Run, 'id' | 'dataType'>, status: RunStatus, outcome: string | null): Promise<void> {
      await close({
        keys: {
          open,
          into: keys.allRunsIndex(`status:${status}`),
          outOf: otherStatuses(status),
          buckets: bucketSizes.map((size) => keys.allTimeBuckets(dataType, size)),
          everywhere: runAttributes.map(keys.allRunsIndex),
        },
        args: { member: memberOfRun(id), outcome, now: clock.now().getTime(), tooOld: indexMember(oldest(), '') },
      })
    },
    /** Deletes these logs, which are beyond the number that is kept. */
    async forget({ connectionId }: Pick<Run, 'connectionId'>, members: readonly string[]): Promise<void> {
      if (members.length === 0) return
      const global = client.multi()
      for (const name of runAttributes) global.zrem(keys.allRunsIndex(name), ...members)
      await global.exec()
      const local = client.multi()
      for (const name of runAttributes) local.zrem(keys.runIndex(connectionId, name), ...members)
      for (const id of members.map(idOfMember)) local.unlink(keys.run(id), keys.entries(id), keys.rejects(id), keys.phases(id))
      await local.exec()
    },

    reading: (get: (id: string) => Promise<Run | null>) => ({
      async list(query: RunQuery): Promise<Listing<Run>> {
        const { erpConnectionId, since, until, q, limit, cursor } = query
        const wanted = async (run: Run | null) => (run !== null && (await isWanted(run, query)) ? run : null)
        if (q !== undefined && connectionOfRun(q) !== null) {
          const run = await wanted(await get(q))
          const isElsewhere = erpConnectionId !== undefined && run?.connectionId !== erpConnectionId
          return { items: run === null || isElsewhere ? [] : [run], next: null }
        }
        const key = erpConnectionId ? (name: string) => keys.runIndex(erpConnectionId, name) : keys.allRunsIndex
        const range = {
          limit,
          cursor,
          keys: indexesFor(query).map(key),
          from: since === undefined ? '-' : `[${indexMember(new Date(Date.parse(since) - maxWaitMs), '')}`,
          to: until === undefined ? '+' : `[${indexMember(until, '')}~`,
          countedFrom: isIndexed(query) ? `[${indexMember(oldest(), '')}` : undefined,
        }
        return pageThroughIndex(client, range, (ids) => Promise.all(ids.map(async (id) => wanted(await get(id)))))
      },
      async countSince(since: Date) {
        const count = (name: string) => client.zlexcount(keys.allRunsIndex(name), `[${indexMember(since, '')}`, '+')
        const [syncs, failed, successful] = await Promise.all([count('all'), count('status:error'), count('status:success')])
        return { syncs, failed, successful }
      },
      async countByHour(hours: number, now: Date): Promise<readonly RunHour[]> {
        const last = Math.floor(now.getTime() / hourMs) * hourMs
        const begins = Array.from({ length: hours }, (_, at) => last - (hours - 1 - at) * hourMs)
        const count = (name: string, from: number) =>
          client.zlexcount(keys.allRunsIndex(name), `[${memberTime(from)}`, `(${memberTime(from + hourMs)}`)
        return Promise.all(
          begins.map(async (from) => {
            const [syncs, failed] = await Promise.all([count('all', from), count('status:error', from)])
            return { from: new Date(from).toISOString(), syncs, failed }
          }),
        )
      },
      async unended({ limit, cursor }: PageQuery): Promise<Listing<string>> {
        const members = await client.zrangebylex(open, cursor === undefined ? '-' : `(${cursor}`, '+', 'LIMIT', 0, limit)
        const stored = await Promise.all(members.map((member) => client.exists(keys.run(idOfMember(member)))))
        const never = members.filter((member, at) => !stored[at] && isAbandoned(member, clock.now()))
        const outOf = [open, ...runAttributes.map(keys.allRunsIndex)]
        await Promise.all(never.map((member) => place(idOfMember(member), { outOf })))
        return {
          items: members.filter((_, at) => stored[at]).map(idOfMember),
          next: members.length < limit ? null : (members.at(-1) ?? null),
        }
      },
      entries(id: string, { levels, from, ...page }: EntryQuery): Promise<Listing<RunEntry>> {
        const parse = (entry: string, text: string) =>
          unreadable.skip({ kind: 'sync-log-entry', id: `${id}:${entry}` }, () => RunEntry.parse(JSON.parse(text)))
        if (levels === undefined && from === undefined) return readStream(client, keys.entries(id), page, parse)
        return searchStream(client, keys.entries(id), page, (entry, text) => {
          const found = parse(entry, text)
          const isShown = found !== null && levels?.includes(found.level) !== false && (from === undefined || found.at >= from)
          return isShown ? found : null
        })
      },
      rejects: (id: string, query: PageQuery): Promise<Listing<Reject>> =>
        readStream(client, keys.rejects(id), query, (entry, text) =>
          unreadable.skip({ kind: 'reject', id: `${id}:${entry}` }, () => Reject.parse(JSON.parse(text))),
        ),
    }),
  }
}
