import { type ERPConnection, ok } from '@linkspan/client'
import { type RestErp, startRestErp } from '@linkspan/simulators'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, secrets, startStack } from '../stack/stack.ts'
import { type PageOptions, startBrowser } from './browser.ts'
import { startBufferingProxy } from './buffering-proxy.ts'
import { bothWays } from './hands.ts'
import { type Role, signInAs } from './sign-in.ts'

/** What stands around every page, and the page Now, in a real browser against the real stack. */
let stack: Stack
let erp: RestErp
let browser: Browser
let webshop: ERPConnection
beforeAll(async () => {
  ;[stack, erp, browser] = await Promise.all([
    startStack(),
    startRestErp({ dataset: { products: 60, orders: 0 }, paging: 'next', pageSize: 25, total: 'header' }),
    startBrowser(),
  ])
})
afterAll(async () => {
  await browser.close()
  await Promise.all([erp[Symbol.asyncDispose](), stack[Symbol.asyncDispose]()])
})

const signIn = (role: Role, options?: Partial<PageOptions>, path = '/') => signInAs({ browser, stack }, role, path, options)

const isLive = (page: Page) => page.getByRole('status', { name: 'How fresh this page is' }).getByText('Live').waitFor()
const live = (page: Page, word: string | RegExp) => page.getByRole('status', { name: 'How fresh this page is' }).getByText(word).waitFor()

test('an empty installation says what to do first, and a change of anybody appears without a reload', async () => {
  const { page, complaints, expectAccessible } = await signIn('viewer')
  await page.getByRole('heading', { name: 'Three steps to the first sync' }).waitFor()
  await expectAccessible()
  await isLive(page)
  webshop = await stack.connect({
    name: 'Webshop ERP',
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products', 'inventory'] },
  })
  await page
    .getByRole('grid', { name: 'Freshness' })
    .getByRole('link', { name: /^Webshop ERP/ })
    .waitFor()
  await page.getByText(/^Nothing needs you\./).waitFor()
  await stack.sync(webshop.id)
  await page
    .getByRole('grid')
    .getByRole('link', { name: /success/ })
    .waitFor()
  await page.getByText(/^Last 24 h: 1 sync/).waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})

test('what fails waits for a person: on the page with who acts, and as a number beside the link', async () => {
  erp.faults.add({ kind: 'forbidden', path: '/inventory', times: 'always' })
  await stack.sync(webshop.id, 'inventory')
  const { page, complaints, expectAccessible } = await signIn('viewer')
  const needs = page.getByRole('region', { name: /^Needs you/ })
  await needs.getByText('Who acts: an administrator').waitFor()
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Now 1 waits for somebody/ })
    .waitFor()
  await page.getByRole('button', { name: 'Show as table' }).click()
  await page.getByRole('table', { name: 'Syncs of the last 24 hours' }).getByRole('row').nth(24).waitFor()
  await expectAccessible()
  await needs.getByRole('link').first().click()
  await page.waitForURL(/\/incidents\/inc_/)
  expect(complaints).toEqual([])
})

test('Now asks three times', async () => {
  const { page: first } = await signIn('viewer')
  await isLive(first)
  const page = await first.context().newPage()
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/v1/erp/') && pathname !== '/api/v1/erp/events') asked.push(pathname)
  })
  await page.goto(`${stack.url}/admin/`)
  await page.getByRole('grid').waitFor()
  await page.getByRole('region', { name: /^Needs you/ }).waitFor()
  expect(asked.toSorted()).toEqual(['/api/v1/erp/incidents', '/api/v1/erp/overview', '/api/v1/erp/streams'])
})

