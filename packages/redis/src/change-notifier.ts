import type { RedisClient } from './client.ts'
import type { Keys } from './keys.ts'

/** Wakes up when a run or test has changed. A notification can be lost, so `wait` also returns after a while without one. */
export interface ChangeListener extends Disposable {
  /** Resolves if there was a notification since the last wait, otherwise with the next one, after `ms`, or when `signal` aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

export interface ChangeNotifier extends AsyncDisposable {
  listen(id: string): ChangeListener
}

/** Notifications over Redis pub/sub, on one connection that is opened for the first listener. */
export function createChangeNotifier(connectSubscriber: () => RedisClient, keys: Keys): ChangeNotifier {
  const listeners = new Map<string, Set<() => void>>()
  let subscriber: RedisClient | null = null

  const subscribed = (): RedisClient => {
    if (subscriber) return subscriber
    subscriber = connectSubscriber()
    subscriber.on('message', (channel: string) => {
      for (const notify of listeners.get(channel) ?? []) notify()
    })
    return subscriber
  }
  const ignore = () => {} // without notifications, the waiting time of `wait` is enough

  return {
    listen(id) {
      const channel = keys.channel(id)
      let notified = false
      let wake = () => {}
      const notify = () => {
        notified = true
        wake()
      }
      const others = listeners.get(channel)
      if (others) others.add(notify)
      else {
        listeners.set(channel, new Set([notify]))
        subscribed().subscribe(channel).catch(ignore)
      }
      return {
        async wait(ms, signal) {
          if (!notified && !signal.aborted) {
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
          notified = false
        },
        [Symbol.dispose]() {
          const all = listeners.get(channel)
          all?.delete(notify)
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

/** A waiting reader reads again after this time even without a notification. */
export const rereadMs = 2000

/** Reads until there is a value, or until `signal` aborts: then it returns null. It reads at once, and again with each change of `id`. */
export async function readUntilFound<Value>(
  changes: ChangeNotifier,
  id: string,
  read: () => Promise<Value | null>,
  signal: AbortSignal,
): Promise<Value | null> {
  using listener = changes.listen(id)
  for (;;) {
    const value = await read()
    if (value !== null || signal.aborted) return value
    await listener.wait(rereadMs, signal)
  }
}
