import type { Logger, RedisTarget } from '@linkspan/core'
import { Cluster, Redis } from 'ioredis'

export type RedisClient = Redis | Cluster

/** `fail`: a command fails at once while Redis is away. `wait`: it waits, and is sent again when Redis is back. */
export type OfflinePolicy = 'fail' | 'wait'

/** A hanging Redis is as good as none, for someone who waits for an answer: the connection is given up, and whoever comes next fails at once. */
const patienceMs = 1500
/** Longer than BullMQ waits for a job in one command. A host that vanished answers no more, and nothing else tells us. */
const workerPatienceMs = 30_000
const slowestReconnectMs = 1000

const retryStrategy = (attempt: number): number => Math.min(slowestReconnectMs, attempt * 50)

const optionsFor = (offlinePolicy: OfflinePolicy) => ({
  retryStrategy,
  connectTimeout: 5000,
  ...(offlinePolicy === 'wait'
    ? {
        maxRetriesPerRequest: null,
        enableOfflineQueue: true,
        socketTimeout: workerPatienceMs,
        reconnectOnError: (error: Error) => (isReplica(error) ? andSendAgain : false),
      }
    : {
        maxRetriesPerRequest: 0,
        enableOfflineQueue: false,
        commandTimeout: patienceMs,
        socketTimeout: patienceMs,
        autoResendUnfulfilledCommands: false,
        reconnectOnError: isReplica,
      }),
})

const andSendAgain = 2
/** After a failover the old master says so: the new one is found by connecting anew. */
const isReplica = ({ message }: Error): boolean => message.startsWith('READONLY')

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
export function connect(target: RedisTarget, offlinePolicy: OfflinePolicy, logger: Logger): RedisClient {
  const client = open(target, optionsFor(offlinePolicy))
  const redis = addressOf(target)
  let told = ''
  const tell = (level: 'error' | 'warn', error: Error, message: string) => {
    if (told !== message) logger[level]({ redis, error: error.message }, message)
    told = message
  }
  client.on('error', (error) => {
    if (/^(WRONGPASS|NOAUTH)/.test(error.message)) tell('error', error, 'Redis refuses the user or password of REDIS_URL; trying again')
    else tell('warn', error, 'Redis is away; connecting again')
  })
  client.on('ready', () => {
    if (told !== '') logger.info({ redis }, 'Redis is back')
    told = ''
  })
  return client
}

/** For logs: where Redis is, without the password. */
function addressOf(target: RedisTarget): string {
  if (target.kind === 'cluster') return target.nodes.join(',')
  if (target.kind === 'sentinel') return `${target.master} of ${target.sentinels.join(',')}`
  const url = new URL(target.url)
  url.password = ''
  return url.href
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
