import { readFileSync } from 'node:fs'
import { loadConfig, silentLogger } from '@linkspan/core'
import { createRedisPorts } from '@linkspan/redis'
import { type RestErp, startRestErp } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMovableClock, fillLogs } from '../../bench/fill-logs.ts'
import { type Stack, secrets, startStack } from '../stack/stack.ts'
import { type PageOptions, startBrowser } from './browser.ts'
import { copyLogs } from './copy-logs.ts'
import { bothWays, mouse } from './hands.ts'
import { type Role, signInAs } from './sign-in.ts'

/** The page of a run and the list of runs, in a real browser against the real stack. */
const settings = { LOG_RETENTION_COUNT: '1000000', CONNECTION_CONCURRENCY: '6' }
const manyLogs = 10_000
/** So many of them are written by real runs, the others are copies of these. */
const realLogs = 200
const manyEntries = 50_000
/** So many rows may be in the page, however many there are. */
const maxRows = 150

let stack: Stack
let erp: RestErp
let browser: Browser
let connectionId: string
beforeAll(async () => {
  ;[stack, erp, browser] = await Promise.all([
    startStack({ env: settings }),
    startRestErp({ dataset: { products: 60, orders: 0 }, paging: 'next', pageSize: 25, total: 'header' }),
    startBrowser(),
  ])
  const connection = await stack.connect({
    name: 'Webshop ERP',
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products'], retryAttempts: 0 },
  })
  connectionId = connection.id
})
afterAll(async () => {
  await browser.close()
  await Promise.all([erp[Symbol.asyncDispose](), stack[Symbol.asyncDispose]()])
})

const signIn = (role: Role, path: string, options?: Partial<PageOptions>) => signInAs({ browser, stack }, role, path, options)

const openRedis = () => {
  const client = new Redis(stack.redis.url)
  return { client, [Symbol.asyncDispose]: async () => client.disconnect() }
}

const textOf = async (download: Download): Promise<string> => readFileSync((await download.path()) ?? '', 'utf8')
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test.each(bothWays)(
  'a run is watched while it works, $way: its balance stays open until the end, its timeline tells what it does',
  async (walk) => {
    const { press } = walk.hands
    erp.hold()
    const { page, complaints, expectAccessible } = await signIn('operator', `/erp-connections/${connectionId}`, walk)
    await press(button(page, 'Sync Now: products'))
    await page.getByText('Open until the run ends').waitFor()
    const timeline = page.getByRole('slider', { name: 'Timeline' })
    await timeline.getByText('working').waitFor()
    await expectAccessible()
    expect(await page.getByText('The balance closes').count()).toBe(0)
    erp.release()
    await page.getByText('All 60 records are accounted for.').waitFor()
    await page.getByText('The balance closes').waitFor()
    await page.getByText(/^= created (0|60) \+ updated 0 \+ unchanged (0|60) \+ filtered 0 \+ rejected 0$/).waitFor()
    await page.getByText('none missing').waitFor()
    if (walk.hands === mouse) await timeline.getByText('queued').click()
    else await timeline.press('ArrowUp')
    await expect.poll(() => timeline.getAttribute('aria-valuetext')).toMatch(/^queued: /)
    await press(button(page, 'Show as table'))
    await page.getByRole('table', { name: 'Timeline' }).getByText('3 pages').waitFor()
    await expectAccessible()
    await press(button(page, 'Copy for support'))
    const copied = (await page.locator('pre', { hasText: /^Run log_/ }).textContent()) ?? ''
    expect(copied).toMatch(/Request \S{8,}/)
    expect(copied).toContain('Balance closes')
    expect(copied).not.toContain(secrets.operator)
    await expectAccessible()
    expect(complaints).toEqual([])
  },
)

