import { AppError, type Stopwatch } from '@linkspan/core'
import slotOf from 'cluster-key-slot'
import { Cluster } from 'ioredis'
import type { RedisClient } from './client.ts'

import { parseReplication } from './replication.ts'

const ackWithinMs = 1000
/** A replica that has vanished counts for this long: in a failover it is the new master. After that, Redis is taken to run without one. */
const rememberedMs = 60_000

/**
 * Returns a function that resolves when a replica has everything that was written to the node of `key`: true if the node has replicas, false
 * if it has none. It throws `store.unavailable` if no replica has everything in time.
 */
export function createReplicaWait(client: RedisClient, stopwatch: Stopwatch): (key: string) => Promise<boolean> {
  const seenAt = new Map<string, number>()
  return async (key) => {
    const place = client instanceof Cluster ? masterOf(key, client) : ''
    const [before] = await askNode(client, key, [info])
    const node = parseReplication(String(before))
    // A master that was a replica has been seen with another one by somebody, though perhaps not by this process.
    if (node.replicaCount > 0 || (node.wasPromoted && !seenAt.has(place))) seenAt.set(place, stopwatch())
    else if (stopwatch() - (seenAt.get(place) ?? Number.NEGATIVE_INFINITY) > rememberedMs) return false

    const [, after] = await askNode(client, key, [['wait', 1, ackWithinMs], info])
    const now = parseReplication(String(after))
    // The answer to WAIT is not enough: on a connection that was lost in between, it is for nothing that was written before.
    const isSame = node.isMaster && now.isMaster && now.history === node.history
    if (isSame && now.acknowledged.some((offset) => offset >= node.offset)) return true
    throw notAcknowledged()
  }
}

/** `host:port` of the master that has a key, as far as the client knows. */
const masterOf = (key: string, { slots }: Cluster): string => slots[slotOf(key)]?.[0] ?? ''

type RedisCommand = readonly [name: string, ...args: (string | number)[]]
const info: RedisCommand = ['info', 'replication']

/** The answers of the node that holds `key`. In a cluster, EXISTS leads the commands there. */
async function askNode(client: RedisClient, key: string, commands: readonly RedisCommand[]): Promise<readonly unknown[]> {
  const answers = (await client.pipeline([['exists', key], ...commands.map((command) => [...command])]).exec()) ?? []
  for (const [error] of answers) if (error) throw notAcknowledged(error)
  return answers.slice(1).map(([, answer]) => answer)
}

const notAcknowledged = (cause?: Error) =>
  new AppError('store.unavailable', 'No replica of Redis has acknowledged what is about to be sent to the ERP', { cause })
