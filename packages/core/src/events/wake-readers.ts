import { type EventLog, type EventSource, isBefore } from './event-log.ts'

/** Somebody who reads event logs: a webhook, the incidents. */
export interface EventReader {
  /** How far it has read each of these logs, in their order; null if it does not read this one. `0-0`: it has read nothing yet. */
  positions(sources: readonly EventSource[]): Promise<readonly (string | null)[]>
  /** Adds the job that reads on, unless it is there already. */
  wake(source: EventSource): Promise<void>
}

const maxSources = 1000

/** Wakes every reader for whom there are new events, and settles the logs that all have read to the end. Called about once a second. */
export async function wakeReaders(events: EventLog, readers: readonly EventReader[]): Promise<void> {
  const sources = await events.waiting(maxSources)
  if (sources.length === 0) return
  const [latest, read] = await Promise.all([events.latest(sources), Promise.all(readers.map((reader) => reader.positions(sources)))])
  await Promise.all(
    sources.map(async (source, at) => {
      const last = latest[at] ?? null
      const behind = readers.filter((_, reader) => isBehind(read[reader]?.[at] ?? null, last))
      await Promise.all(behind.map((reader) => reader.wake(source)))
      if (behind.length === 0) await events.settle(source, last)
    }),
  )
}

const isBehind = (position: string | null, last: string | null): boolean => position !== null && last !== null && isBefore(position, last)
