import type { PushStatus } from '../outbox/entry.ts'

/** What a dry run would leave to push once its own pull had merged both sides: none of that is stored. */
export interface PushForecast {
  /** A record whose entry would change. */
  note(id: string, before: PushStatus, after: PushStatus): void
  /** How many records would wait, if this many wait now. */
  waiting(now: number): number
}

export function createPushForecast(): PushForecast {
  const differences = new Map<string, number>()
  const count = (status: PushStatus): number => (status === 'pending' ? 1 : 0)
  return {
    note: (id, before, after) => void differences.set(id, count(after) - count(before)),
    waiting: (now) => [...differences.values()].reduce((sum, difference) => sum + difference, now),
  }
}
