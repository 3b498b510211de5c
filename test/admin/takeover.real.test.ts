import { type RestErp, startRestErp } from '@linkspan/simulators'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from '../stack/stack.ts'
import { startBrowser } from './browser.ts'
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

test('a run that waits for a worker, is throttled and loses its worker shows each of them, and its balance closes in the end', async () => {
  const { id: connectionId } = await stack.connect({
    name: 'Webshop ERP',
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products'] },
  })
  erp.faults.add({ kind: 'throttled', path: '/products', after: 1, retryAfterSeconds: 6 })
  const { page, complaints, expectAccessible } = await signInAs({ browser, stack }, 'operator', `/erp-connections/${connectionId}`)
  const syncNow = page.getByRole('button', { name: 'Sync Now: products' })
  await syncNow.focus()
  await page.keyboard.press('Enter')
  const timeline = page.getByRole('slider', { name: 'Timeline' })
  await timeline.getByText('queued').waitFor()
  await expectAccessible()

  const first = await stack.startWorker()
  await timeline.getByText('throttled').waitFor()
  await expectAccessible()
  const before = erp.requestCount
  erp.hold()
  await expect.poll(() => erp.requestCount).toBeGreaterThan(before) // it works again, and waits for the ERP
  await first.kill('SIGKILL')
  await stack.startWorker()
  erp.release()
  await page.getByText('All 60 records are accounted for.').waitFor()
  await page.getByText('The balance closes').waitFor()
  await page.getByRole('button', { name: 'Show as table' }).focus()
  await page.keyboard.press('Enter')
  const table = page.getByRole('table', { name: 'Timeline' })
  await table.getByText('throttled').first().waitFor()
  await table.getByText('took over').waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})
