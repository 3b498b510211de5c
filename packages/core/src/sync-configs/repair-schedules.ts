import type { Connection } from '../connections/connection.ts'
import { everyPage } from '../kernel/every-page.ts'
import type { Logger } from '../kernel/ports.ts'
import { isLaterThanRule, isSameRule, type ScheduleRule, type ScheduleWithPayload } from '../schedules/schedule.ts'
import type { ScheduledStream } from '../schedules/slot.ts'
import { pauseReason, reconcileSchedules, type SchedulePorts, scheduleFor, scheduleIdOf, streamOfSchedule, streamsOf } from './reconcile.ts'

export type RepairPorts = SchedulePorts & { readonly logger: Logger }

/** How long a due schedule may wait for a worker before its job is looked for. */
const overdueMs = 60_000

/**
 * Compares every stored schedule with what the connections ask for, and puts back what differs: what a person did at the board, what a
 * wrong clock moved into the future, what a process that died left behind. Returns how many schedules were put back.
 */
export async function repairSchedules(ports: RepairPorts): Promise<number> {
  const stored = new Map((await ports.scheduler.all()).map((schedule) => [schedule.id, schedule]))
  let repaired = 0
  const repair = async (id: string, connectionId: string) => {
    await ports.scheduler.drop(id)
    await reconcileSchedules(connectionId, ports)
    ports.logger.warn({ schedule: id }, 'A schedule differed from what its connection asks for, and was put back')
    repaired += 1
  }

  for await (const connection of everyConnection(ports)) {
    const configs = await ports.syncConfigs.list(connection.id)
    for (const stream of streamsOf(connection.id)) {
      const id = scheduleIdOf(stream)
      const rule = pauseReason(connection) === null ? scheduleFor(connection, configs, stream) : null
      if (!(await isRight(stored.get(id), rule, stream, ports))) await repair(id, connection.id)
      stored.delete(id)
    }
  }
  for (const id of stored.keys()) await repair(id, streamOfSchedule(id).connectionId)
  return repaired
}

async function* everyConnection({ connections }: RepairPorts): AsyncGenerator<Connection> {
  for await (const page of everyPage((cursor) => connections.list({ limit: 100, cursor }))) yield* page
}

async function isRight(
  stored: ScheduleWithPayload<unknown> | undefined,
  rule: ScheduleRule | null,
  stream: ScheduledStream,
  { scheduler, clock }: RepairPorts,
): Promise<boolean> {
  if (!stored || !rule) return !stored && !rule
  const now = clock.now()
  const isAsAsked = isSameRule(stored.rule, rule) && isSamePayload(stored.payload, stream) && !isLaterThanRule(stored, now)
  if (!isAsAsked) return false
  return now.getTime() - Date.parse(stored.next) < overdueMs || scheduler.hasJob(stored)
}

const isSamePayload = (one: unknown, other: ScheduledStream): boolean => {
  const sorted = (value: unknown) => JSON.stringify(Object.entries(value ?? {}).sort())
  return sorted(one) === sorted(other)
}
