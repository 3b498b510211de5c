import { type RestErp, startRestErp } from '@linkspan/simulators'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, startChat } from '../notifications/chat.ts'
import { type Stack, secrets, startStack } from '../stack/stack.ts'
import { type Receiver, startReceiver } from '../webhooks/receiver.ts'
import { type PageOptions, startBrowser } from './browser.ts'
import { type Role, signInAs } from './sign-in.ts'

/** What is written down: statistics, the audit trail, webhooks, alerts and settings, in a real browser against the real stack. */
let stack: Stack
let erp: RestErp
let receiver: Receiver
let chat: Chat
let browser: Browser
let connectionId: string
beforeAll(async () => {
  ;[stack, erp, receiver, chat, browser] = await Promise.all([
    startStack({ env: { INSTALLATION_NAME: 'acme-prod' } }),
    startRestErp({ dataset: { products: 60, orders: 0 }, paging: 'next', pageSize: 25, total: 'header' }),
    startReceiver(),
    startChat(),
    startBrowser(),
  ])
  const settings = { enabledDataTypes: ['products' as const] }
  connectionId = (await stack.connect({ name: 'مخزن البضائع', credentials: { apiUrl: erp.url }, settings })).id
  await stack.sync(connectionId)
})
afterAll(async () => {
  await browser.close()
  await Promise.all([receiver, chat, erp, stack].map((one) => one[Symbol.asyncDispose]()))
})

const signIn = (role: Role, path: string, options?: Partial<PageOptions>) => signInAs({ browser, stack }, role, path, options)

