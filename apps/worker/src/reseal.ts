import { ConfigError, createSecretBox, loadConfig, resealConnections, silentLogger, systemClock, withDevelopmentKeys } from '@linkspan/core'
import { createRedisPorts } from '@linkspan/redis'

const say = (line: string) => process.stdout.write(`${line}\n`)

/**
 * Seals all stored credentials with the first of ENCRYPTION_KEYS. Ends with 0 where all of them are under it, with 1 where some could not
 * be opened; `--dry-run` only says what there is to do.
 */
async function main(): Promise<number> {
  const dryRun = process.argv.includes('--dry-run')
  const { config } = withDevelopmentKeys(loadConfig(process.env, 'worker'), '.data/development-keys.json')
  const [first, ...others] = config.encryptionKeys.map(({ id }) => id)
  await using redis = createRedisPorts({ config, whenAway: 'wait', clock: systemClock, logger: silentLogger })
  const ports = { ...redis, clock: systemClock, secrets: createSecretBox(config.encryptionKeys) }
  const { resealed, current, failed } = await resealConnections(ports, { dryRun })
  say(`${resealed} connections ${dryRun ? 'would be' : 'were'} sealed with the key "${first}"; ${current} needed nothing`)
  for (const { id, name, reason } of failed) say(`NOT OPENED  ${id}  ${name}: ${reason}`)
  if (failed.length > 0) say('Add the keys that are named to ENCRYPTION_KEYS, or enter these credentials anew, and run this again')
  else if (!dryRun && others.length > 0)
    say(`Once all processes run with "${first}" in front, these keys may be removed: ${others.join(', ')}`)
  return failed.length > 0 ? 1 : 0
}

main().then(
  (status) => process.exit(status),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(error instanceof ConfigError ? error.exitCode : 1)
  },
)
