import { type RestErp, startRestErp } from '@linkspan/simulators'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, secrets, startStack } from '../stack/stack.ts'
import { openPage, type PageOptions, startBrowser, type WatchedPage } from './browser.ts'
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

test('a wrong key is refused in words, the right one leads to the page that was asked for, and signing out ends it', async () => {
  const { page, complaints, expectAccessible } = await open()
  await page.goto(`${stack.url}/admin/sync-logs?status=error`)
  await page.getByLabel('API key').waitFor()
  await expectAccessible()
  await page.getByLabel('API key').fill('a-wrong-key-of-someone')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('This key is not known to the installation.').waitFor()
  await expectAccessible()
  await page.getByLabel('API key').fill(secrets.admin)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Sync logs' }).waitFor()
  expect(page.url()).toBe(`${stack.url}/admin/sync-logs?status=error`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  await page.goto(`${stack.url}/admin/erp-connections`)
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  expect(complaints).toEqual([])
})

test('the way that people know: Test, Sync Now, the run with its balance, Sync logs, all by keyboard', async () => {
  const { page, complaints, expectAccessible } = await signIn('operator')
  const press = async (name: string) => {
    await page.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
  }
  await page.getByRole('link', { name: 'Webshop ERP' }).waitFor()
  await press('Test Webshop ERP')
  await page.getByText(/^Connection successful! Response time: [\d,]+ ms$/).waitFor()
  await page.getByText('Authentication').waitFor()
  await expectAccessible()
  await page.getByRole('link', { name: 'Webshop ERP' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Sync Now: products' }).waitFor()
  await expectAccessible()
  await press('Sync Now: products')
  await page.getByText('All 60 records are accounted for.').waitFor()
  expect(page.url()).toContain('/admin/sync-logs/log_')
  await page.getByText('Pulling everything').waitFor()
  await expectAccessible()
  await page.getByRole('navigation').getByRole('link', { name: 'Sync logs' }).click()
  await page.getByRole('row').filter({ hasText: 'products' }).filter({ hasText: 'success' }).first().waitFor()
  await expectAccessible()
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

test('a viewer sees everything, and is told which role an action needs', async () => {
  const { page } = await signIn('viewer')
  const button = page.getByRole('button', { name: 'Test Webshop ERP' })
  await button.waitFor()
  expect(await button.isDisabled()).toBe(true)
  await page.getByText('Needs the role operator').waitFor()
})

test('a filtered list is the same after a reload, after going back, and for a colleague with the link', async () => {
  const { page } = await signIn('viewer', {}, '/sync-logs')
  await page.getByLabel('Status', { exact: true }).selectOption('success')
  await page.getByLabel('Data type').selectOption('products')
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
  await page.locator('tbody th a').first().click()
  await page.getByRole('heading', { name: 'Balance' }).waitFor()
  await page.goBack()
  expect(await rows(page)).toEqual(before)
  const colleague = await signIn('viewer', {}, link.slice(`${stack.url}/admin`.length))
  expect(await rows(colleague.page)).toEqual(before)
})

test('the pages speak German to a German browser, in the dark and on a phone', async () => {
  const { page, expectAccessible, complaints } = await signIn('viewer', { locale: 'de-DE', width: 390, colorScheme: 'dark' })
  await page.getByRole('heading', { name: 'ERP-Verbindungen' }).waitFor()
  await page.getByRole('link', { name: 'Webshop ERP' }).waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})
