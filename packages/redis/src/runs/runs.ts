import {
  AppError,
  type AuditLog,
  type Clock,
  type Config,
  connectionOfRun,
  dataTypeIds,
  isEnded,
  judgeBalance,
  nullIfUnreadable,
  type Run,
  type RunStore,
} from '@linkspan/core'
import { type ChangeNotifier, rereadMs } from '../change-notifier.ts'
import type { RedisClient } from '../client.ts'
import type { RedisCircuits } from '../connections/circuits.ts'
import { statusIndex } from '../connections/status-index.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import type { Keys } from '../keys.ts'
import { applyPageScript } from '../records/apply-page.ts'
import { sweepUnseenScript } from '../records/sweep-unseen.ts'
import type { UnreadableTracker } from '../unreadable/tracker.ts'
import { claimRunScript } from './claim-run.ts'
import { createRunScript } from './create-run.ts'
import { endRunScript, type RunResult } from './end-run.ts'
import { describeEndedRun, mayOpenCircuit } from './ended-run.ts'
import { nextParkedScript } from './next-parked.ts'
import { readPhases } from './phases.ts'
import { releaseRunScript } from './release-run.ts'
import { renewRunScript } from './renew-run.ts'
import { requestStopScript } from './request-stop.ts'
import { toRun } from './run-fields.ts'
import { runIndex } from './run-index.ts'
import { saveNotesScript } from './save-notes.ts'
import { readStatistics } from './statistics.ts'
import { readTimeBuckets } from './time-buckets.ts'

export interface RunStoreOptions {
  readonly client: RedisClient
  readonly keys: Keys
  readonly changes: ChangeNotifier
  readonly clock: Clock
  readonly circuits: Pick<RedisCircuits, 'get' | 'mark'>
  readonly emitting: EmittingCalls
  readonly audit: Pick<AuditLog, 'begin' | 'append' | 'withdraw'>
  readonly sync: Pick<Config['sync'], 'connectionConcurrency' | 'circuit'>
  readonly retention: Config['retention']
  readonly unreadable: UnreadableTracker
}