test('seven tabs have one stream, and all of them are live', async () => {
  const { page } = await signIn('viewer')
  await isLive(page)
  const context = page.context()
  let open = 0
  context.on('request', (request) => {
    if (request.url().includes('/erp/events')) open += 1
  })
  const others = await Promise.all(Array.from({ length: 6 }, () => context.newPage()))
  for (const other of others) {
    await other.goto(`${stack.url}/admin/`)
    await isLive(other)
  }
  expect(open).toBe(0) // the first tab has had its stream since before
  const added = await stack.connect({ name: 'Seen by all tabs', credentials: { apiUrl: erp.url } })
  for (const tab of [page, ...others]) await tab.getByRole('link', { name: 'Seen by all tabs' }).waitFor()
  await page.close()
  for (const tab of others) await isLive(tab)
  await ok(stack.api.DELETE('/erp/connections/{id}', { params: { path: { id: added.id } } }))
  for (const tab of others) await tab.getByRole('link', { name: 'Seen by all tabs' }).waitFor({ state: 'detached' })
  expect(open).toBe(1) // another tab has taken over
})

test('when the server goes away the page says so step by step, and goes on by itself once it is back', async () => {
  const { page, expectAccessible } = await signIn('viewer')
  await isLive(page)
  await Promise.all([live(page, 'Reconnecting'), stack.stopAll('SIGTERM')])
  await live(page, /Offline since/)
  await page.getByRole('alert').getByText('The server does not answer').first().waitFor()
  await expectAccessible()
  await Promise.all([stack.startApi(), stack.startWorker()])
  await stack.connect({ name: 'Made while nobody looked', credentials: { apiUrl: erp.url } })
  await isLive(page)
  await page.getByRole('link', { name: 'Made while nobody looked' }).waitFor()
}, 300_000)

test.each(bothWays)(
  'when Redis goes away the pages say so, and one that failed is asked again, $way',
  async ({ hands: { press }, isChecked }) => {
    const { page } = await signIn('viewer')
    await isLive(page)
    stack.redis.pause()
    try {
      await press(page.getByRole('navigation').getByRole('link', { name: 'Sync logs' }))
      await page.getByRole('alert').getByText('Redis does not answer', { exact: true }).waitFor()
    } finally {
      stack.redis.resume()
    }
    if (isChecked) await press(page.getByRole('button', { name: 'Try again' })) // otherwise it asks by itself
    await page.getByRole('row').filter({ hasText: 'products' }).first().waitFor()
    await isLive(page)
  },
)

test('a stream that cannot be had leaves the page asking every ten seconds', async () => {
  const { page } = await signIn('viewer')
  await page.context().route('**/erp/events', (route) => route.fulfill({ status: 404 }))
  await page.reload()
  await live(page, 'Every 10 s')
  const added = await stack.connect({ name: 'Found by asking', credentials: { apiUrl: erp.url } })
  await page.getByRole('link', { name: 'Found by asking' }).waitFor()
  await ok(stack.api.DELETE('/erp/connections/{id}', { params: { path: { id: added.id } } }))
})

test('a proxy that holds back what the server sends leaves the page asking every ten seconds, and says so', async () => {
  await using proxy = await startBufferingProxy(stack.url)
  const { page, complaints, expectAccessible } = await signInAs({ browser, stack: proxy }, 'viewer', '/')
  await expect.poll(() => proxy.streams()).toBe(1)
  await page.clock.install()
  await page.reload()
  await expect.poll(() => proxy.streams()).toBe(2)
  await live(page, 'Reconnecting')
  await page.clock.fastForward(41_000) // the server sends something every 15 seconds
  await live(page, 'Every 10 s')
  const added = await stack.connect({ name: 'Found behind a proxy', credentials: { apiUrl: erp.url } })
  await page.getByRole('link', { name: 'Found behind a proxy' }).waitFor()
  await expectAccessible()
  await ok(stack.api.DELETE('/erp/connections/{id}', { params: { path: { id: added.id } } }))
  expect(complaints).toEqual([])
})

