import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ok } from '@linkspan/client'
import type { ERPChange, ERPSyncLog } from '@linkspan/core'
import { startRedis, startRestErp } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

/** Follows "Backup and restore" in `docs/operations.md` step by step. */
async function until(url: string, field: string, wanted: RegExp): Promise<void> {
  const redis = new Redis(url)
  while (!wanted.test(new RegExp(`^${field}:(.*)$`, 'm').exec(await redis.info('persistence'))?.[1] ?? '')) await sleep(20)
  redis.disconnect()
}

async function command(url: string, ...[name, ...args]: [string, ...string[]]): Promise<void> {
  const redis = new Redis(url)
  await redis.call(name, ...args)
  redis.disconnect()
}

test('a snapshot can be restored as documented: later changes are read again, and later deletions are undone', async () => {
  await using stack = await startStack({ aof: true })
  await using erp = await startRestErp({ dataset: { products: 120 }, paging: 'next', total: 'header' })
  const settings = { enabledDataTypes: ['products' as const] }
  const { id } = await stack.connect({ credentials: { apiUrl: erp.url, apiKey: 'kept-key' }, settings })
  const { id: doomed } = await stack.connect({ credentials: { apiUrl: erp.url }, settings })
  expect(await stack.sync(id)).toMatchObject({ status: 'success', recordsCreated: 120 })

  await command(stack.redis.url, 'BGSAVE')
  await until(stack.redis.url, 'rdb_bgsave_in_progress', /^0/)
  const [kept, snapshot] = [join(stack.redis.dir, 'kept.rdb'), join(stack.redis.dir, 'dump.rdb')]
  copyFileSync(snapshot, kept)

  erp.dataset.products.touch(erp.dataset.products.at(0)?.id ?? '', { name: 'Changed since' })
  const later = await stack.sync(id)
  expect(later).toMatchObject({ status: 'success', recordsUpdated: 1 })
  const feed = () => stack.client.call<{ changes: ERPChange[]; next: number }>('GET', `/erp/connections/${id}/changes/products?limit=1000`)
  const { next } = await feed()
  await ok(stack.api.DELETE('/erp/connections/{id}', { params: { path: { id: doomed } } }))

  await stack.stopAll('SIGTERM')
  await stack.redis.kill()
  rmSync(join(stack.redis.dir, 'appendonlydir'), { recursive: true })
  copyFileSync(kept, snapshot)
  const alone = await startRedis({ dir: stack.redis.dir, port: stack.redis.port })
  await command(alone.url, 'CONFIG', 'SET', 'appendonly', 'yes')
  await until(alone.url, 'aof_rewrite_in_progress', /^0/)
  await until(alone.url, 'aof_enabled', /^1/)
  await alone[Symbol.asyncDispose]()
  await stack.redis.restart()
  await stack.startApi()
  await stack.startWorker()

  await expect(stack.client.call('GET', `/erp/sync-logs/${later.id}`)).rejects.toThrow('404')
  expect(await stack.client.call('GET', `/erp/connections/${doomed}`)).toMatchObject({ id: doomed })
  expect(await stack.sync(id)).toMatchObject<Partial<ERPSyncLog>>({ status: 'success', recordsCreated: 0, recordsUpdated: 1 })
  const { changes, next: again } = await feed()
  expect(again).toBe(next) // the same position is assigned a second time
  expect(changes).toHaveLength(120)
  expect(changes.at(-1)?.record?.data.name).toBe('Changed since')
})
