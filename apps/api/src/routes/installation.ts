import { aliveMs, bucketSpans, type Config, type Core, version } from '@linkspan/core'
import type { RedisPorts } from '@linkspan/redis'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problems } from '../http/problem.ts'
import { readWarnings } from './warnings.ts'

const count = z.int().min(0)

const Worker = z.object({
  id: z.string(),
  lastSeenAt: z.iso.datetime().describe('When it reported last.'),
  alive: z.boolean().describe('Whether it has reported in the last 30 s.'),
  skewMs: z.number().optional().describe('How far its clock is ahead of that of Redis, in milliseconds; absent if the clock is right.'),
})

const Queue = z.object({
  name: z.string(),
  active: count.describe('Jobs that a worker executes.'),
  waiting: count.describe('Jobs that could start now.'),
  delayed: count.describe('Jobs that wait for a time.'),
  failed: count.describe('Jobs that have failed; the board shows them.'),
})

const Key = z.object({
  name: z.string(),
  role: z.enum(['admin', 'operator', 'viewer']),
  lastUsedAt: z.iso.datetime().nullable().describe('To the minute; null if it was never used.'),
})

const Setting = z.object({
  name: z.string().describe('The environment variable.'),
  description: z.string().describe('What it is for.'),
  value: z.string().nullable().describe('What is in effect; null for a secret, and if there is neither a value nor a default.'),
  default: z.string().nullable().describe('What holds if it is not set; null if nothing does.'),
  isSet: z.boolean().describe('Whether the environment sets it.'),
  isSecret: z.boolean().describe('Its value is never shown.'),
})

const ForAdmins = 'Only admins see it.'

const Installation = z
  .object({
    name: z.string().nullable().describe('INSTALLATION_NAME; null if it is not set.'),
    color: z.string().nullable().describe('INSTALLATION_COLOR as `#rrggbb`; null if it is not set.'),
    version: z.string(),
    commit: z.string().nullable().describe('The commit that it was built from; null if the installation does not say it.'),
    startedAt: z.iso.datetime().describe('When the API process that answers was started.'),
    warnings: z.array(z.string()).describe('What needs a person, and what to do.'),
    workers: z.array(Worker).describe('Those that have reported within a day, the latest first.'),
    redis: z.object({
      version: z.string().nullable(),
      usedBytes: count.nullable().describe('The memory that it uses; null if it does not say.'),
      maxBytes: count.nullable().describe('How much it may use; null if there is no limit.'),
      warnings: z.array(z.string()).describe('Settings that put data at risk, and what to set.'),
    }),
    queues: z.array(Queue).describe('How many jobs each queue holds.'),
    retention: z
      .object({
        logDays: count.describe('How many days the logs of syncs are kept.'),
        logsPerConnection: count.describe('How many logs of syncs are kept for each connection.'),
        statisticsByHourDays: count.describe('How many days the statistics by hour are kept.'),
        statisticsByDayDays: count.describe('How many days the statistics by day are kept.'),
      })
      .describe('How long what is written down is kept.'),
    keys: z.array(Key).optional().describe(`The API keys, which API_KEYS holds. ${ForAdmins}`),
    seals: z
      .object({
        byKey: z.record(z.string(), count).describe('How many secrets are sealed with each encryption key, by its id.'),
        complete: z.boolean().describe('Whether all were counted: at most a thousand connections and a thousand webhooks are.'),
      })
      .optional()
      .describe(ForAdmins),
    settings: z.array(Setting).optional().describe(`The settings of the API process that answers. ${ForAdmins}`),
  })
  .meta({ id: 'Installation' })

export type InstallationConfig = Pick<Config, 'api' | 'commit' | 'installation' | 'retention' | 'settings'>

interface InstallationPorts {
  readonly core: Core
  readonly redis: RedisPorts
  readonly config: InstallationConfig
  readonly startedAt: Date
}

export const installationRoutes: FastifyPluginAsyncZod<InstallationPorts> = async (app, ports) => {
  app.get(
    '/installation',
    {
      schema: {
        tags: ['Administration'],
        operationId: 'getInstallation',
        summary: 'Get the state of the installation',
        description:
          'Its name and version, its workers, Redis, queues and retention. Admins also see the names and the last use of the API keys, by ' +
          'which encryption keys the stored secrets are sealed, and the effective settings; secrets are never shown.',
        response: { 200: Installation, ...problems() },
      },
    },
    async ({ caller }) => ({
      ...(await readState(ports)),
      ...(caller.role === 'admin' && (await readForAdmins(ports))),
    }),
  )
}

async function readState({ redis, config, startedAt }: InstallationPorts) {
  const [{ warnings }, workers, skewed, state, queues] = await Promise.all([
    readWarnings(redis),
    redis.workers.list(),
    redis.workers.skewed(aliveMs),
    redis.redisState(),
    redis.queueCounts(),
  ])
  const skews = new Map(skewed.map(({ workerId, skewMs }) => [workerId, skewMs]))
  const alive = await redis.workers.seen(aliveMs)
  return {
    ...config.installation,
    version,
    commit: config.commit,
    startedAt: startedAt.toISOString(),
    warnings,
    workers: workers.map(({ workerId, seenAt }, at) => {
      const skewMs = skews.get(workerId)
      return { id: workerId, lastSeenAt: seenAt.toISOString(), alive: at < alive, ...(skewMs !== undefined && { skewMs }) }
    }),
    redis: { ...state, warnings: [...state.warnings] },
    queues: queues.map(({ queue, counts }) => ({
      name: queue,
      active: counts.active,
      waiting: counts.waiting + counts.prioritized,
      delayed: counts.delayed,
      failed: counts.failed,
    })),
    retention: {
      logDays: config.retention.days,
      logsPerConnection: config.retention.count,
      statisticsByHourDays: (bucketSpans.hour.kept * bucketSpans.hour.ms) / bucketSpans.day.ms,
      statisticsByDayDays: bucketSpans.day.kept,
    },
  }
}

async function readForAdmins({ core, redis, config }: InstallationPorts) {
  const { keys } = config.api
  const [uses, seals] = await Promise.all([redis.keyUses.of(keys.map(({ name }) => name)), core.installation.seals()])
  return {
    keys: keys.map(({ name, role }) => ({ name, role, lastUsedAt: uses.get(name)?.toISOString() ?? null })),
    seals,
    settings: [...config.settings],
  }
}
