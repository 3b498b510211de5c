import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, loadConfig } from './config.ts'
import { withDevelopmentKeys } from './development-keys.ts'
import { aboutVariable, describeEnvironment } from './environment.ts'

const key = Buffer.alloc(32, 1).toString('base64')
const fault = (variables: Record<string, string>, role: 'api' | 'worker' = 'api'): string => {
  try {
    loadConfig(variables, role)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    expect((error as ConfigError).exitCode).toBe(78)
    return (error as Error).message
  }
  throw new Error('The variables were accepted')
}

test('development needs no variables', () => {
  const config = loadConfig({}, 'api')
  expect(config.api).toMatchObject({ host: '127.0.0.1', port: 3000, compatBasePath: '/make-server-6fcaeea3', rateLimit: 6000 })
  expect(config.redis).toEqual({ kind: 'single', url: 'redis://127.0.0.1:6379/0' })
  expect(config.outbound.allowPrivate).toBe(true)
})

test('production refuses private addresses unless they are allowed', () => {
  const base = { NODE_ENV: 'production', ENCRYPTION_KEYS: `a:${key}`, API_KEYS: 'ops:admin:long-secret' }
  expect(loadConfig(base, 'api').outbound.allowPrivate).toBe(false)
  expect(loadConfig({ ...base, OUTBOUND_ALLOW_PRIVATE: 'true' }, 'api').outbound.allowPrivate).toBe(true)
})

test.each([
  ['PORT', { PORT: 'many' }],
  ['PORT', { PORT: '70000' }],
  ['REDIS_URL', { REDIS_URL: 'http://x' }],
  ['ENCRYPTION_KEYS', { ENCRYPTION_KEYS: 'a:c2hvcnQtc2VjcmV0' }],
  ['API_KEYS', { API_KEYS: 'ops:king:hidden-secret' }],
  ['KEY_PREFIX', { KEY_PREFIX: 'a{b}' }],
  ['REDIS_SENTINEL_MASTER', { REDIS_SENTINELS: 'a:1' }],
  ['TRUST_PROXY', { TRUST_PROXY: 'true' }],
  ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.0/33' }],
  ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.1,proxy.example' }],
  ['COMPAT_BASE_PATH', { COMPAT_BASE_PATH: 'no-slash' }],
])('a wrong %s is named with an example, and its value is not shown', (name, variables) => {
  const message = fault(variables)
  expect(message).toContain(`  ${name} `)
  expect(message).toContain(`Example: ${name}=`)
  for (const value of Object.values(variables).filter((text) => text.length > 3)) expect(message).not.toContain(value)
})

test('all faults are reported at once', () => {
  const message = fault({ PORT: 'x', LOG_LEVEL: 'loud' })
  expect(message).toContain('PORT')
  expect(message).toContain('LOG_LEVEL')
})

test('who has no keys yet is told how to make them, and not the keys that everybody knows', () => {
  const known = aboutVariable('ENCRYPTION_KEYS').example
  const message = fault({ NODE_ENV: 'production', ENCRYPTION_KEYS: known })
  expect(message).toContain('make your own. Example: ENCRYPTION_KEYS=2026a:$(openssl rand -base64 32)')
  expect(message).toContain('Example: API_KEYS=ops:admin:$(openssl rand -hex 24)')
  expect(message).not.toContain(known)
})

test('production refuses to start without keys, but a worker needs no API keys', () => {
  expect(fault({ NODE_ENV: 'production' })).toMatch(/ENCRYPTION_KEYS is needed.*API_KEYS/s)
  expect(fault({ NODE_ENV: 'production' }, 'worker')).not.toContain('API_KEYS')
  expect(() => loadConfig({ NODE_ENV: 'production', ENCRYPTION_KEYS: `a:${key}`, JWT_SECRET: 's'.repeat(32) }, 'api')).not.toThrow()
})

test('an empty compatibility path switches the second mount off; other empty variables count as unset', () => {
  const config = loadConfig({ COMPAT_BASE_PATH: '', PORT: '' }, 'api')
  expect(config.api.compatBasePath).toBe('')
  expect(config.api.port).toBe(3000)
})

test('reads the nodes of a cluster, and sentinels with their master', () => {
  expect(loadConfig({ REDIS_CLUSTER_NODES: 'a:1, b:2' }, 'worker').redis).toMatchObject({ kind: 'cluster', nodes: ['a:1', 'b:2'] })
  expect(loadConfig({ REDIS_SENTINELS: 'a:1', REDIS_SENTINEL_MASTER: 'm' }, 'worker').redis).toMatchObject({
    kind: 'sentinel',
    master: 'm',
  })
})

test('reads how the sentinels themselves are called', () => {
  const sentinels = { REDIS_SENTINELS: 'a:1', REDIS_SENTINEL_MASTER: 'm' }
  const login = { username: null, password: 'secret-1', tls: true }
  expect(loadConfig({ ...sentinels, REDIS_SENTINEL_PASSWORD: 'secret-1', REDIS_SENTINEL_TLS: 'true' }, 'worker').redis).toMatchObject({
    login,
  })
})

test('every setting is described for .env.example', () => {
  const text = describeEnvironment()
  for (const name of ['HOST', 'PORT', 'REDIS_URL', 'ENCRYPTION_KEYS', 'JWT_JWKS_URL', 'WORKER_CONCURRENCY', 'OUTBOUND_ALLOW_PRIVATE']) {
    expect(text).toMatch(new RegExp(`^(# )?${name}=`, 'm'))
  }
})

test('development keys are made once, only their owner can read them, and the admin key is returned', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linkspan-'))
  const file = join(folder, 'inner', 'keys.json')
  const first = withDevelopmentKeys(loadConfig({}, 'api'), file)
  const second = withDevelopmentKeys(loadConfig({}, 'worker'), file)
  expect(first.madeAdminKey).toBeTruthy()
  expect(first.config.api.keys).toEqual([{ name: 'admin', role: 'admin', secret: first.madeAdminKey }])
  expect(second.config.encryptionKeys).toEqual(first.config.encryptionKeys)
  expect(statSync(file).mode & 0o077).toBe(0)
  rmSync(folder, { recursive: true })
})

test('trusts no proxy by default, else a number of hops or ranges of addresses', () => {
  const trusted = (text: string) => loadConfig({ TRUST_PROXY: text }, 'api').api.trustProxy
  expect(loadConfig({}, 'api').api.trustProxy).toBeNull()
  expect(trusted('2')).toBe(2)
  expect(trusted('10.0.0.0/8, ::1,fd00::/8')).toEqual(['10.0.0.0/8', '::1', 'fd00::/8'])
})

const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }

test.each([
  ['is off by default', {}, false],
  ['is off although a service has a name', { OTEL_SERVICE_NAME: 'shop', OTEL_TRACES_SAMPLER: 'always_on' }, false],
  ['is on with a collector', endpoint, true],
  ['is on with the URL for traces', { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector:4318/v1/traces' }, true],
  ['is on with an exporter', { OTEL_TRACES_EXPORTER: 'otlp' }, true],
  ['is off with no exporter', { ...endpoint, OTEL_TRACES_EXPORTER: 'none' }, false],
  ['is off without the SDK', { ...endpoint, OTEL_SDK_DISABLED: 'true' }, false],
])('tracing %s', (_, variables, isOn) => {
  expect(loadConfig(variables, 'worker').tracing !== null).toBe(isOn)
})
