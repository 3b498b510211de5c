import type { Claim, Clock, Config, KnownRow, PageOutcome, PageWrite, Run, RunError } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { indexMember, type Keys, memberOfRun } from '../keys.ts'
import { outboxKeys, toArguments } from '../records/outbox.ts'
import { applyPage } from '../records/scripts/apply-page.ts'
import { sweepUnseen } from '../records/scripts/sweep.ts'
import { defineScript, type ScriptArgument } from '../script.ts'
import { throwIfRejected } from '../throw-if-rejected.ts'
import { toPageResult } from './run-fields.ts'
import { claimRun, createRun, endRun, nextParked, releaseRun, renewRun } from './scripts/run-steps.ts'

/** How long a holder that says nothing keeps its place among the runs of its connection. */
const leaseMs = 10_000
/** Records in one step of a sweep: more would hold up Redis, and everybody with it. */
const sweepStep = 1000

type Stream = Pick<Run, 'connectionId' | 'dataType'>

export type ScriptClaim =
  | { readonly kind: 'ended' }
  | { readonly kind: 'parked' }
  | { readonly kind: 'claimed'; readonly epoch: number; readonly losses: number; readonly fields: Readonly<Record<string, string>> }

export interface RunScriptOptions {
  readonly clock: Clock
  readonly connectionConcurrency: number
  readonly retention: Config['retention']
}

