import type { SourceRecord } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { startHarness } from './testing/harness.ts'

/** What the connections of the harness show the ERP. */
const secret = 'top-secret-key'
const header = Buffer.from(`user:${secret}`).toString('base64')
const inside = Buffer.from(secret).toString('base64').slice(0, 12)

const row = (id: string, price: string): SourceRecord => {
  const fields = { sku: id, name: 'Mug', price, currency: 'EUR' }
  return { id, fields, raw: fields, changedAt: null }
}

test('a secret that the ERP puts into its rows reaches neither rejects nor entries nor anything else in Redis', async () => {
  const rows = [row('A', `no price ${secret}`), row('B', `Basic ${header}`), ...Array.from({ length: 20 }, (_, at) => row(`C${at}`, '1'))]
  await using harness = await startHarness((request) => pagesOf(rows, request, 100))
  harness.startWorker()
  const connectionId = await harness.connect()
  const log = await harness.ended(await harness.start(connectionId))
  expect(log).toMatchObject({ status: 'success', recordsFailed: 2 })

  const rejects = await harness.core.runs.rejects(log.id, { limit: 10 })
  expect(JSON.stringify(rejects)).toContain('[redacted]')
  const raw = new Redis(harness.redis.url)
  for (const key of await raw.keys('erp_sync_log*')) {
    if ((await raw.type(key)) !== 'stream') continue
    const stored = JSON.stringify(await raw.xrange(key, '-', '+'))
    for (const form of [secret, header, inside]) expect(stored).not.toContain(form)
  }
  raw.disconnect()
})
