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

export interface ApiDescription {
  readonly openApi: { readonly paths: object }
  /** What the API serves at /metrics. */
  readonly metrics: string
}

/** Builds the API without listening and without a Redis, and returns its OpenAPI document and metrics. */
export async function describeApi(): Promise<ApiDescription> {
  const config = loadConfig(environment, 'api')
  await using redis = createRedisPorts({ config, offlinePolicy: 'fail', clock: systemClock, logger: silentLogger })
  const secrets = createSecretBox(config.encryptionKeys)
  const core = createCore({ ...redis, connectors: createConnectorRegistry(), secrets, clock: systemClock, ids: randomIds })
  const app = await buildApp({ config, core, redis, clock: systemClock, logger: pino({ level: 'silent' }) })
  await app.ready()
  const openApi = JSON.parse(JSON.stringify(app.swagger()))
  const { body: metrics } = await app.inject('/metrics')
  await app.close()
  return { openApi, metrics }
}
