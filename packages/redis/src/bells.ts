import type { RedisClient } from './client.ts'
import type { Keys } from './keys.ts'

/** Rings when a run or test changed. A ring may be missed, so whoever waits looks again after `wait`'s time in any case. */
export interface Bell extends Disposable {
  /** Resolves when it rang since the last time, after `ms`, or when `signal` aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

export interface Bells extends AsyncDisposable {
  listen(id: string): Bell
}

/** Bells over Redis pub/sub: one connection for all of them, made when the first one is wanted. */
export function createBells(connectSubscriber: () => RedisClient, keys: Keys): Bells {
  const listeners = new Map<string, Set<() => void>>()
  let subscriber: RedisClient | null = null

  const subscribed = (): RedisClient => {
    if (subscriber) return subscriber
    subscriber = connectSubscriber()
    subscriber.on('message', (channel: string) => {
      for (const ring of listeners.get(channel) ?? []) ring()
    })
    return subscriber
  }
  const ignore = () => {} // a bell that cannot be hung is made up for by looking again

  return {
    listen(id) {
      const channel = keys.bell(id)
      let rung = false
      let wake = () => {}
      const ring = () => {
        rung = true
        wake()
      }
      const others = listeners.get(channel)
      if (others) others.add(ring)
      else {
        listeners.set(channel, new Set([ring]))
        subscribed().subscribe(channel).catch(ignore)
      }
      return {
        async wait(ms, signal) {
          if (!rung && !signal.aborted) {
            await new Promise<void>((resolve) => {
              wake = () => {
                clearTimeout(timer)
                signal.removeEventListener('abort', wake)
                resolve()
              }
              const timer = setTimeout(wake, ms)
              signal.addEventListener('abort', wake)
            })
          }
          rung = false
        },
        [Symbol.dispose]() {
          const all = listeners.get(channel)
          all?.delete(ring)
          if (all?.size !== 0) return
          listeners.delete(channel)
          subscriber?.unsubscribe(channel).catch(ignore)
        },
      }
    },
    async [Symbol.asyncDispose]() {
      subscriber?.disconnect()
    },
  }
}
