import { type RestErp, startRestErp } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from '../stack/stack.ts'
import { startBrowser, type WatchedPage } from './browser.ts'
import { keyboard, mouse } from './hands.ts'
import { signInAs } from './sign-in.ts'

/** What a run in trouble shows while somebody watches it, in a real browser against the real stack. */
let stack: Stack
let erp: RestErp
let browser: Browser
beforeAll(async () => {
  ;[stack, erp, browser] = await Promise.all([
    startStack({ workers: 0 }),
    startRestErp({ dataset: { products: 60, orders: 0 }, paging: 'next', pageSize: 25, total: 'header' }),
    startBrowser(),
  ])
})
afterAll(async () => {
  await browser.close()
  await Promise.all([erp[Symbol.asyncDispose](), stack[Symbol.asyncDispose]()])
})

test('a run that waits for a worker, loses it and is throttled shows each of them, and its balance closes in the end', async () => {
  const { id: connectionId } = await stack.connect({
    name: 'Webshop ERP',
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products'] },
  })
  erp.faults.add({ kind: 'hang', path: '/products', after: 1 })
  erp.faults.add({ kind: 'throttled', path: '/products', after: 2, retryAfterSeconds: 2 })
  const starter = await signInAs({ browser, stack }, 'operator', `/erp-connections/${connectionId}`)
  const watcher = await signInAs({ browser, stack }, 'viewer', '/sync-logs', { isChecked: false })
  const timelineOf = ({ page }: WatchedPage) => page.getByRole('slider', { name: 'Timeline' })
  await keyboard.press(starter.page.getByRole('button', { name: 'Sync Now: products' }))
  await timelineOf(starter).getByText('queued').waitFor()
  await mouse.press(watcher.page.getByRole('button', { name: '1 new run' }))
  await mouse.press(watcher.page.locator('tbody th a').first())
  await timelineOf(watcher).getByText('queued').waitFor()
  await starter.expectAccessible()

  const first = await stack.startWorker()
  await erp.whenRequested(2) // one page is stored, and it waits for the next
  await first.kill('SIGKILL')
  const redis = new Redis(stack.redis.url)
  await redis.del(`erp_rate_limit:{${connectionId}}:permits`) // that of the dead worker's call, which ends by itself after half a minute
  redis.disconnect()
  await stack.startWorker()
  for (const one of [starter, watcher]) await timelineOf(one).getByText('throttled').waitFor()
  await starter.expectAccessible()
  for (const [{ page, complaints, expectAccessible }, { press }] of [
    [starter, keyboard],
    [watcher, mouse],
  ] as const) {
    await page.getByText('All 60 records are accounted for.').waitFor()
    await page.getByText('The balance closes').waitFor()
    await press(page.getByRole('button', { name: 'Show as table' }))
    const table = page.getByRole('table', { name: 'Timeline' })
    await table.getByText('throttled').first().waitFor()
    await table.getByText('took over').waitFor()
    await expectAccessible()
    expect(complaints).toEqual([])
  }
})
