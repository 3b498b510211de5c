import { isIP } from 'node:net'
import { z } from 'zod'
import { installationVariables } from './installation-variables.ts'
import { notificationVariables } from './notification-variables.ts'
import { tracingVariables } from './tracing-variables.ts'
import { type About, about, aboutSecret, truth, url } from './variable.ts'

const wholeNumber = (min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`))
    .default(fallback)

const hostAndPort = /^[^,:\s]+:\d{1,5}$/
const nodes = z
  .string()
  .transform((list) => list.split(',').map((node) => node.trim()))
  .refine((list) => list.every((node) => hostAndPort.test(node)), 'must be host:port, separated by commas')

const base64Key = /^[A-Za-z0-9_-]+:[A-Za-z0-9+/]{43}=$/
const encryptionKeys = z
  .string()
  .transform((list) => list.split(',').map((entry) => entry.trim()))
  .refine((list) => list.every((entry) => base64Key.test(entry)), 'each key must be an id, a colon and 32 bytes in base64')
  .transform((list) =>
    list.map((entry) => {
      const at = entry.indexOf(':')
      return { id: entry.slice(0, at), bytes: Buffer.from(entry.slice(at + 1), 'base64') }
    }),
  )

const apiKey = /^([A-Za-z0-9._-]+):(admin|operator|viewer):(sha256:[0-9a-fA-F]{64}|[^:,\s]{8,})$/
const apiKeys = z
  .string()
  .transform((list) => list.split(',').map((entry) => apiKey.exec(entry.trim())))
  .refine(
    (list) => list.every((match) => match !== null),
    'each key must be name:role:secret with a role of admin, operator, viewer and a secret of at least 8 characters, or sha256: and 64 hex digits',
  )
  .refine((list) => new Set(list.map((match) => match?.[1])).size === list.length, 'must not give two keys the same name')
  .transform((list) =>
    list.map((match) => ({ name: match?.[1] ?? '', role: match?.[2] as 'admin' | 'operator' | 'viewer', secret: match?.[3] ?? '' })),
  )

const isAddressOrRange = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  return (
    version !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  )
}
const proxies = z
  .string()
  .transform((text) => (/^[1-9]\d?$/.test(text) ? Number(text) : text.split(',').map((part) => part.trim())))
  .refine(
    (value) => typeof value === 'number' || value.every(isAddressOrRange),
    'must be a number of hops from 1 to 99, or addresses and ranges, separated by commas',
  )

/** Every environment variable, in one flat schema. No other file knows their names. */
export const Environment = z.object({
  NODE_ENV: about(
    z.enum(['production', 'development', 'test'], { error: 'must be production, development or test' }).default('development'),
    'In production the processes refuse to start without keys.',
    'production',
  ),
  HOST: about(z.string().min(1).default('127.0.0.1'), 'The address on which the API listens.', '0.0.0.0'),
  PORT: about(wholeNumber(0, 65_535, 3000), 'The port on which the API listens; 0 takes any free port.', '3000'),
  REDIS_URL: about(
    url(['redis:', 'rediss:']).default('redis://127.0.0.1:6379/0'),
    'The Redis that holds store and queues. It needs maxmemory-policy noeviction; use AOF, so that nothing acknowledged is lost.',
    'redis://127.0.0.1:6379/0',
  ),
  REDIS_CLUSTER_NODES: about(nodes.optional(), 'Some nodes of a Redis cluster, if Redis is a cluster.', '10.0.0.1:6379,10.0.0.2:6379'),
  REDIS_SENTINELS: about(nodes.optional(), 'The sentinels, if Redis is behind Sentinel.', '10.0.0.1:26379,10.0.0.2:26379'),
  REDIS_SENTINEL_MASTER: about(z.string().min(1).optional(), 'The name of the master that the sentinels monitor.', 'mymaster'),
  REDIS_SENTINEL_USERNAME: about(z.string().min(1).optional(), 'The user of the sentinels, if they have ACLs.', 'linkspan'),
  REDIS_SENTINEL_PASSWORD: aboutSecret(
    z.string().min(1).optional(),
    'The password of the sentinels; that of Redis itself is in REDIS_URL.',
    'a-long-random-secret',
  ),
  REDIS_SENTINEL_TLS: about(
    truth.optional(),
    'Whether the sentinels are called with TLS; for Redis itself, rediss: in REDIS_URL says so.',
    'false',
  ),
  KEY_PREFIX: about(
    z
      .string()
      .regex(/^[A-Za-z0-9:_.-]*$/, 'may hold letters, digits and : _ . -')
      .default(''),
    'A prefix for every key, so that several installations can share one Redis.',
    'staging:',
  ),
  QUEUE_SHARDS: about(
    wholeNumber(1, 64, 1),
    'Over how many shards the queues are spread, for a Redis cluster whose queues are too much for one of its nodes. All processes need the same number.',
    '4',
  ),
  ENCRYPTION_KEYS: aboutSecret(
    encryptionKeys.optional(),
    'Keys that encrypt the stored ERP credentials, each as id:base64 of 32 bytes. The first encrypts, all decrypt. Make one with: openssl rand -base64 32',
    '2026a:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
  ),
  API_KEYS: aboutSecret(
    apiKeys.optional(),
    'Keys of the callers, each as name:role:secret with the role admin, operator or viewer. A secret may be given as sha256:<hex>.',
    'ops:admin:a-long-random-secret',
  ),
  JWT_SECRET: aboutSecret(
    z.string().min(32, 'must have at least 32 characters').optional(),
    'Accepts bearer tokens that are signed with HS256 and this secret.',
    'at-least-32-characters-of-randomness',
  ),
  JWT_JWKS_URL: about(
    url(['https:', 'http:']).optional(),
    'Accepts bearer tokens that are signed with a key of this JWKS.',
    'https://login.example.com/.well-known/jwks.json',
  ),
  JWT_ISSUER: about(z.string().min(1).optional(), 'The issuer that tokens must name.', 'https://login.example.com/'),
  JWT_AUDIENCE: about(z.string().min(1).optional(), 'The audience that tokens must name.', 'linkspan'),
  JWT_ROLE_CLAIM: about(
    z.string().min(1).default('role'),
    'The JWT claim that holds the role (admin, operator or viewer). It may be a path with dots.',
    'role',
  ),
  TRUST_PROXY: about(
    proxies.optional(),
    'Proxies whose X-Forwarded-For is trusted, for the audit trail and the rate limit: their addresses and ranges, or their number if no caller can bypass them. Default: none.',
    '10.0.0.0/8,::1',
  ),
  COMPAT_BASE_PATH: about(
    z
      .string()
      .regex(/^(\/[A-Za-z0-9._~-]+)*$/, 'must be empty or a path that begins with a slash and does not end with one')
      .refine(
        (path) => !/^\/(api\/v1|docs|admin|healthz|readyz|metrics|openapi\.json)(\/|$)/.test(path),
        'must not be a path that Linkspan itself uses',
      )
      .default('/make-server-6fcaeea3'),
    'A second base path for the same routes, so that existing clients work unchanged. Empty switches it off.',
    '/make-server-6fcaeea3',
  ),
  WORKER_PORT: about(
    wholeNumber(0, 65_535, 3001),
    'The port for health and metrics of a worker. If it is in use, the next free one is taken; 0 takes any.',
    '3001',
  ),
  WORKER_CONCURRENCY: about(wholeNumber(1, 1000, 10), 'How many jobs one worker process executes at the same time.', '10'),
  ANSWER_MEMORY_MB: about(
    z
      .string()
      .pipe(wholeNumber(1, 65_536, 1).unwrap())
      .optional(),
    'How many megabytes of answers from ERPs, and of files, one worker holds at the same time: further ones wait, and a larger answer is refused. Default: an eighth of its heap limit.',
    '256',
  ),
  CONNECTION_CONCURRENCY: about(wholeNumber(1, 100, 2), 'How many syncs of one connection work at the same time, over all workers.', '2'),
  SYNC_TIME_SLICE_MS: about(
    wholeNumber(100, 86_400_000, 30_000),
    'The time slice of a sync: if other work waits after this time, the sync stores its checkpoint and goes to the back of the queue.',
    '30000',
  ),
  SCHEDULE_JITTER_MS: about(
    wholeNumber(0, 3_600_000, 60_000),
    'The maximum delay that is added to the start of a schedule to spread the load; 0 adds none.',
    '60000',
  ),
  OUTBOUND_ALLOW_PRIVATE: about(
    truth.optional(),
    'Whether connections may point at loopback, link-local and private addresses. Default: only in development.',
    'false',
  ),
  HTTPS_PROXY: about(
    url(['http:', 'https:']).optional(),
    'The proxy through which ERPs with https:// addresses are called. Their addresses are still checked here, so their names must be known here.',
    'http://user:password@proxy.example.com:3128',
  ),
  HTTP_PROXY: about(url(['http:', 'https:']).optional(), 'The same for ERPs with http:// addresses.', 'http://proxy.example.com:3128'),
  NO_PROXY: about(
    z
      .string()
      .transform((list) => list.split(/[,\s]+/).filter((entry) => entry !== ''))
      .optional(),
    'Hosts and domains that are called without the proxy, with commas in between; * for all. This machine itself always is.',
    'erp.internal,.example.com',
  ),
  ...notificationVariables,
  RATE_LIMIT: about(
    wholeNumber(0, 10_000_000, 6000),
    'Requests a minute for each key; callers without a key get a hundredth of it. 0 switches the limit off.',
    '6000',
  ),
  ADMIN_SESSION_IDLE: about(
    wholeNumber(60, 604_800, 28_800),
    'How long, in seconds, somebody stays signed in at the admin pages without doing anything.',
    '28800',
  ),
  ADMIN_SESSION_MAX: about(
    wholeNumber(60, 2_592_000, 86_400),
    'How long, in seconds, somebody stays signed in at the admin pages at most.',
    '86400',
  ),
  METRICS_PER_CONNECTION: about(
    truth.default(false),
    'Whether metrics name the connection. Each connection then has its own time series.',
    'true',
  ),
  ...tracingVariables,
  LOG_RETENTION_DAYS: about(wholeNumber(1, 3650, 90), 'How many days the logs of syncs are kept.', '90'),
  LOG_RETENTION_COUNT: about(wholeNumber(1, 1_000_000, 5000), 'How many logs of syncs are kept for each connection.', '5000'),
  ...installationVariables,
  LINKSPAN_COMMIT: about(
    z
      .string()
      .regex(/^[\w.-]{1,64}$/, 'must be a commit id')
      .optional(),
    'The commit that the code was built from, which /readyz, the metrics and the log show. The image sets it.',
    'b894d2b',
  ),
  LOG_LEVEL: about(
    z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
        error: 'must be one of trace, debug, info, warn, error, fatal, silent',
      })
      .default('info'),
    'The lowest level that is logged.',
    'info',
  ),
})
export type Environment = z.infer<typeof Environment>

export const aboutVariable = (name: string): About => (Environment.shape as Record<string, z.ZodType>)[name]?.meta() as unknown as About

/** Returns the content of `.env.example`, so that it cannot drift from the schema. */
export function describeEnvironment(): string {
  const blocks = Object.entries(Environment.shape).map(([name, schema]) => {
    const { description, example } = aboutVariable(name)
    const fallback = (schema as z.ZodType).safeParse(undefined)
    const value = fallback.success ? fallback.data : undefined
    return value === undefined ? `# ${description}\n# ${name}=${example}` : `# ${description}\n${name}=${String(value)}`
  })
  return `# Settings of Linkspan. Every one is optional in development.\n\n${blocks.join('\n\n')}\n`
}
