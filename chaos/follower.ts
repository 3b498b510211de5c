import { setTimeout as delay } from 'node:timers/promises'
import type { Changes, DataTypeId, ERPRecord } from '@linkspan/core'
import type { Client } from '../script/sandbox/client.ts'
import type { Random } from './random.ts'

export interface Copy {
  readonly records: ReadonlyMap<string, string>
  /** Records that were told to be deleted, and did not come again. */
  readonly deleted: ReadonlySet<string>
}

export interface Followed {
  readonly client: Client
  readonly connectionId: string
  readonly dataType: DataTypeId
  /** What the ERP's people have deleted so far. */
  readonly removed: ReadonlySet<string>
}

/** What a record says. The ERP's change time is no content: it may change alone, and takes no position then. */
function contentOf(record: ERPRecord | undefined): string {
  const { sourceUpdatedAt: _, ...content } = record?.data ?? {}
  return JSON.stringify(content)
}

/** Who follows a change feed, now and then, a few changes at a time: its copy must become what is there. */
export function createFollower({ client, connectionId, dataType, removed }: Followed, random: Random) {
  const changeAt = new Map<number, string>()
  const wrong = new Set<string>()

  /** Positions grow, and each is that of one change for ever. */
  function check({ changes, next }: Changes, after: number): void {
    let last = after
    for (const change of changes) {
      const { id, position, deleted, record } = change
      if (position <= last) wrong.add(`the changes of ${dataType} gave position ${position} after ${last}`)
      const content = `${id} ${deleted ? 'deleted' : contentOf(record)}`
      const before = changeAt.get(position) ?? content
      if (before !== content) wrong.add(`position ${position} of ${dataType} was given to ${before} and to ${content}`)
      if (deleted === (record !== undefined)) wrong.add(`the change of ${dataType} at ${position} is deleted and has a record, or neither`)
      if (deleted && !removed.has(id)) wrong.add(`${id} of ${dataType} was told to be deleted, and nobody deleted it`)
      changeAt.set(position, content)
      last = position
    }
    if (next < last || (changes.length > 0 && next !== last)) wrong.add(`the changes of ${dataType} end at ${last} and go on from ${next}`)
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
    return { read, copy: { records, deleted } satisfies Copy }
  }

  const follower = createReader()
  return {
    async live(signal: AbortSignal): Promise<void> {
      while (!signal.aborted) {
        await follower.read(random.integer(1, 60)).catch(() => {}) // Redis is away: it reads the same again
        await delay(random.integer(50, 500))
      }
    },
    /** What is wrong with the feed, with the copy of who followed it all the time, and with that of who begins only now. */
    async differences(held: readonly ERPRecord[]): Promise<readonly string[]> {
      const newcomer = createReader()
      while ((await follower.read(500)) > 0);
      while ((await newcomer.read(500)) > 0);
      return [
        ...wrong,
        ...differencesOfCopy(`who followed the changes of ${dataType}`, follower.copy, held),
        ...differencesOfCopy(`who begins to follow the changes of ${dataType}`, newcomer.copy, held),
      ]
    },
    /** How many records were told to be deleted. */
    tombstones: () => follower.copy.deleted.size,
  }
}

function differencesOfCopy(who: string, copy: Copy, held: readonly ERPRecord[]): readonly string[] {
  const ids = new Set(held.map(({ id }) => id))
  return [
    ...held.flatMap((record) => (copy.records.get(record.id) === contentOf(record) ? [] : [`${who} has another ${record.id}`])),
    ...[...copy.records.keys()].flatMap((id) => (ids.has(id) ? [] : [`${who} still has ${id}`])),
  ]
}
