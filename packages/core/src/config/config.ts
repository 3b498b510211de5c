import { plainMessage } from '../kernel/plain-message.ts'
import type { OutboundPolicy } from '../kernel/ports.ts'
import type { SealingKey } from '../kernel/secret-box.ts'
import { type EffectiveSetting, effectiveSettings } from './effective-settings.ts'
import { aboutVariable, Environment } from './environment.ts'
import { exampleSecrets } from './environment-warnings.ts'

/** How Redis is reached. */
export type RedisTarget =
  | { readonly kind: 'single'; readonly url: string }
  | { readonly kind: 'cluster'; readonly nodes: readonly string[]; readonly url: string }
  | {
      readonly kind: 'sentinel'
      readonly sentinels: readonly string[]
      readonly master: string
      readonly url: string
      readonly login?: SentinelLogin
    }

/** How the sentinels themselves are called. */
export interface SentinelLogin {
  readonly username: string | null
  readonly password: string | null
  readonly tls: boolean
}

export interface ApiKey {
  readonly name: string
  readonly role: 'admin' | 'operator' | 'viewer'
  /** The secret itself, or `sha256:` and its digest in hex. */
  readonly secret: string
}

/** The environment's settings, grouped as the code uses them. */
export interface Config {
  readonly production: boolean
  /** The commit that the code was built from; null if nobody said. */
  readonly commit: string | null
  /** What tells this installation from others, to people. */
  readonly installation: { readonly name: string | null; readonly color: string | null }
  /** Every setting as it is in effect, without secrets. */
  readonly settings: readonly EffectiveSetting[]
  readonly logLevel: Environment['LOG_LEVEL']
  readonly redis: RedisTarget
  readonly keyPrefix: string
  /** Over how many hash tags the queues are spread. */
  readonly queueShards: number
  readonly encryptionKeys: readonly SealingKey[]
  readonly outbound: OutboundPolicy
  readonly api: {
    readonly host: string
    readonly port: number
    /** Proxies whose X-Forwarded-For is trusted: a number of hops, or addresses and ranges. Null trusts none. */
    readonly trustProxy: number | readonly string[] | null
    readonly compatBasePath: string
    readonly rateLimit: number
    readonly keys: readonly ApiKey[]
    readonly jwt: JwtConfig | null
  }
  readonly metrics: { readonly perConnection: boolean }
  /** How traces are written; null: nothing is traced. */
  readonly tracing: { readonly protocol: Environment['OTEL_EXPORTER_OTLP_PROTOCOL'] } | null
  readonly notifications: {
    /** Null: no mails can be sent. */
    readonly smtpUrl: string | null
    readonly mailFrom: string
    /** Where people reach this installation, without a slash at the end; null if unknown. */
    readonly publicUrl: string | null
  }
  readonly worker: {
    readonly port: number
    readonly concurrency: number
    /** How many bytes of answers it holds at the same time; null: as many as its heap bears. */
    readonly answerBytes: number | null
  }
  readonly sync: {
    readonly connectionConcurrency: number
    readonly timeSliceMs: number
    readonly scheduleJitterMs: number
    /** When the circuit of a connection opens, and how long it waits between probes. */
    readonly circuit: { readonly maxFailures: number; readonly minGapMs: number; readonly maxGapMs: number }
  }
  /** How long a browser stays signed in without doing anything, and at most. */
  readonly sessions: { readonly idleMs: number; readonly maxMs: number }
  readonly retention: { readonly days: number; readonly count: number }
}

export interface JwtConfig {
  readonly secret: string | null
  readonly jwksUrl: string | null
  readonly issuer: string | null
  readonly audience: string | null
  readonly roleClaim: string
}

/** The environment is not valid. `message` names each faulty variable with its fault and an example, but never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  /** `EX_CONFIG` of sysexits.h. */
  readonly exitCode = 78
}

type Variables = Readonly<Record<string, string | undefined>>

/** Reads the environment once. `role` decides what is required: only the API needs API keys or JWT. Throws a `ConfigError`. */
export function loadConfig(variables: Variables, role: 'api' | 'worker'): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  if (variables.COMPAT_BASE_PATH === '') given.COMPAT_BASE_PATH = ''
  const parsed = Environment.safeParse(given)
  const faults = parsed.success
    ? missing(parsed.data, role)
    : parsed.error.issues.map((issue) => ({ name: String(issue.path[0]), fault: plainMessage(issue.message) }))
  if (!parsed.success || faults.length > 0) {
    const lines = faults.map(({ name, fault }) => `  ${name} ${fault}. Example: ${name}=${ownSecrets[name] ?? aboutVariable(name).example}`)
    throw new ConfigError(`The settings are not valid:\n${lines.join('\n')}\nSee .env.example for all of them.`)
  }
  return toConfig(parsed.data, effectiveSettings(given))
}

/** How to make secrets of one's own: the examples in .env.example are refused in production. */
const ownSecrets: Readonly<Record<string, string>> = {
  ENCRYPTION_KEYS: '2026a:$(openssl rand -base64 32)',
  API_KEYS: 'ops:admin:$(openssl rand -hex 24)',
  JWT_SECRET: '$(openssl rand -hex 32)',
}

