import type { Clock, EventSource } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'

/** A mark that is younger than this is not removed, so a source need not be marked again so soon. */
export const markLastsMs = 30_000
const markAgainMs = markLastsMs / 3

/**
 * Marks a source as one that may have new events. It is called before the step that emits them: looking into a log without new events does
 * no harm, and an event that nobody looks for would. A source that this process has just marked is not marked again.
 */
function createEventMarks(client: RedisClient, keys: Keys, clock: Clock): (source: EventSource) => Promise<void> {
  const marked = new Map<EventSource, number>()
  return async (source) => {
    const now = clock.now().getTime()
    if (now - (marked.get(source) ?? 0) < markAgainMs) return
    await client.zadd(keys.eventSources, now, source)
    if (marked.size > 10_000) marked.clear()
    marked.set(source, now)
  }
}

/** Makes a call of a script that adds events to the log of a source: it takes the source and what the script takes. */
export type EmittingCalls = <Call>(script: (call: Call) => Promise<unknown>) => (source: EventSource, call: Call) => Promise<unknown>

/**
 * Marks the source before each call, and once more behind one that took so long that the mark may be gone: Redis was away, or this process
 * was frozen.
 */
export function createEmittingCalls(client: RedisClient, keys: Keys, clock: Clock): EmittingCalls {
  const mark = createEventMarks(client, keys, clock)
  return (script) => async (source, call) => {
    await mark(source)
    const begun = clock.now().getTime()
    try {
      return await script(call)
    } finally {
      if (clock.now().getTime() - begun >= markAgainMs) await mark(source)
    }
  }
}
