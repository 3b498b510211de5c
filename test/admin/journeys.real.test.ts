import { type RestErp, startRestErp } from '@linkspan/simulators'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, secrets, startStack } from '../stack/stack.ts'
import { openPage, type PageOptions, startBrowser, type WatchedPage } from './browser.ts'
import { bothWays } from './hands.ts'
import { type Role, signInAs } from './sign-in.ts'

/** What people do at the admin pages, in a real browser against the real stack. */
let stack: Stack
let erp: RestErp
let browser: Browser
beforeAll(async () => {
  ;[stack, erp, browser] = await Promise.all([
    startStack(),
    startRestErp({ dataset: { products: 60, orders: 0 }, paging: 'next', pageSize: 25, total: 'header' }),
    startBrowser(),
  ])
  await stack.connect({ name: 'Webshop ERP', credentials: { apiUrl: erp.url }, settings: { enabledDataTypes: ['products', 'inventory'] } })
})
afterAll(async () => {
  await browser.close()
  await Promise.all([erp[Symbol.asyncDispose](), stack[Symbol.asyncDispose]()])
})

const open = (options: Partial<PageOptions> = {}): Promise<WatchedPage> => openPage(browser, { url: stack.url, ...options })

const signIn = (role: Role, options?: Partial<PageOptions>, path = '/erp-connections') => signInAs({ browser, stack }, role, path, options)

test.each(bothWays)(
  'a wrong key is refused in words, the right one leads to the page that was asked for, and signing out ends it, $way',
  async (walk) => {
    const { press, write } = walk.hands
    const { page, complaints, expectAccessible } = await open(walk)
    await page.goto(`${stack.url}/admin/sync-logs?status=error`)
    await page.getByLabel('API key').waitFor()
    await expectAccessible()
    await write(page.getByLabel('API key'), 'a-wrong-key-of-someone')
    await press(page.getByRole('button', { name: 'Sign in' }))
    await page.getByText('This key is not known to the installation.').waitFor()
    await expectAccessible()
    await write(page.getByLabel('API key'), secrets.admin)
    await press(page.getByRole('button', { name: 'Sign in' }))
    await page.getByRole('heading', { name: 'Sync logs' }).waitFor()
    expect(page.url()).toBe(`${stack.url}/admin/sync-logs?status=error`)
    await press(page.getByRole('button', { name: 'Sign out' }))
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await page.goto(`${stack.url}/admin/erp-connections`)
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(complaints).toEqual([])
  },
)

test.each(bothWays)('the way that people know, $way: Test, Sync Now, the run with its balance, Sync logs, Statistics', async (walk) => {
  const { press } = walk.hands
  const { page, complaints, expectAccessible } = await signIn('operator', walk)
  await press(page.getByRole('button', { name: 'Test Webshop ERP' }))
  await page.getByText(/^Connection successful! Response time: [\d,]+ ms$/).waitFor()
  await page.getByText('Authentication').waitFor()
  await expectAccessible()
  await press(page.getByRole('link', { name: 'Webshop ERP' }))
  await page.getByRole('button', { name: 'Sync Now: products' }).waitFor()
  await expectAccessible()
  await press(page.getByRole('button', { name: 'Sync Now: products' }))
  await page.getByText('All 60 records are accounted for.').waitFor()
  expect(page.url()).toContain('/admin/sync-logs/log_')
  await page.getByText('Pulling everything').waitFor()
  await expectAccessible()
  await press(page.getByRole('navigation').getByRole('link', { name: 'Sync logs' }))
  await page.getByRole('row').filter({ hasText: 'products' }).filter({ hasText: 'success' }).first().waitFor()
  await expectAccessible()
  await press(page.getByRole('navigation').getByRole('link', { name: 'Statistics' }))
  await page.getByRole('img', { name: /^Runs by outcome: success [1-9]/ }).waitFor()
  expect(complaints).toEqual([])
})

test('a run that fails says why and what to do, and its incident is acknowledged', async () => {
  erp.faults.add({ kind: 'forbidden', path: '/inventory', times: 'always' })
  const { page, complaints, expectAccessible } = await signIn('operator', { width: 390, colorScheme: 'dark' })
  await page.getByRole('link', { name: 'Webshop ERP' }).click()
  await page.getByRole('button', { name: 'Sync Now: inventory' }).click()
  await page.getByRole('button', { name: 'Retry' }).waitFor()
  await page.getByText('What to do').waitFor()
  await expectAccessible()
  await page.getByRole('button', { name: 'Open the navigation' }).click()
  await page.getByRole('link', { name: 'Incidents' }).click()
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('button', { name: 'Snooze' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Snooze' }).click()
  await page.getByText('Nobody is told until').waitFor()
  await page.getByRole('button', { name: 'End the snooze' }).click()
  await page.getByRole('button', { name: 'Snooze' }).waitFor()
  await page.getByRole('button', { name: 'Acknowledge' }).click()
  await page.getByText('Acknowledged by operator.').waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})

test.each(bothWays)('each role may what it should, $way, and is told which role the rest needs', async ({ hands: { press } }) => {
  const pageOf = async (role: Role) => {
    const { page } = await signIn(role)
    return {
      page,
      tester: page.getByRole('button', { name: 'Test Webshop ERP' }),
      creator: page.getByRole('button', { name: 'New ERP Connection' }),
    }
  }
  const viewer = await pageOf('viewer')
  await viewer.page.getByText('Needs the role operator').waitFor()
  expect([await viewer.tester.isDisabled(), await viewer.creator.isDisabled()]).toEqual([true, true])

  const operator = await pageOf('operator')
  await operator.page.getByText('Needs the role admin').waitFor()
  expect(await operator.creator.isDisabled()).toBe(true)
  await press(operator.tester)
  await operator.page.getByText(/^Connection (successful|failed)/).waitFor()

  const admin = await pageOf('admin')
  await admin.tester.waitFor()
  expect(await admin.page.getByText(/Needs the role/).count()).toBe(0)
  await press(admin.creator)
  await admin.page.getByRole('heading', { name: 'New ERP Connection' }).waitFor()
})

test.each(bothWays)(
  'a filtered list, $way, is the same after a reload, after going back, and for a colleague with the link',
  async (walk) => {
    const { choose, press } = walk.hands
    const { page } = await signIn('viewer', {}, '/sync-logs')
    await choose(page.getByLabel('Status', { exact: true }), 'success')
    await choose(page.getByLabel('Data type'), 'products')
    await page.waitForURL(/status=success/)
    await page.waitForURL(/dataType=products/)
    const link = page.url()
    const rows = async (shown: typeof page) => {
      await shown.getByRole('table').waitFor()
      return shown.locator('tbody tr').allInnerTexts()
    }
    const before = await rows(page)
    expect(before.length).toBeGreaterThan(0)
    await page.reload()
    expect(await rows(page)).toEqual(before)
    await press(page.locator('tbody th a').first())
    await page.getByRole('heading', { name: 'Balance' }).waitFor()
    await page.goBack()
    expect(await rows(page)).toEqual(before)
    const colleague = await signIn('viewer', {}, link.slice(`${stack.url}/admin`.length))
    expect(await rows(colleague.page)).toEqual(before)
  },
)

test('the pages speak German to a German browser, in the dark and on a phone', async () => {
  const { page, expectAccessible, complaints } = await signIn('viewer', { locale: 'de-DE', width: 390, colorScheme: 'dark' })
  await page.getByRole('heading', { name: 'ERP-Verbindungen' }).waitFor()
  await page.getByRole('link', { name: 'Webshop ERP' }).waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})