export function redisRuns(options: RunStoreOptions): RunStore {
  const { client, keys, changes, clock, circuits, emitting, audit, sync, retention, unreadable } = options
  const claimRun = claimRunScript(client, keys, clock, sync.connectionConcurrency)
  const endRun = endRunScript(client, keys, clock, retention, emitting)
  const releaseRun = releaseRunScript(client, keys, clock)
  const requestStop = requestStopScript(client, keys)
  const sweepUnseen = sweepUnseenScript(client, keys, clock, emitting)
  const saveNotes = saveNotesScript(client, keys)
  const oldest = () => new Date(clock.now().getTime() - retention.days * 86_400_000)
  const lists = runIndex(client, keys, clock, unreadable, oldest)
  const createRun = createRunScript(client, keys, lists, audit)
  const followStatus = statusIndex(client, keys)

  const get = async (id: string): Promise<Run | null> => {
    if (!connectionOfRun(id)) return null
    const stored = await client.hgetall(keys.run(id))
    return unreadable.demand({ kind: 'sync-log', id }, () => toRun(stored))
  }
  const mustGet = async (id: string): Promise<Run> => {
    const run = await get(id)
    if (!run) throw new AppError('run.ended', `The log of sync ${id} was deleted`)
    return run
  }

  const end = async (
    run: Pick<Run, 'id' | 'connectionId' | 'dataType' | 'dryRun'>,
    epoch: number | null,
    result: RunResult,
  ): Promise<Run | null> => {
    const { connectionId } = run
    if (mayOpenCircuit(result.error)) await circuits.mark(connectionId)
    const circuit = result.error === null ? null : await circuits.get(connectionId)
    const ended = describeEndedRun({ connectionId, error: result.error }, circuit, clock.now(), sync.circuit)
    const ending = await endRun(run, epoch, result, oldest(), ended)
    if (ending === null) return null
    await Promise.all([
      lists.closed(run, result.status, ending.outcome),
      lists.forget(run, ending.forgotten),
      ending.movedCircuit && followStatus(connectionId),
    ])
    return mustGet(run.id)
  }

  const reading = lists.reading((id) => get(id).catch(nullIfUnreadable))

  return {
    get,
    ...reading,
    settle: async (run) => lists.closed(run, run.status, await client.hget(keys.run(run.id), 'outcome')),
    timeBuckets: (query) => readTimeBuckets(client, keys, query),
    statistics: (connectionId) => readStatistics(client, keys, connectionId, clock.now()),

    async latest(connectionId, dataType, direction) {
      const id = await client.hget(keys.stream(connectionId, dataType), `latest:${direction}`)
      if (id !== null) return get(id).catch(nullIfUnreadable)
      if (direction !== 'pull') return null
      const { items } = await reading.list({ erpConnectionId: connectionId, dataType, limit: 1 }) // pulls from before `latest:` existed
      return items.find((run) => run.direction === 'pull') ?? null
    },

    async underWay(connectionId, dataType) {
      const id = await client.hget(keys.stream(connectionId, dataType), 'run')
      const run = id === null ? null : await get(id)
      return run === null || isEnded(run) ? null : run
    },

    async create(run, event) {
      const [id, ahead] = await createRun(run, event)
      if (id === run.id) return { run, ahead }
      if (id === 'GONE') throw new AppError('request.not-found', `Connection ${run.connectionId} was deleted`)
      return { run: await mustGet(id), ahead }
    },

    async claim(id, workerId) {
      const connectionId = connectionOfRun(id)
      if (connectionId === null) return { kind: 'ended' }
      const outcome = await claimRun({ id, connectionId }, workerId)
      if (outcome.kind !== 'claimed') return outcome
      const run = toRun(outcome.fields)
      if (!run) return { kind: 'ended' }
      lists.moved(run, 'syncing').catch(() => {}) // nothing depends on it: a late index does no harm
      const { dataType, dryRun } = run
      const { epoch, losses, watermark, fields } = outcome
      const claim = { runId: id, epoch, connectionId, dataType, dryRun }
      return { kind: 'claimed', claim, run, losses, watermark, notes: fields.notes ?? null }
    },

    renew: renewRunScript(client, keys),
    applyPage: applyPageScript(client, keys, clock, retention.days * 86_400, emitting),

    async *sweep(claim, what, pages) {
      const until = Number((await client.hget(keys.stream(claim.connectionId, claim.dataType), 'position')) ?? 0)
      for (let from: string | null = '0'; from !== null; ) {
        const step = await sweepUnseen(claim, what, pages, from, until)
        yield step
        from = step.next
      }
    },

    async release(claim, state, wait, spent) {
      await releaseRun(claim, state, wait, spent)
      await lists.moved({ id: claim.runId }, 'scheduled')
    },

    async end(claim, result) {
      const ending = result.status === 'success' ? { ...result, error: null } : { ...result, watermark: null, pages: 0 }
      return (await end({ id: claim.runId, ...claim }, claim.epoch, ending)) ?? mustGet(claim.runId)
    },

    async requestStop(id, error) {
      const connectionId = connectionOfRun(id)
      return connectionId === null ? 'ended' : requestStop({ id, connectionId }, error)
    },

    async forceEnd(id, error) {
      const run = await get(id)
      if (!run || isEnded(run)) return null
      return end(run, null, { status: 'error', error, watermark: null, pages: 0, verdict: judgeBalance(run, 'error') })
    },

    phases: (runId) => readPhases(client, keys, runId),
    saveNotes: saveNotes((claim) => keys.run(claim.runId), 'notes'),
    fieldShares: (connectionId, dataType) => client.hget(keys.stream(connectionId, dataType), 'fieldShares'),
    saveFieldShares: saveNotes(({ connectionId, dataType }) => keys.stream(connectionId, dataType), 'fieldShares'),
    nextParked: nextParkedScript(client, keys, sync.connectionConcurrency),
    hasParked: async (connectionId) => (await client.zcard(keys.parked(connectionId))) > 0,
    async openOf(connectionId) {
      const runs = await Promise.all(dataTypeIds.map((dataType) => client.hget(keys.stream(connectionId, dataType), 'run')))
      return runs.filter((run) => run !== null)
    },

    async log(runId, entry) {
      await client.xadd(keys.entries(runId), 'MAXLEN', '~', 1000, '*', 'json', JSON.stringify({ at: clock.now().toISOString(), ...entry }))
    },

    async *watch(runId, signal) {
      using listener = changes.listen(runId)
      let before = ''
      while (!signal.aborted) {
        const run = await get(runId)
        if (!run) return
        const now = JSON.stringify(run)
        if (now !== before) yield run
        before = now
        if (isEnded(run)) return
        await listener.wait(rereadMs, signal)
      }
    },
  }
}