test.each(bothWays)('a session that ends in the middle of a form is renewed over it, $way, and what was typed is saved', async (walk) => {
  const { press, write, approach, act } = walk.hands
  const { page, complaints, expectAccessible } = await signIn('admin', walk, `/erp-connections/${webshop.id}/settings`)
  const name = `Webshop ERP ${walk.way}`
  const save = page.getByRole('button', { name: 'Save', exact: true })
  const field = page.getByRole('textbox', { name: 'Name', exact: true }).first()
  await write(field, name)
  await approach(save)
  for (const session of await ok(stack.api.GET('/sessions')))
    if (session.name === 'admin') await stack.api.DELETE('/sessions/{id}', { params: { path: { id: session.id } } })
  await act(page) // unless an update that could not be read has opened the dialog already
  const dialog = page.getByRole('alertdialog', { name: 'Sign in again' })
  await dialog.waitFor()
  await expectAccessible()
  await write(dialog.getByLabel('API key'), secrets.admin)
  await press(dialog.getByRole('button', { name: 'Sign in' }))
  await dialog.waitFor({ state: 'detached' })
  expect(await field.inputValue()).toBe(name)
  await press(save)
  await page.getByRole('heading', { name }).waitFor()
  await isLive(page)
  expect(complaints).toEqual([])
})

test.each(bothWays)('who signs out in one tab, $way, is signed out in all', async ({ hands: { press } }) => {
  const { page } = await signIn('viewer')
  const other = await page.context().newPage()
  await other.goto(`${stack.url}/admin/sync-logs`)
  await other.getByRole('heading', { name: 'Sync logs' }).waitFor()
  await press(page.getByRole('button', { name: 'Sign out' }))
  for (const tab of [page, other]) await tab.getByRole('button', { name: 'Sign in' }).waitFor()
})

test('everything is reached by keyboard', async () => {
  const { page, complaints, expectAccessible } = await signIn('operator')
  const { keyboard } = page
  await page.getByRole('grid').waitFor()
  await keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await expectAccessible()
  await keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await keyboard.type('gc')
  await page.getByRole('heading', { name: 'ERP connections' }).waitFor()
  await page.getByRole('link', { name: /^Webshop ERP/ }).waitFor()
  await keyboard.press('j')
  await keyboard.press('j')
  await keyboard.press('k')
  await keyboard.press('Enter')
  await page.waitForURL(/\/erp-connections\/erp_/)

  await keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or jump…' }).waitFor()
  await expectAccessible()
  await keyboard.type('sylo')
  await page.getByRole('option', { name: 'Sync logs' }).waitFor()
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Sync logs' }).waitFor()

  await keyboard.type('gn')
  const grid = page.getByRole('grid')
  await grid.getByRole('link', { name: /^Webshop ERP/ }).focus()
  await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await page.waitForURL(/\/sync-logs\/log_/)

  await keyboard.press('u')
  await page.getByRole('button', { name: /UTC\. Show all times in your zone/ }).waitFor()
  await keyboard.press('?')
  await page.getByRole('checkbox', { name: 'Use single letters as keys' }).focus()
  await keyboard.press('Space')
  await keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await keyboard.type('gn?')
  expect(page.url()).toContain('/sync-logs/log_')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(complaints).toEqual([])
})

test('on a phone the navigation is a menu, in German and in the dark as well', async () => {
  const { page, complaints, expectAccessible } = await signIn('viewer', { width: 320, colorScheme: 'dark', locale: 'de-DE' })
  await page.getByRole('heading', { name: 'Jetzt' }).waitFor()
  await page.getByRole('grid').waitFor()
  await expectAccessible()
  await page.getByRole('button', { name: 'Navigation öffnen' }).click()
  await expectAccessible()
  await page.getByRole('dialog').getByRole('link', { name: 'Sync logs' }).click()
  await page.getByRole('heading', { name: 'Sync logs' }).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

test('the colours are chosen here, and stay chosen', async () => {
  const { page } = await signIn('viewer')
  await page.getByRole('button', { name: 'Colours: as the system. Change to light' }).click()
  await page.getByRole('button', { name: 'Colours: light. Change to dark' }).click()
  await page.reload()
  await page.getByRole('button', { name: 'Colours: dark. Change to as the system' }).waitFor()
  expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark')
})
