import { AppError, atTheBeginning, type Clock, type DataTypeId, dataTypeIds, noCounts, type Run, randomIds, runIdFor } from '@linkspan/core'
import type { RedisPorts } from '@linkspan/redis'

const days = 30

/** A clock that the writer of the logs sets. */
export interface MovableClock extends Clock {
  moveTo(time: number): void
}

export function createMovableClock(): MovableClock {
  let time = Date.now()
  return {
    now: () => new Date(time),
    moveTo(next) {
      time = next
    },
  }
}

const runOf = (connectionId: string, dataType: DataTypeId, at: Date): Run => ({
  id: runIdFor(connectionId, at, randomIds.random(6)),
  connectionId,
  dataType,
  direction: 'pull',
  trigger: 'schedule',
  mode: 'incremental',
  since: null,
  dryRun: false,
  createdBy: 'bench',
  syncConfigId: null,
  dueAt: null,
  queuedAt: at.toISOString(),
  startedAt: null,
  completedAt: null,
  status: 'scheduled',
  attempts: 0,
  failures: 0,
  throttledSince: null,
  counts: noCounts,
  checkpoint: atTheBeginning,
  error: null,
})

/** True for one number in ten, independent of connections and data types, and the same in every run. */
const isFailed = (number: number): boolean => (number * 2_654_435_761) % 4_294_967_296 < 429_496_730

/** Writes `count` ended runs over the last thirty days, through the same steps as real ones. One in ten failed. */
export async function fillLogs(
  runs: RedisPorts['runs'],
  clock: MovableClock,
  connectionIds: readonly string[],
  count: number,
): Promise<void> {
  const begin = Date.now() - days * 86_400_000
  const stepMs = (days * 86_400_000) / count
  const error = new AppError('remote.timeout', 'GET /products: no complete answer within 30000 ms').toJSON()
  let written = 0
  const write = async (connectionId: string, dataType: DataTypeId): Promise<void> => {
    while (written < count) {
      const number = written++
      clock.moveTo(begin + number * stepMs)
      const { run } = await runs.create(runOf(connectionId, dataType, clock.now()))
      const outcome = await runs.claim(run.id, 'bench')
      if (outcome.kind !== 'claimed') throw new Error(`${run.id} is ${outcome.kind}`)
      await runs.end(outcome.claim, isFailed(number) ? { status: 'error', error } : { status: 'success', watermark: null, pages: 0 })
    }
  }
  await Promise.all(connectionIds.flatMap((id) => dataTypeIds.map((dataType) => write(id, dataType))))
}
