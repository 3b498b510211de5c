import { setTimeout as delay } from 'node:timers/promises'
import type { Changes, DataTypeId, ERPRecord } from '@linkspan/core'
import type { Client } from '../script/sandbox/client.ts'
import type { Random } from './random.ts'

/** Who follows a change feed, now and then, a few changes at a time: its copy must become what is there. */
export function createFollower(client: Client, connectionId: string, dataType: DataTypeId, random: Random) {
  const copy = new Map<string, ERPRecord['data'] | undefined>()
  const idAt = new Map<number, string>()
  const wrong: string[] = []
  let position = 0

  async function follow(limit: number): Promise<number> {
    const page = await client.call<Changes>('GET', `/erp/connections/${connectionId}/changes/${dataType}?after=${position}&limit=${limit}`)
    let last = position
    for (const { id, position: at, deleted, record } of page.changes) {
      if (at <= last) wrong.push(`the change feed of ${dataType} gave position ${at} after ${last}`)
      if ((idAt.get(at) ?? id) !== id) wrong.push(`position ${at} of ${dataType} was given to ${idAt.get(at)} and to ${id}`)
      idAt.set(at, id)
      last = at
      if (deleted) copy.delete(id)
      else copy.set(id, record?.data)
    }
    if (page.next < last) wrong.push(`the change feed of ${dataType} goes back from ${last} to ${page.next}`)
    position = page.next
    return page.changes.length
  }

  return {
    async live(signal: AbortSignal): Promise<void> {
      while (!signal.aborted) {
        await follow(random.integer(1, 60)).catch(() => {})
        await delay(random.integer(50, 500))
      }
    },
    async catchUp(): Promise<void> {
      while ((await follow(500)) > 0);
    },
    /** What its copy, and the way to it, have that is wrong. */
    differences(records: readonly ERPRecord[]): readonly string[] {
      const missing = records.filter(({ id, data }) => contentOf(copy.get(id)) !== contentOf(data))
      const held = new Set(records.map(({ id }) => id))
      const gone = [...copy.keys()].filter((id) => !held.has(id))
      return [
        ...wrong,
        ...missing.map(({ id }) => `who followed the changes of ${dataType} has another ${id}`),
        ...gone.map((id) => `who followed the changes of ${dataType} still has ${id}`),
      ]
    },
  }
}

/** What a record says, without when and in which version it was read: that alone is announced. */
const contentOf = (data: ERPRecord['data'] | undefined): string => {
  const { sourceUpdatedAt: _at, sourceVersion: _version, ...content } = data ?? {}
  return JSON.stringify(content)
}