/** Keeps a picture for whoever wants to look at the pages. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/books-${name}.png`, fullPage: true })
}

test('statistics of a sync: charts whose marks lead to its runs, as a table, by data type, in the address', async () => {
  const { page, complaints, expectAccessible } = await signIn('viewer', '/statistics')
  const chart = page.getByRole('region', { name: 'Runs by outcome' })
  await chart.getByRole('img', { name: 'Runs by outcome: success 1, error 0.' }).waitFor()
  await expectAccessible()
  await picture(page, 'statistics')

  await chart.getByRole('button', { name: 'Show as table' }).click()
  await chart.getByRole('row').filter({ hasText: '1' }).nth(0).waitFor()
  await expectAccessible()
  await chart.getByRole('button', { name: 'Show as chart' }).click()

  await page.getByLabel('Range').selectOption('-7d')
  await page.waitForURL(/since=-7d/)
  await page.reload()
  expect(await page.getByLabel('Range').inputValue()).toBe('-7d')
  await expectAccessible()

  await chart.getByRole('link').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/sync-logs\?/)
  await page.getByRole('row').filter({ hasText: 'products' }).filter({ hasText: 'success' }).waitFor()
  expect(await page.getByLabel('From', { exact: true }).inputValue()).toMatch(/^\d{4}-\d\d-\d\dT/)
  await expectAccessible()
  expect(complaints).toEqual([])
})

test('the tab Statistics of a connection shows the range beside all time', async () => {
  const { page, complaints, expectAccessible } = await signIn('viewer', `/erp-connections/${connectionId}`)
  await page.getByRole('navigation', { name: 'Parts of this connection' }).getByRole('link', { name: 'Statistics' }).click()
  await page.getByRole('heading', { name: 'Of all time' }).waitFor()
  await page.getByText('100%').waitFor()
  await page.getByRole('img', { name: /^Records by fate: created 60/ }).waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})

test('a webhook: made, its secret shown once, tested, its delivery seen with its attempts, sent again, paused and resumed', async () => {
  const { page, complaints, expectAccessible } = await signIn('admin', '/webhooks')
  await page.getByRole('button', { name: 'New webhook' }).click()
  await page.getByLabel('Address').fill(receiver.url)
  await page.getByLabel('What it is for').fill('The shop')
  await expectAccessible()
  await picture(page, 'webhook-form')
  await page.getByRole('button', { name: 'Create the webhook' }).click()
  await page.getByText(/^whsec_/).waitFor()
  await expectAccessible()
  await page.getByRole('link', { name: receiver.url }).click()
  await page.getByRole('heading', { name: receiver.url }).waitFor()
  expect(await page.getByText(/^whsec_/).count()).toBe(0)

  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await page.getByRole('status').filter({ hasText: 'delivered' }).waitFor()
  expect(receiver.received.at(-1)?.event.type).toBe('webhook.test')
  await page.getByRole('link', { name: 'webhook.test' }).click()
  await page.getByText('"webhook.test"').waitFor()
  await expectAccessible()
  await picture(page, 'webhook')

  const before = receiver.received.length
  await page.getByRole('button', { name: 'Resend webhook.test' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('resent by hand').waitFor()
  expect(receiver.received.length).toBe(before + 1)

  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('button', { name: 'Resume' }).click()
  await page.getByRole('button', { name: 'Pause' }).waitFor()
  await page.getByRole('button', { name: 'Replace the secret' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Replace the secret' }).click()
  await page.getByText(/^whsec_/).waitFor()
  await page.getByText('The old secret signs until').waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})

test('an alert route: made, tested along the real way, changed, deleted', async () => {
  const { page, complaints, expectAccessible } = await signIn('admin', '/alerts')
  await page.getByRole('button', { name: 'New route' }).click()
  await page.getByLabel('Channel').selectOption('slack')
  await page.getByLabel('URL').fill(chat.url)
  await expectAccessible()
  await picture(page, 'alert-form')
  await page.getByRole('button', { name: 'Create the route' }).click()
  const route = page.getByRole('row').filter({ hasText: 'Slack: a URL, kept as a secret' })
  await route.getByRole('button', { name: /^Test/ }).click()
  await route.getByRole('status').filter({ hasText: 'delivered' }).waitFor()
  expect(chat.messages).toHaveLength(1)
  await route.getByRole('link').click()
  await page.getByText('Sent lately').waitFor()
  await expectAccessible()
  await picture(page, 'alerts')

  chat.answer(500, 'broken')
  await route.getByRole('button', { name: /^Test/ }).click()
  await route
    .getByRole('status')
    .filter({ hasText: /pending|failed/ })
    .waitFor()

  await route.getByRole('button', { name: /^Edit/ }).click()
  await page.getByLabel('Switched on').selectOption('off')
  await page.getByRole('button', { name: 'Save' }).click()
  await route.getByText('off', { exact: true }).waitFor()
  await route.getByRole('button', { name: /^Delete/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await route.waitFor({ state: 'detached' })
  await page.getByText('There is none yet.').waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})

test('the audit trail tells in sentences, is filtered in the address, and opens an event with its fields', async () => {
  await stack.client.call('PATCH', `/erp/connections/${connectionId}`, {
    credentials: { apiKey: 'a-new-secret' },
    settings: { timeout: 20_000 },
  })
  const { page, complaints, expectAccessible } = await signIn('viewer', '/audit')
  const event = page.getByRole('link', { name: /^admin changed the connection مخزن البضائع/ })
  await event.waitFor()
  await expectAccessible()
  await picture(page, 'audit')
  await event.focus()
  await page.keyboard.press('Enter')
  await page.getByText('settings.timeout').last().waitFor()
  await page.getByText('changed; a secret is never shown').waitFor()
  expect(await page.getByText('a-new-secret').count()).toBe(0)
  await expectAccessible()
  await page.getByLabel('Did what').selectOption('erp_connection_created_enhanced')
  await page.waitForURL(/action=erp_connection_created_enhanced/)
  await page.getByRole('link', { name: /^admin created the connection/ }).waitFor()
  await event.waitFor({ state: 'detached' })
  await page.getByLabel('Who').fill('nobody-of-that-name')
  await page.keyboard.press('Enter')
  await page.getByText('Nothing fits the filter.').waitFor()
  expect(page.url()).toContain('actor=nobody-of-that-name')
  await expectAccessible()
  await page.goto(`${stack.url}/admin/erp-connections/${connectionId}/audit`)
  await event.waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})

test('settings: what runs here, the keys for admins, and a session that is signed out', async () => {
  const other = await signIn('viewer', '/settings/sessions')
  await other.page.getByRole('row').filter({ hasText: 'viewer · viewer' }).first().waitFor()
  expect(await other.page.getByText('admin · admin').count()).toBe(0)
  await other.page.getByRole('link', { name: 'Keys', exact: true }).click()
  await other.page.getByText('Only admins see this.').waitFor()
  await other.expectAccessible()

  const { page, complaints, expectAccessible } = await signIn('admin', '/settings')
  await page.getByLabel('Density of tables').selectOption('compact')
  await expectAccessible()
  await page.getByRole('link', { name: 'Installation', exact: true }).click()
  await page.getByText('acme-prod').first().waitFor()
  await page.getByRole('table', { name: 'Effective settings' }).getByText('LOG_RETENTION_DAYS').waitFor()
  await page.getByRole('table', { name: 'Workers' }).getByText('alive').first().waitFor()
  expect(await page.content()).not.toContain(secrets.admin)
  await expectAccessible()
  await picture(page, 'installation')
  await page.getByRole('link', { name: 'Keys', exact: true }).click()
  await page.getByRole('table', { name: 'Keys' }).getByRole('row').filter({ hasText: 'viewer' }).first().waitFor()
  await expectAccessible()
  await page.getByRole('link', { name: 'Sessions', exact: true }).click()
  const theirs = page.getByRole('button', { name: /^Sign out viewer at/ })
  await theirs.first().waitFor()
  await expectAccessible()
  for (let left = await theirs.count(); left > 0; left -= 1) {
    await theirs.first().focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => theirs.count()).toBe(left - 1)
  }
  await other.page.goto(`${stack.url}/admin/settings/sessions`)
  await other.page.getByRole('button', { name: 'Sign in' }).waitFor()
  expect([...complaints, ...other.complaints]).toEqual([])
})

test.each([
  { width: 390, colorScheme: 'dark' as const, locale: 'en-GB' },
  { width: 320, colorScheme: 'light' as const, locale: 'de-DE' },
])('all of these pages fit a phone: $width, $colorScheme, $locale', async (options) => {
  const { page, complaints, expectAccessible } = await signIn('admin', '/statistics', options)
  await page.getByRole('img').first().waitFor()
  const paths = ['statistics', 'audit', 'webhooks', 'webhooks?create=true', 'alerts', 'alerts?edit=new', 'settings/preferences']
  for (const path of [
    ...paths,
    'settings/installation',
    'settings/keys',
    'settings/sessions',
    `erp-connections/${connectionId}/statistics`,
  ]) {
    await page.goto(`${stack.url}/admin/${path}`)
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => page.getByText(/^(Asking|Wird gefragt)…/).count()).toBe(0)
    await expectAccessible()
    await picture(page, `${options.width}-${path.replaceAll(/\W/g, '-')}`)
  }
  expect(complaints).toEqual([])
})
