import { jobContracts } from '@linkspan/core'
import type { Queue } from 'bullmq'
import type { RedisClient } from '../client.ts'
import { jobNames } from './producer.ts'
import { openQueue } from './queues.ts'

/** A queue as BullMQ's own object, for a board. */
export interface BoardQueue {
  readonly queue: Queue
  readonly description: string
  /** What stands before the queue's name; empty unless there are several shards. */
  readonly label: string
}

export interface Board {
  queues(): readonly BoardQueue[]
  disconnect(): void
}

/** The queues on a connection of their own, made by the first call: a board must not fail at once while Redis is away. */
export function createBoard(connectBoard: () => RedisClient, prefixes: readonly string[], onError: (error: Error) => void): Board {
  let opened: { readonly client: RedisClient; readonly queues: readonly BoardQueue[] } | null = null
  const open = () => {
    const client = connectBoard()
    const queues = prefixes.flatMap((prefix, shard) =>
      jobNames.map((name) => ({
        queue: openQueue(name, client, prefix, onError),
        description: jobContracts[name].description,
        label: shard === 0 ? '' : `${shard}-`,
      })),
    )
    return { client, queues }
  }
  return {
    queues() {
      opened ??= open()
      return opened.queues
    },
    disconnect: () => opened?.client.disconnect(),
  }
}