function missing(env: Environment, role: 'api' | 'worker') {
  const faults: { name: string; fault: string }[] = []
  if (env.REDIS_SENTINELS && !env.REDIS_SENTINEL_MASTER)
    faults.push({ name: 'REDIS_SENTINEL_MASTER', fault: 'is needed with REDIS_SENTINELS' })
  if (env.NODE_ENV !== 'production') return faults
  for (const name of exampleSecrets(env))
    faults.push({ name, fault: 'is the example of .env.example, which everybody knows; make your own' })
  if (!env.ENCRYPTION_KEYS) faults.push({ name: 'ENCRYPTION_KEYS', fault: 'is needed in production' })
  if (role === 'api' && !env.API_KEYS && !env.JWT_SECRET && !env.JWT_JWKS_URL) {
    faults.push({ name: 'API_KEYS', fault: '(or JWT_SECRET, or JWT_JWKS_URL) is needed in production' })
  }
  return faults
}

function toConfig(env: Environment, settings: readonly EffectiveSetting[]): Config {
  const production = env.NODE_ENV === 'production'
  return {
    production,
    commit: env.LINKSPAN_COMMIT ?? null,
    installation: { name: env.INSTALLATION_NAME ?? null, color: env.INSTALLATION_COLOR ?? null },
    settings,
    logLevel: env.LOG_LEVEL,
    redis: redisTarget(env),
    keyPrefix: env.KEY_PREFIX,
    queueShards: env.QUEUE_SHARDS,
    encryptionKeys: env.ENCRYPTION_KEYS ?? [],
    outbound: {
      allowPrivate: env.OUTBOUND_ALLOW_PRIVATE ?? !production,
      sendsTraceparent: env.TRACEPARENT_TO_ERPS,
      ...((env.HTTP_PROXY || env.HTTPS_PROXY) && {
        proxy: { http: env.HTTP_PROXY, https: env.HTTPS_PROXY, except: env.NO_PROXY ?? [] },
      }),
    },
    api: {
      host: env.HOST,
      port: env.PORT,
      trustProxy: env.TRUST_PROXY ?? null,
      compatBasePath: env.COMPAT_BASE_PATH,
      rateLimit: env.RATE_LIMIT,
      keys: env.API_KEYS ?? [],
      jwt:
        env.JWT_SECRET || env.JWT_JWKS_URL
          ? {
              secret: env.JWT_SECRET ?? null,
              jwksUrl: env.JWT_JWKS_URL ?? null,
              issuer: env.JWT_ISSUER ?? null,
              audience: env.JWT_AUDIENCE ?? null,
              roleClaim: env.JWT_ROLE_CLAIM,
            }
          : null,
    },
    metrics: { perConnection: env.METRICS_PER_CONNECTION },
    tracing: isTraced(env) ? { protocol: env.OTEL_EXPORTER_OTLP_PROTOCOL } : null,
    notifications: { smtpUrl: env.SMTP_URL ?? null, mailFrom: env.MAIL_FROM, publicUrl: env.PUBLIC_URL ?? null },
    worker: {
      port: env.WORKER_PORT,
      concurrency: env.WORKER_CONCURRENCY,
      answerBytes: env.ANSWER_MEMORY_MB === undefined ? null : env.ANSWER_MEMORY_MB * 1024 * 1024,
    },
    sync: {
      connectionConcurrency: env.CONNECTION_CONCURRENCY,
      timeSliceMs: env.SYNC_TIME_SLICE_MS,
      scheduleJitterMs: env.SCHEDULE_JITTER_MS,
      circuit: { maxFailures: 5, minGapMs: 60_000, maxGapMs: 3_600_000 },
    },
    sessions: { idleMs: env.ADMIN_SESSION_IDLE * 1000, maxMs: env.ADMIN_SESSION_MAX * 1000 },
    retention: { days: env.LOG_RETENTION_DAYS, count: env.LOG_RETENTION_COUNT },
  }
}

/** OpenTelemetry would trace unless told not to; Linkspan traces if told where to. */
function isTraced(env: Environment): boolean {
  if (env.OTEL_SDK_DISABLED || env.OTEL_TRACES_EXPORTER === 'none') return false
  return [env.OTEL_TRACES_EXPORTER, env.OTEL_EXPORTER_OTLP_ENDPOINT, env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT].some(Boolean)
}

function redisTarget(env: Environment): RedisTarget {
  const url = env.REDIS_URL
  if (env.REDIS_CLUSTER_NODES) return { kind: 'cluster', nodes: env.REDIS_CLUSTER_NODES, url }
  if (env.REDIS_SENTINELS) {
    const login = {
      username: env.REDIS_SENTINEL_USERNAME ?? null,
      password: env.REDIS_SENTINEL_PASSWORD ?? null,
      tls: env.REDIS_SENTINEL_TLS ?? false,
    }
    const isOpen = !login.username && !login.password && !login.tls
    return { kind: 'sentinel', sentinels: env.REDIS_SENTINELS, master: env.REDIS_SENTINEL_MASTER ?? '', url, ...(!isOpen && { login }) }
  }
  return { kind: 'single', url }
}
