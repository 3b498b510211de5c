import { ConnectionStatus, connectionStatuses } from '@linkspan/core'
import { z } from 'zod'
import type { RedisClient } from '../client.ts'
import { indexMember, type Keys } from '../keys.ts'

const Created = z.object({ createdAt: z.string() })

/** Moves a connection, by its id, to its present status in the index over all connections. Does nothing if the connection was deleted. */
export function statusIndex(client: RedisClient, keys: Keys): (id: string) => Promise<void> {
  return async (id) => {
    const [doc, stored] = await client.hmget(keys.connection(id), 'doc', 'status')
    const created = Created.safeParse(JSON.parse(doc ?? 'null'))
    const status = ConnectionStatus.safeParse(stored)
    if (!created.success || !status.success) return
    const member = indexMember(created.data.createdAt, id)
    const move = client.multi().zadd(keys.connectionIndex(`status:${status.data}`), 0, member)
    for (const other of connectionStatuses) if (other !== status.data) move.zrem(keys.connectionIndex(`status:${other}`), member)
    await move.exec()
  }
}