/** The scripts with their keys and arguments in order. Each call is one atomic step. */
export function createRunScripts(client: RedisClient, keys: Keys, { clock, connectionConcurrency, retention }: RunScriptOptions) {
  const create = defineScript(client, 'linkspanCreateRun', createRun)
  const claim = defineScript(client, 'linkspanClaimRun', claimRun)
  const renew = defineScript(client, 'linkspanRenewRun', renewRun)
  const release = defineScript(client, 'linkspanReleaseRun', releaseRun)
  const parked = defineScript(client, 'linkspanNextParked', nextParked)
  const end = defineScript(client, 'linkspanEndRun', endRun)
  const apply = defineScript(client, 'linkspanApplyPage', applyPage)
  const sweep = defineScript(client, 'linkspanSweepUnseen', sweepUnseen)

  const now = () => clock.now().getTime()
  const index = (connectionId: string, ...names: string[]) => names.map((name) => keys.runIndex(connectionId, name))
  const places = (connectionId: string) => [keys.leases(connectionId), keys.parked(connectionId)]

  return {
    /** The id of the run that waits or works now, or 'GONE' where the connection is; how many of the connection wait to begin before it. */
    create: async (run: Run, doc: string): Promise<readonly [id: string, ahead: number]> =>
      (await create(
        [
          keys.connection(run.connectionId),
          keys.stream(run.connectionId, run.dataType),
          keys.run(run.id),
          ...index(run.connectionId, 'all', `type:${run.dataType}`, 'status:scheduled'),
        ],
        [run.id, memberOfRun(run.id), doc, run.direction],
      )) as [string, number],

    async claim(run: Pick<Run, 'id' | 'connectionId'>, workerId: string): Promise<ScriptClaim> {
      const answer = (await claim(
        [keys.run(run.id), ...places(run.connectionId), ...index(run.connectionId, 'status:scheduled', 'status:syncing')],
        [run.id, memberOfRun(run.id), workerId, now(), leaseMs, connectionConcurrency, keys.channel(run.id)],
      )) as [string, number, number, string[]]
      const [kind, epoch, losses, flat = []] = answer
      if (kind !== 'CLAIMED') return { kind: kind === 'PARKED' ? 'parked' : 'ended' }
      const fields = Object.fromEntries(Array.from({ length: flat.length / 2 }, (_, at) => [flat[at * 2], flat[at * 2 + 1]]))
      return { kind: 'claimed', epoch, losses, fields }
    },

    async renew({ runId, connectionId, epoch }: Claim): Promise<void> {
      throwIfRejected(await renew([keys.run(runId), keys.leases(connectionId)], [runId, epoch, leaseMs]), runId)
    },

    async release(
      { runId, connectionId, epoch }: Claim,
      state: Pick<Run, 'attempts' | 'failures' | 'throttledSince' | 'error'>,
    ): Promise<void> {
      const { attempts, failures, throttledSince, error } = state
      throwIfRejected(
        await release(
          [keys.run(runId), ...places(connectionId), ...index(connectionId, 'status:syncing', 'status:scheduled')],
          [
            runId,
            memberOfRun(runId),
            epoch,
            attempts,
            failures,
            throttledSince === null ? '' : Date.parse(throttledSince),
            error === null ? '' : JSON.stringify(error),
            keys.channel(runId),
          ],
        ),
        runId,
      )
    },

    nextParked: async (connectionId: string): Promise<string | null> =>
      (await parked(places(connectionId), [connectionConcurrency])) as string | null,

    /** The index members of the logs that are too many by now. Null where it had ended already and `epoch` is null: whoever holds it. */
    async end(
      run: Stream & { readonly id: string; readonly dryRun: boolean },
      epoch: number | null,
      result: { readonly status: 'success' | 'error'; readonly error: RunError | null; readonly watermark: string | null },
      oldest: Date,
    ): Promise<readonly string[] | null> {
      const { id, connectionId, dataType } = run
      const at = clock.now()
      const [answer, forgotten] = (await end(
        [
          keys.run(id),
          keys.stream(connectionId, dataType),
          ...places(connectionId),
          keys.connection(connectionId),
          keys.statistics(connectionId, 'all'),
          keys.statistics(connectionId, dataType),
          keys.statistics(connectionId, at.toISOString().slice(0, 10)),
          ...index(connectionId, 'all', `type:${dataType}`, 'status:scheduled', 'status:syncing', 'status:success', 'status:error'),
          keys.entries(id),
          keys.rejects(id),
        ],
        [
          id,
          memberOfRun(id),
          epoch ?? '',
          result.status,
          result.error === null ? '' : JSON.stringify(result.error),
          result.watermark ?? '',
          at.getTime(),
          at.toISOString(),
          retention.days * 86_400,
          indexMember(oldest, ''),
          retention.count,
          keys.channel(id),
          run.dryRun ? 1 : 0,
        ],
      )) as [string, string[]?]
      if (epoch === null && answer === 'ENDED') return null
      throwIfRejected(answer, id)
      return forgotten ?? []
    },

    /** One step; `next` is where to go on from, null at the end. */
    async sweep(
      { runId, connectionId, dataType, epoch }: Claim,
      what: 'count' | 'delete',
      from: string,
      until: number,
    ): Promise<{ readonly next: string | null; readonly live: number; readonly gone: number }> {
      const [answer, next, live, gone] = (await sweep(
        [
          keys.run(runId),
          keys.stream(connectionId, dataType),
          keys.meta(connectionId, dataType),
          keys.data(connectionId, dataType),
          keys.feed(connectionId, dataType),
          keys.skus(connectionId),
          keys.outbox(connectionId, dataType),
          keys.aliases(connectionId, dataType),
          keys.seen(runId),
        ],
        [epoch, now(), what, from, until, sweepStep, keys.channel(runId)],
      )) as [string, string?, number?, number?]
      throwIfRejected(answer, runId)
      return { next: next || null, live: live ?? 0, gone: gone ?? 0 }
    },

    async applyPage({ runId, connectionId, dataType, dryRun, epoch }: Claim, write: PageWrite): Promise<PageOutcome> {
      const args: ScriptArgument[] = [
        epoch,
        write.page,
        now(),
        write.read,
        write.filtered,
        write.cursor ?? '',
        write.complete ? 1 : 0,
        write.total ?? '',
        write.highWater ?? '',
        write.serverTime ?? '',
        dryRun ? 1 : 0,
        keys.channel(runId),
        write.records.length,
        write.rejects.length,
        write.merged.changes.length,
        write.merged.updated,
        write.merged.unchanged,
        write.merged.echoes,
        write.merged.conflicts,
        write.merged.pushed,
        write.marks ? 1 : 0,
        idsOf(write.known),
        namesOf(write.known),
        write.since ?? '',
        write.partial ? 1 : 0,
        write.named?.name ?? '',
        write.named?.rows ? toKept(write.named.name, write.named.rows) : '',
      ]
      for (const { id, hash, row, json, sku } of write.records) args.push(id, hash + row, json, (dataType === 'inventory' && sku) || '')
      for (const reject of write.rejects) args.push(JSON.stringify(reject))
      for (const change of write.merged.changes) args.push(...toArguments(change, dataType))
      const [answer, values, isKept] = (await apply(
        [
          keys.connection(connectionId),
          keys.run(runId),
          keys.stream(connectionId, dataType),
          keys.meta(connectionId, dataType),
          keys.data(connectionId, dataType),
          keys.feed(connectionId, dataType),
          keys.skus(connectionId),
          keys.rejects(runId),
          ...outboxKeys(keys, { connectionId, dataType }),
          keys.seen(runId),
          keys.pages(connectionId, dataType),
        ],
        args,
      )) as [string, (string | null)[]?, number?]
      if (answer === 'MERGE') return { kind: 'merge' }
      if (answer === 'UNKNOWN') return { kind: 'unknown', at: values?.map(Number) ?? null }
      throwIfRejected(answer, runId)
      return { kind: 'stored', isKept: isKept === 1, ...toPageResult(values ?? []) }
    },
  }
}

const idsOf = (rows: readonly KnownRow[]): string => JSON.stringify(rows.map(({ id }) => id))
const namesOf = (rows: readonly KnownRow[]): string => rows.map(({ row }) => row).join('')
const toKept = (name: string, rows: readonly KnownRow[]): string => `${name} ${namesOf(rows)} ${idsOf(rows)}`
