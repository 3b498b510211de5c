import { certificateFault, type Logger, type RedisTarget } from '@linkspan/core'
import { Cluster, Redis } from 'ioredis'
import { gatherWrites } from './gather-writes.ts'

export type RedisClient = Redis | Cluster

/**
 * What a command does while Redis is away. `fail`: it fails at once. `wait`: it waits, and is sent again when Redis is back. The first is for
 * what answers many callers at once, so their commands are sent together.
 */
export type OfflinePolicy = 'fail' | 'wait'

/** For `fail`: a Redis that hangs for longer counts as away, so the connection is dropped and the next command fails at once. */
const failTimeoutMs = 1500
/** For `wait`: longer than BullMQ waits for a job in one command. Only this shows that a host has vanished. */
const waitTimeoutMs = 30_000
const maxReconnectMs = 1000

const retryStrategy = (attempt: number): number => Math.min(maxReconnectMs, attempt * 50)

const optionsFor = (offlinePolicy: OfflinePolicy) => ({
  retryStrategy,
  connectTimeout: 5000,
  ...(offlinePolicy === 'wait'
    ? {
        maxRetriesPerRequest: null,
        enableOfflineQueue: true,
        socketTimeout: waitTimeoutMs,
        reconnectOnError: (error: Error) => (isReplica(error) ? reconnectAndResend : false),
      }
    : {
        maxRetriesPerRequest: 0,
        enableOfflineQueue: false,
        commandTimeout: failTimeoutMs,
        socketTimeout: failTimeoutMs,
        autoResendUnfulfilledCommands: false,
        reconnectOnError: isReplica,
      }),
})

const reconnectAndResend = 2
/** A former master answers so after a failover. A new connection finds the new master. */
const isReplica = ({ message }: Error): boolean => message.startsWith('READONLY')

const toNode = (address: string) => {
  const at = address.lastIndexOf(':')
  return { host: address.slice(0, at), port: Number(address.slice(at + 1)) }
}

/** User, password, database and TLS from the URL, for targets whose addresses are configured elsewhere. */
function fromUrl(url: string) {
  const { username, password, protocol, pathname } = new URL(url)
  return {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
    db: Number(pathname.slice(1)) || 0,
  }
}

function sentinelLogin({ login }: Extract<RedisTarget, { readonly kind: 'sentinel' }>) {
  return {
    ...(login?.username && { sentinelUsername: login.username }),
    ...(login?.password && { sentinelPassword: login.password }),
    ...(login?.tls && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
  }
}

/** Opens a connection, which reconnects after every loss. It logs a kind of failure once, until Redis is back. */
export function connect(target: RedisTarget, offlinePolicy: OfflinePolicy, logger: Logger): RedisClient {
  const client = open(target, optionsFor(offlinePolicy))
  if (offlinePolicy === 'fail') gatherWrites(client)
  const redis = addressOf(target)
  let lastMessage = ''
  const logOnce = (level: 'error' | 'warn', error: Error, message: string) => {
    if (lastMessage !== message) logger[level]({ redis, error: error.message }, message)
    lastMessage = message
  }
  client.on('error', (error: NodeJS.ErrnoException) => {
    const fault = certificateFault(error.code)
    if (fault !== null) logOnce('error', error, `The certificate of Redis ${fault}, so nothing is sent to it; trying again`)
    else if (/^(WRONGPASS|NOAUTH)/.test(error.message))
      logOnce('error', error, 'Redis refuses the user or password of REDIS_URL; trying again')
    else logOnce('warn', error, 'Redis is away; connecting again')
  })
  client.on('ready', () => {
    if (lastMessage !== '') logger.info({ redis }, 'Redis is back')
    lastMessage = ''
  })
  return client
}

/** The address for logs, without the password. */
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
      return new Redis({
        ...fromUrl(target.url),
        ...options,
        sentinels: target.sentinels.map(toNode),
        name: target.master,
        ...sentinelLogin(target),
      })
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
