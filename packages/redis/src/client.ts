import { AppError, type Logger, type RedisTarget } from '@linkspan/core'
import { Cluster, Redis } from 'ioredis'

export type RedisClient = Redis | Cluster

/** `fail`: a command fails at once while Redis is away. `wait`: it waits, and is sent again when Redis is back. */
export type WhenAway = 'fail' | 'wait'

/** A paused or hanging Redis is as good as none, for someone who waits for an answer. */
const commandTimeoutMs = 5000
const slowestReconnectMs = 1000

const retryStrategy = (attempt: number): number => Math.min(slowestReconnectMs, attempt * 50)

const optionsFor = (whenAway: WhenAway) => ({
  retryStrategy,
  connectTimeout: 5000,
  ...(whenAway === 'wait'
    ? { maxRetriesPerRequest: null, enableOfflineQueue: true }
    : { maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: commandTimeoutMs, autoResendUnfulfilledCommands: false }),
})

const toNode = (address: string) => {
  const at = address.lastIndexOf(':')
  return { host: address.slice(0, at), port: Number(address.slice(at + 1)) }
}

/** What the URL says of user, password, database and TLS, for the targets that are found by other addresses. */
function fromUrl(url: string) {
  const { username, password, protocol, pathname } = new URL(url)
  return {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
    db: Number(pathname.slice(1)) || 0,
  }
}

/** A new connection under the one policy for store and queues. It connects by itself, and again after every loss. */
export function connect(target: RedisTarget, whenAway: WhenAway, logger: Logger): RedisClient {
  const client = open(target, optionsFor(whenAway))
  let away = false
  client.on('error', (error) => {
    if (!away) logger.warn({ error: error.message }, 'Redis is away; connecting again')
    away = true
  })
  client.on('ready', () => {
    if (away) logger.info({}, 'Redis is back')
    away = false
  })
  return client
}

function open(target: RedisTarget, options: ReturnType<typeof optionsFor>): RedisClient {
  switch (target.kind) {
    case 'single':
      return new Redis(target.url, options)
    case 'sentinel':
      return new Redis({ ...fromUrl(target.url), ...options, sentinels: target.sentinels.map(toNode), name: target.master })
    case 'cluster': {
      const { db: _, ...redisOptions } = { ...fromUrl(target.url), ...options }
      return new Cluster(target.nodes.map(toNode), {
        redisOptions,
        clusterRetryStrategy: retryStrategy,
        enableOfflineQueue: options.enableOfflineQueue,
      })
    }
  }
}

const awayPattern =
  /Connection is closed|Stream isn't writeable|max retries per request|Command timed out|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|LOADING|READONLY|CLUSTERDOWN|MASTERDOWN|ClusterAllFailed|Failed to refresh slots|OOM command|NOAUTH|WRONGPASS|NOPERM|MISCONF/

/** Names the failures that mean "Redis is away, full, or refuses us"; all else stays what it is. */
export function toStoreError(thrown: unknown): unknown {
  if (thrown instanceof AppError || !(thrown instanceof Error)) return thrown
  if (!awayPattern.test(`${thrown.name} ${thrown.message}`)) return thrown
  return new AppError('store.unavailable', 'Redis does not answer', { cause: thrown })
}

/** The same port, whose failures are named by `toStoreError`. */
export function guarded<Port extends object>(port: Port): Port {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        const result: unknown = member.apply(target, args)
        return result instanceof Promise
          ? result.catch((thrown) => {
              throw toStoreError(thrown)
            })
          : isAsyncIterable(result)
            ? guardedItems(result)
            : result
      }
    },
  })
}

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

async function* guardedItems(items: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  try {
    yield* items
  } catch (thrown) {
    throw toStoreError(thrown)
  }
}
