import { setTimeout as delay } from 'node:timers/promises'
import type { Changes, DataTypeId, ERPRecord } from '@linkspan/core'
import type { Client } from '../script/sandbox/client.ts'
import type { Random } from './random.ts'

interface Copy {
  readonly records: ReadonlyMap<string, string>
  /** Records that were deleted and did not come back. */
  readonly deleted: ReadonlySet<string>
}

export interface FollowerOptions {
  readonly client: Client
  readonly connectionId: string
  readonly dataType: DataTypeId
  /** The ids that people have deleted in the ERP so far. */
  readonly removed: ReadonlySet<string>
}

/** The content of a record. The ERP's change time is left out: if only that changes, the record takes no new position. */
function contentOf(record: ERPRecord | undefined): string {
  const { sourceUpdatedAt: _, ...content } = record?.data ?? {}
  return JSON.stringify(content)
}

/** Follows a change feed with pauses, a few changes at a time. Its copy must end up equal to our records. */
export function createFollower({ client, connectionId, dataType, removed }: FollowerOptions, random: Random) {
  const changeAt = new Map<number, string>()
  const wrong = new Set<string>()

  /** Checks that positions grow, and that no position is ever given to two changes. */
  function check({ changes, next }: Changes, after: number): void {
    let last = after
    for (const change of changes) {
      const { id, position, deleted, record } = change
      if (position <= last) wrong.add(`the changes of ${dataType} gave position ${position} after ${last}`)
      const content = `${id} ${deleted ? 'deleted' : contentOf(record)}`
      const before = changeAt.get(position) ?? content
      if (before !== content) wrong.add(`position ${position} of ${dataType} was given to both ${before} and ${content}`)
      if (deleted === (record !== undefined))
        wrong.add(`the change of ${dataType} at ${position} is both deleted and has a record, or neither`)
      if (deleted && !removed.has(id)) wrong.add(`${id} of ${dataType} was reported as deleted, but nobody deleted it`)
      changeAt.set(position, content)
      last = position
    }
    if (next < last || (changes.length > 0 && next !== last))
      wrong.add(`the changes of ${dataType} end at ${last}, but continue from ${next}`)
  }

  function createReader() {
    const records = new Map<string, string>()
    const deleted = new Set<string>()
    let position = 0
    const read = async (limit: number): Promise<number> => {
      const page = await client.call<Changes>(
        'GET',
        `/erp/connections/${connectionId}/changes/${dataType}?after=${position}&limit=${limit}`,
      )
      check(page, position)
      for (const change of page.changes) {
        deleted.delete(change.id)
        if (change.deleted) {
          records.delete(change.id)
          deleted.add(change.id)
        } else records.set(change.id, contentOf(change.record))
      }
      position = page.next
      return page.changes.length
    }
    return { read, position: () => position, copy: { records, deleted } satisfies Copy }
  }

  const follower = createReader()
  return {
    async run(signal: AbortSignal): Promise<void> {
      while (!signal.aborted) {
        await follower.read(random.integer(1, 60)).catch(() => {}) // Redis is down: the next call reads the same changes
        await delay(random.integer(50, 500))
      }
    },
    /** The differences of a copy that starts now. */
    async differencesOfNewcomer(records: readonly ERPRecord[]): Promise<readonly string[]> {
      const newcomer = createReader()
      while ((await newcomer.read(500)) > 0);
      return differencesOfCopy(`a new follower of ${dataType}`, newcomer.copy, records)
    },
    /** The faults of the feed, and the differences of two copies: one that followed it all the time and one that starts now. */
    async differences(records: readonly ERPRecord[]): Promise<readonly string[]> {
      const newcomer = createReader()
      while ((await follower.read(500)) > 0);
      while ((await newcomer.read(500)) > 0);
      return [
        ...wrong,
        ...differencesOfCopy(`the follower of ${dataType}`, follower.copy, records),
        ...differencesOfCopy(`a new follower of ${dataType}`, newcomer.copy, records),
      ]
    },
    /** The position at which the feed ends. */
    async end(): Promise<number> {
      while ((await follower.read(500)) > 0);
      return follower.position()
    },
    /** How many records are deleted in the copy. */
    tombstones: () => follower.copy.deleted.size,
  }
}

function differencesOfCopy(who: string, copy: Copy, records: readonly ERPRecord[]): readonly string[] {
  const ids = new Set(records.map(({ id }) => id))
  return [
    ...records.flatMap((record) => (copy.records.get(record.id) === contentOf(record) ? [] : [`${who} has a different ${record.id}`])),
    ...[...copy.records.keys()].flatMap((id) => (ids.has(id) ? [] : [`${who} still has ${id}`])),
  ]
}
