import { Cluster } from 'ioredis'
import type { RedisClient } from './client.ts'

/** What a Redis says of itself. */
export interface NodeInfo {
  /** `host:port` of a master of a cluster; null if there is one Redis. */
  readonly node: string | null
  readonly info: string
}

/** INFO of the one Redis, or of each master of a cluster that answers. */
export async function readInfos(client: RedisClient): Promise<readonly NodeInfo[]> {
  const any = { node: null, info: `${await client.info()}` } // once a cluster has answered, it knows its masters
  if (!(client instanceof Cluster)) return [any]
  const asked = client.nodes('master').map(async (master) => {
    const { host, port } = master.options
    return { node: `${host}:${port}`, info: `${await master.info()}` }
  })
  const told = (await Promise.allSettled(asked)).flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  return told.length > 0 ? told : [any]
}
