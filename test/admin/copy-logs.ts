import { runIdFor } from '@linkspan/core'
import type { Redis } from 'ioredis'

/**
 * Copies the ended logs of a connection, with the phases of their runs, until it has `count`: all that the lists and the page of a run
 * read, in a fiftieth of the time of as many real runs. Each of the originals must have been queued, begun and ended in the same
 * millisecond, as those of `fillLogs`; its copies are a minute apart. Statistics and events are not copied.
 */
export async function copyLogs(redis: Redis, connectionId: string, count: number): Promise<void> {
  const own = `erp_sync_log:{${connectionId}}`
  const members = await redis.zrange(`${own}:index:all`, '0', '-1')
  const originals = await Promise.all(members.map((member) => readLog(redis, own, member.slice(9))))
  for (let copied = 0, minutes = 1; copied < count - members.length; minutes += 1) {
    const batch = redis.pipeline()
    for (const { id, at, json, lists } of originals.slice(0, count - members.length - copied)) {
      const later = new Date(at.getTime() + minutes * 60_000)
      const copyId = runIdFor(connectionId, later, id.slice(-6))
      const { fields, phases } = JSON.parse(
        json
          .replaceAll(id, copyId)
          .replaceAll(String(at.getTime()), String(later.getTime()))
          .replaceAll(at.toISOString(), later.toISOString()),
      ) as Stored
      batch.hset(`${own}:${copyId}`, fields)
      batch.rpush(`${own}:${copyId}:phases`, ...phases)
      for (const list of lists)
        for (const index of [`${own}:index:${list}`, `erp_sync_logs:{index}:${list}`])
          batch.zadd(index, 0, `${copyId.slice(20, 29)}${copyId}`)
      copied += 1
    }
    await batch.exec()
  }
}

interface Stored {
  readonly fields: Readonly<Record<string, string>>
  readonly phases: readonly string[]
}

async function readLog(redis: Redis, own: string, id: string) {
  const [fields, phases] = await Promise.all([redis.hgetall(`${own}:${id}`), redis.lrange(`${own}:${id}:phases`, 0, -1)])
  const { dataType, queuedAt } = JSON.parse(fields.doc ?? '') as { readonly dataType: string; readonly queuedAt: string }
  const stored: Stored = { fields, phases }
  return { id, at: new Date(queuedAt), json: JSON.stringify(stored), lists: ['all', `type:${dataType}`, `status:${fields.status}`] }
}