test.each(bothWays)('an incomplete run is red and says how many are missing; its retry, $way, is green only at the end', async (walk) => {
  erp.faults.add({ kind: 'wrong-total', path: '/products', by: 47, times: 3 })
  const failed = await stack.sync(connectionId)
  expect(failed).toMatchObject({ status: 'error', errorDetails: { code: 'run.incomplete' } })
  const { page, complaints, expectAccessible } = await signIn('operator', `/sync-logs/${failed.id}`, {
    ...walk,
    width: 390,
    colorScheme: 'dark',
  })
  await page.getByText('47 missing').waitFor()
  await page.getByText('The balance does not close').waitFor()
  await page.getByText('What to do').waitFor()
  await expectAccessible()
  erp.hold()
  await walk.hands.press(button(page, 'Retry'))
  await page.getByText('running').waitFor()
  await page.getByText('Open until the run ends').waitFor()
  expect(page.url()).not.toContain(failed.id)
  expect(await page.getByText('success').count()).toBe(0)
  erp.release()
  await page.getByText('success').first().waitFor()
  await page.getByText('The balance closes').waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})

describe('a run with fifty thousand entries', () => {
  let runId: string
  beforeAll(async () => {
    runId = (await stack.sync(connectionId)).id
    await using redis = openRedis()
    const key = `erp_sync_log:{${connectionId}}:${runId}:entries`
    const before = await redis.client.xlen(key)
    for (let from = before; from < manyEntries; from += 5000) {
      const batch = redis.client.pipeline()
      for (let at = from; at < Math.min(from + 5000, manyEntries); at += 1) {
        const level = at === 1234 ? 'error' : 'info'
        batch.xadd(key, '*', 'json', JSON.stringify({ at: new Date().toISOString(), level, message: `Line ${at} of many` }))
      }
      await batch.exec()
    }
  })

  test.each(bothWays)('its first error is found, and its errors alone are shown, $way', async (walk) => {
    const { press, choose } = walk.hands
    const { page, complaints, expectAccessible } = await signIn('viewer', `/sync-logs/${runId}`, walk)
    const log = page.getByRole('log', { name: 'Entries' })
    await page.getByText('200 of 50,000 lines').waitFor()
    await press(button(page, 'First error'))
    await log.getByText('Line 1234 of many').waitFor()
    await expectAccessible()
    await choose(page.getByLabel('Level'), 'errors')
    await expect.poll(() => log.getByRole('listitem').count()).toBe(1)
    expect(complaints).toEqual([])
  })

  test.each(bothWays)('all of them are followed with few rows in the page, and saved, $way', async ({ hands: { press } }) => {
    const { page, complaints } = await signIn('viewer', `/sync-logs/${runId}`)
    const log = page.getByRole('log', { name: 'Entries' })
    const lines = log.getByRole('listitem')
    await press(button(page, 'Follow'))
    await page.getByText('50,000 of 50,000 lines').waitFor()
    await log.getByText(`Line ${manyEntries - 1} of many`).waitFor()
    expect(await lines.count()).toBeLessThan(maxRows)
    expect(await lines.last().getAttribute('aria-setsize')).toBe(String(manyEntries))
    const saving = page.waitForEvent('download')
    await press(button(page, 'Download'))
    const text = await textOf(await saving)
    expect(text.split('\n')).toHaveLength(manyEntries + 1)
    expect(text).toContain('error Line 1234 of many')
    expect(complaints).toEqual([])
  })
})

test.each(bothWays)('what is new waits until it is asked for, and many runs are retried at once by their ids, $way', async (walk) => {
  const { press, tick } = walk.hands
  const { page, complaints, expectAccessible } = await signIn('operator', `/sync-logs?connection=${connectionId}&status=error`, walk)
  const rows = page.getByRole('table', { name: 'Sync logs' }).locator('tbody tr')
  await rows.first().waitFor()
  const before = await rows.count()
  erp.faults.add({ kind: 'wrong-total', path: '/products', by: 2, times: 3 })
  await stack.sync(connectionId)
  await button(page, '1 new run').waitFor()
  expect(await rows.count()).toBe(before)
  await expectAccessible()
  await press(button(page, '1 new run'))
  await expect.poll(() => rows.count()).toBe(before + 1)
  await tick(page.getByLabel(`Select all ${before + 1} shown`))
  await tick(rows.last().getByRole('checkbox'))
  await page.getByText(`${before} selected`).waitFor()
  await press(button(page, `Retry ${before} runs`))
  const dialog = page.getByRole('dialog', { name: `Retry ${before} runs` })
  expect(await dialog.getByText('Webshop ERP · products').count()).toBe(before)
  await expectAccessible()
  await press(dialog.getByRole('button', { name: `Retry ${before} runs` }))
  const fates = page.getByRole('table', { name: 'What became of each' })
  await expect.poll(() => fates.locator('tbody tr').count()).toBe(before)
  await fates.getByText('done', { exact: true }).first().waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})

