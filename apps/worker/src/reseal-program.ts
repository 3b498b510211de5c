import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import {
  AppError,
  ConfigError,
  createSecretBox,
  type Logger,
  loadConfig,
  resealConnections,
  resealRoutes,
  resealWebhooks,
  silentLogger,
  systemClock,
  withDevelopmentKeys,
} from '@linkspan/core'
import { createRedisPorts, type RedisPorts } from '@linkspan/redis'

const firstContactMs = 5000

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

/** Shows problems with Redis to the person at the terminal. */
const logger: Logger = { ...silentLogger, warn: (_, message) => complain(message), error: (_, message) => complain(message) }

/** Throws `store.unavailable` if Redis does not answer at first, most likely because REDIS_URL is wrong. Later outages are waited out. */
const firstContact = (redis: RedisPorts): Promise<void> =>
  Promise.race([
    redis.ping(),
    delay(firstContactMs).then(() => {
      throw new AppError('store.unavailable', `Redis did not answer within ${firstContactMs / 1000} s: check REDIS_URL`)
    }),
  ])

/**
 * Seals all stored credentials with the first of ENCRYPTION_KEYS. Exits with 0 if all of them are sealed with it now, and with 1 if some
 * could not be opened or Redis does not answer. `--dry-run` only says what there is to do.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } })
  const dryRun = values['dry-run']
  const { config } = withDevelopmentKeys(loadConfig(process.env, 'worker'), '.data/development-keys.json')
  const [first, ...others] = config.encryptionKeys.map(({ id }) => id)
  const redis = createRedisPorts({ config, offlinePolicy: 'wait', clock: systemClock, logger })
  await firstContact(redis)
  const ports = { ...redis, clock: systemClock, secrets: createSecretBox(config.encryptionKeys) }
  const connections = await resealConnections(ports, { dryRun })
  const webhooks = await resealWebhooks(ports, { dryRun })
  const routes = await resealRoutes(ports, { dryRun })
  for (const [what, { resealed, current }] of Object.entries({ connections, webhooks, 'notification routes': routes }))
    say(`${resealed} ${what} ${dryRun ? 'would be' : 'were'} sealed with the key "${first}"; ${current} needed nothing`)
  const failed = [...connections.failed, ...webhooks.failed, ...routes.failed]
  for (const { id, name, reason } of failed) say(`NOT OPENED  ${id}  ${name}: ${reason}`)
  if (failed.length > 0)
    say(
      'Add the keys named above to ENCRYPTION_KEYS, enter these credentials again, or make these webhooks anew; then run this command again',
    )
  else if (!dryRun && others.length > 0)
    say(`Once all processes run with "${first}" as their first key, these keys may be removed: ${others.join(', ')}`)
  await redis[Symbol.asyncDispose]()
  return failed.length > 0 ? 1 : 0
}

main().then(
  (status) => process.exit(status),
  (error) => {
    complain(error instanceof Error ? error.message : String(error))
    process.exit(error instanceof ConfigError ? error.exitCode : 1)
  },
)
