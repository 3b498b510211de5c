import { createConnectorRegistry } from '@linkspan/connectors'
import { createCore, createSecretBox, loadConfig, randomIds, silentLogger, systemClock } from '@linkspan/core'
import { createRedisPorts } from '@linkspan/redis'
import { pino } from 'pino'
import { buildApp } from '../apps/api/src/app.ts'

const environment = {
  REDIS_URL: 'redis://127.0.0.1:1',
  API_KEYS: 'nobody:viewer:nobody-asks',
  ENCRYPTION_KEYS: `unused:${Buffer.alloc(32).toString('base64')}`,
}

/** The OpenAPI document of the API, which never listens and never hears of a Redis. */
export async function openApiDocument(): Promise<{ readonly paths: object }> {
  const config = loadConfig(environment, 'api')
  await using redis = createRedisPorts({ config, whenAway: 'fail', clock: systemClock, logger: silentLogger })
  const secrets = createSecretBox(config.encryptionKeys)
  const core = createCore({ ...redis, connectors: createConnectorRegistry(), secrets, clock: systemClock, ids: randomIds })
  const app = await buildApp({ config, core, redis, clock: systemClock, logger: pino({ level: 'silent' }) })
  await app.ready()
  const document = app.swagger() as { readonly paths: object }
  await app.close()
  return JSON.parse(JSON.stringify(document))
}