describe('ten thousand logs', () => {
  beforeAll(async () => {
    await stack.sync(connectionId) // what was retried has ended as well: a data type has one run at a time
    const clock = createMovableClock()
    const config = loadConfig({ REDIS_URL: stack.redis.url, ...settings }, 'worker')
    await using ports = createRedisPorts({ config, offlinePolicy: 'wait', clock, logger: silentLogger })
    await fillLogs(ports.runs, clock, [connectionId], realLogs)
    await using redis = openRedis()
    await copyLogs(redis.client, connectionId, manyLogs)
  })

  test.each(bothWays)('few rows in the page, found by words and id, walked through by key, and exported, $way', async (walk) => {
    const { press, write } = walk.hands
    const { page, complaints, expectAccessible } = await signIn('viewer', `/sync-logs?connection=${connectionId}`, walk)
    const rows = page.getByRole('table', { name: 'Sync logs' }).locator('tbody tr')
    const countShown = async () => Number((await page.getByText(/^\d+ of 10,0\d\d shown/).textContent())?.split(' ')[0])
    for (let shown = await countShown(); shown < (walk.isChecked ? 500 : 100); shown = await countShown()) {
      // At the end of the list more is loaded by itself.
      if (walk.hands === mouse) await page.mouse.wheel(0, 100_000)
      else await page.keyboard.press('End')
      await expect.poll(countShown).toBeGreaterThan(shown)
    }
    expect(await rows.count()).toBeLessThan(maxRows)
    await expectAccessible()

    await write(page.getByLabel('Search', { exact: true }), 'remote.timeout complete')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=remote\.timeout/)
    await rows.filter({ hasText: 'no complete answer within 30000 ms' }).first().waitFor()
    await page.reload()
    await rows.filter({ hasText: 'no complete answer within 30000 ms' }).first().waitFor()
    await press(page.locator('tbody th a').first())
    await page.getByText('1 of 50').waitFor()
    const first = page.url()
    await page.keyboard.press('J')
    await page.getByText('2 of 50').waitFor()
    expect(page.url()).not.toBe(first)
    await page.keyboard.press('K')
    await page.getByText('1 of 50').waitFor()
    expect(page.url()).toBe(first)
    await expectAccessible()

    const id = /log_[a-z0-9]{31}/.exec(first)?.[0] ?? ''
    await page.goto(`${stack.url}/admin/sync-logs?q=${id}`)
    await expect.poll(() => rows.count()).toBe(1)
    const saving = page.waitForEvent('download')
    await press(button(page, 'Export CSV'))
    const csv = await textOf(await saving)
    expect(csv.split('\r\n')[0]).toMatch(/^id,erpConnectionId,dataType/)
    expect(csv).toContain(id)
    expect(complaints).toEqual([])
  })
})

test('the page of a run speaks German on a narrow phone', async () => {
  const { id } = await stack.sync(connectionId)
  const { page, complaints, expectAccessible } = await signIn('viewer', `/sync-logs/${id}`, { locale: 'de-DE', width: 320 })
  await page.getByText('Die Bilanz geht auf').waitFor()
  await page.getByText('Zeitverlauf').waitFor()
  await expectAccessible()
  await page.getByRole('button', { name: 'Als Tabelle zeigen' }).click()
  await expectAccessible()
  await page.goto(`${stack.url}/admin/sync-logs`)
  await page.getByRole('table').waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})
