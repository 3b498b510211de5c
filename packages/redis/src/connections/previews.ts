import { AskedOfWorker, PreviewOutcome, type Previews } from '@linkspan/core'
import { z } from 'zod'
import { type ChangeNotifier, readUntilFound } from '../change-notifier.ts'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'

const outcomeMs = 60_000

/** The value of a preview's key: first the request, then its outcome. */
const Stored = z.union([z.object({ request: AskedOfWorker }), z.object({ outcome: PreviewOutcome })])

export function redisPreviews(client: RedisClient, keys: Keys, changes: ChangeNotifier): Previews {
  const read = async (previewId: string) => {
    const stored = await client.get(keys.preview(previewId))
    return stored === null ? null : Stored.parse(JSON.parse(stored))
  }
  const outcomeOf = async (previewId: string): Promise<PreviewOutcome | null> => {
    const stored = await read(previewId)
    return stored && 'outcome' in stored ? stored.outcome : null
  }
  return {
    async ask(previewId, request, ttlMs) {
      await client.set(keys.preview(previewId), JSON.stringify({ request }), 'PX', ttlMs)
    },
    async asked(previewId) {
      const stored = await read(previewId)
      return stored && 'request' in stored ? stored.request : null
    },
    async answer(previewId, outcome) {
      await client.set(keys.preview(previewId), JSON.stringify({ outcome }), 'PX', outcomeMs, 'XX')
      await client.publish(keys.channel(previewId), 'done')
    },
    wait: (previewId, signal) => readUntilFound(changes, previewId, () => outcomeOf(previewId), signal),
    async forget(previewId) {
      await client.del(keys.preview(previewId))
    },
  }
}
