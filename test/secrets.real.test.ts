import type { ERPConnection } from '@linkspan/core'
import { startRestErp } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { secrets, startStack } from './stack/stack.ts'

/** All keys and values of a Redis, as text. */
async function everythingIn(url: string): Promise<string> {
  const redis = new Redis(url)
  const found: string[] = []
  for (const key of await redis.keys('*')) {
    const read = {
      string: () => redis.get(key),
      hash: () => redis.hgetall(key),
      list: () => redis.lrange(key, 0, -1),
      set: () => redis.smembers(key),
      zset: () => redis.zrange(key, '0', '-1'),
      stream: () => redis.xrange(key, '-', '+'),
    }[(await redis.type(key)) as 'string']
    found.push(key, JSON.stringify(await read?.()))
  }
  redis.disconnect()
  return found.join('\n')
}

test('no secret appears in Redis, in logs or in answers, whatever goes wrong', async () => {
  const plain = ['erp-api-key-c0ffee', 'erp-password-deadbeef', 'erp-client-secret-abad1dea', 'erp-oauth-token-5ca1ab1e']
  const [apiKey, password, clientSecret, oauthToken] = plain as [string, string, string, string]
  const forms = [...plain, ...Object.values(secrets)].flatMap((text) => [
    text,
    Buffer.from(text).toString('base64'),
    encodeURIComponent(text),
  ])
  await using stack = await startStack()
  await using erp = await startRestErp({ dataset: { products: 50 }, paging: 'next', auth: { kind: 'bearer', token: oauthToken } })
  const answers: unknown[] = []
  const ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await stack.client.call<Answer>(method, path, body).catch((error: Error) => error.message as Answer)
    answers.push(answer)
    return answer
  }

  const created = await ask<ERPConnection>('POST', '/erp/connections', {
    name: 'Secretive',
    provider: 'Custom',
    connectionMethod: 'api',
    credentials: { apiUrl: erp.url, apiKey, username: 'me', password, clientId: 'id', clientSecret, oauthToken },
    settings: { enabledDataTypes: ['products', 'inventory'], retryDelay: 10, retryAttempts: 1, timeout: 20_000 },
  })
  await ask('POST', `/erp/connections/${created.id}/test`)
  answers.push(await stack.sync(created.id))
  for (const kind of ['unauthorized', 'html', 'garbage', 'server-error', 'cut', 'redirect'] as const) {
    erp.faults.add({ kind, times: 2, ...(kind === 'redirect' && { location: `http://elsewhere.example/?key=${oauthToken}` }) })
    answers.push(await stack.sync(created.id, 'products', { mode: 'full' }))
    await ask('POST', `/erp/connections/${created.id}/test`)
    erp.faults.clear()
    erp.faults.add({ kind, ...(kind === 'redirect' && { location: `http://elsewhere.example/?key=${oauthToken}` }) })
    await ask('POST', `/erp/connections/${created.id}/preview`, { dataType: 'products' })
    erp.faults.clear()
    await ask('PATCH', `/erp/connections/${created.id}`, { status: 'active' })
  }
  await ask('PATCH', `/erp/connections/${created.id}`, { credentials: { apiKey: '********', password: `${password}2` } })
  await ask('POST', '/erp/connections', {
    name: 'x',
    provider: 'Custom',
    connectionMethod: 'api',
    credentials: { apiUrl: erp.url, oauthToken, wrong: apiKey },
  })
  for (const path of [
    '/erp/connections',
    '/erp/sync-logs',
    '/audit-logs',
    '/erp/providers',
    `/erp/connections/${created.id}/records/products`,
  ])
    await ask('GET', path)
  for (const wrong of ['Bearer wrong', `Basic ${Buffer.from(`admin:${secrets.admin}`).toString('base64')}`]) {
    answers.push(await (await fetch(`${stack.url}/api/v1/erp/connections`, { headers: { authorization: wrong } })).text())
  }

  const places = { redis: await everythingIn(stack.redis.url), logs: stack.output(), answers: JSON.stringify(answers) }
  expect(places.redis).toContain('Secretive')
  expect(places.logs.length).toBeGreaterThan(1000)
  const found = Object.entries(places).flatMap(([place, text]) =>
    forms.filter((form) => text.includes(form)).map((form) => `${form} in ${place}`),
  )
  expect(found).toEqual([])
})
