import { setTimeout as delay } from 'node:timers/promises'

/** What the promise resolves to, or `late` if that takes longer than `ms`. */
export async function within<Value>(promise: Promise<Value>, ms: number): Promise<Value | 'late'> {
  const timer = new AbortController()
  try {
    return await Promise.race([promise, delay(ms, 'late' as const, { signal: timer.signal })])
  } finally {
    timer.abort()
  }
}
