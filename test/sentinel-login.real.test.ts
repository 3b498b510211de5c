import { createAuthority } from '@linkspan/connector-kit/testing/certificates'
import { findFreePort, startRedis, startRestErp, startSentinel } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

test('sentinels are called with their own password, and with TLS', async () => {
  using authority = createAuthority()
  await using redis = await startRedis()
  const [port, tlsPort, password] = [await findFreePort(), await findFreePort(), 'sentinel-secret-7']
  const tls = { port: tlsPort, ...authority.issue('localhost', 10) }
  await using _ = await startSentinel({ port, name: 'main', masterPort: redis.port, password, tls })
  const env = {
    REDIS_SENTINELS: `localhost:${tlsPort}`,
    REDIS_SENTINEL_MASTER: 'main',
    REDIS_SENTINEL_PASSWORD: password,
    REDIS_SENTINEL_TLS: 'true',
    NODE_EXTRA_CA_CERTS: authority.file,
  }
  await using erp = await startRestErp({ dataset: { products: 3 } })
  await using stack = await startStack({ redis, env })
  const { id } = await stack.connect({ credentials: { apiUrl: erp.url }, settings: { enabledDataTypes: ['products'] } })
  expect(await stack.sync(id)).toMatchObject({ status: 'success', recordsCreated: 3 })
  expect(stack.output()).not.toContain(password)
})
