import { createDataset, type RestErp, startRestErp } from '@linkspan/simulators'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from '../stack/stack.ts'
import { type PageOptions, startBrowser } from './browser.ts'
import { bothWays, keyboard } from './hands.ts'
import { type Role, signInAs } from './sign-in.ts'

/** "Where is order 4711?", in a real browser against the real stack. */
let stack: Stack
let erp: RestErp
let browser: Browser
let connectionId: string
const [{ sku }] = [...createDataset({ products: 1 }).products] as unknown as [{ sku: string }]
beforeAll(async () => {
  ;[stack, erp, browser] = await Promise.all([
    startStack(),
    startRestErp({ dataset: { products: 30, orders: 5 }, paging: 'link' }),
    startBrowser(),
  ])
  erp.faults.add({ kind: 'drop-after-store', path: '/orders', times: 1 })
  const settings = { enabledDataTypes: ['orders', 'products'], retryDelay: 50 }
  connectionId = (
    await stack.connect({ name: 'Webshop ERP', credentials: { apiUrl: erp.url }, settings } as Parameters<Stack['connect']>[0])
  ).id
  await stack.client.call('POST', `/erp/connections/${connectionId}/records/orders`, {
    id: 'SHOP-4711',
    orderDate: '2026-11-23',
    currency: 'EUR',
    total: '25.00',
    customerId: '17100001',
    lines: [{ lineNumber: '10', sku, quantity: '2', unitPrice: '12.50' }],
  })
  await stack.sync(connectionId, 'orders', { direction: 'bidirectional', mode: 'full' })
  await stack.sync(connectionId, 'products', { mode: 'full' })
})
afterAll(async () => {
  await browser.close()
  await Promise.all([erp[Symbol.asyncDispose](), stack[Symbol.asyncDispose]()])
})

const signIn = (role: Role, options?: Partial<PageOptions>, path = '/erp-connections') => signInAs({ browser, stack }, role, path, options)

test.each(bothWays)('where is order 4711? $way from any page to the words for the customer', async (walk) => {
  const { press, write } = walk.hands
  const { page, complaints, expectAccessible } = await signIn('viewer', walk)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('heading', { name: 'ERP connections' }).waitFor()
  if (walk.hands === keyboard) {
    await page.keyboard.press('/')
    await page.keyboard.type('shop-4711')
  } else await write(page.getByRole('searchbox').first(), 'shop-4711')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'What has happened' }).waitFor()
  expect(page.url()).toBe(`${stack.url}/admin/records/${connectionId}/orders/SHOP-4711`)
  await page.getByText('Found in the ERP by our reference, so it was not sent again.').waitFor()
  await page.getByText(/^Sent to the ERP, attempt 1, with the reference SHOP-4711\.$/).waitFor()
  await expectAccessible()
  await page.getByText('12.50').waitFor()
  await press(page.getByRole('button', { name: 'Copy for the customer' }))
  await page.getByText('Copied.').waitFor()
  const copied = String(await page.evaluate('navigator.clipboard.readText()'))
  expect(copied).toMatch(/^We have had your order SHOP-4711 since .+ UTC\. It has arrived and is being handled\. Its status is: .+\.$/)
  expect(copied).not.toMatch(/erp_|log_/)
  await press(page.getByRole('link', { name: 'Open the run' }).first())
  await page.getByRole('heading', { name: 'Balance' }).waitFor()
  expect(complaints).toEqual([])
})

test('a search with several hits lists them, and one without says what was searched', async () => {
  const { page, complaints, expectAccessible } = await signIn('viewer', { width: 390, colorScheme: 'dark' }, `/search?q=${sku.slice(0, 3)}`)
  await page.getByRole('row').filter({ hasText: sku }).filter({ hasText: 'SKU' }).first().waitFor()
  await expectAccessible()
  await page.getByRole('searchbox', { name: 'Search records' }).fill('no-such-thing')
  await page.keyboard.press('Enter')
  await page.getByText('No key is no-such-thing or begins with it').waitFor()
  await expectAccessible()
  await page.getByRole('button', { name: 'Open the navigation' }).click()
  await page.getByRole('link', { name: 'Records' }).click()
  await page.getByText('Look for a record by what people call it').waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})

test('the records of a connection are filtered in the address, and deleted ones stay visible', async () => {
  await stack.client.call(
    'DELETE',
    `/erp/connections/${connectionId}/records/products/${encodeURIComponent(erp.dataset.products.at(0)?.id ?? '')}`,
  )
  const { page, complaints, expectAccessible } = await signIn('viewer', {}, `/erp-connections/${connectionId}/records?dataType=products`)
  await page.getByRole('table').waitFor()
  expect(await page.locator('tbody tr').count()).toBe(29)
  await expectAccessible()
  await page.getByLabel('Key or text').fill(sku)
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=/)
  await page.getByLabel('Show', { exact: true }).selectOption('deleted')
  await page.waitForURL(/deleted=true/)
  await page.getByRole('row').filter({ hasText: 'deleted' }).waitFor()
  await page.reload()
  await page.locator('tbody th a').first().click()
  await page.getByText('The record is deleted; its fields are not kept.').waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})

test('the journey speaks German to a German browser, on the smallest screen', async () => {
  const path = `/records/${connectionId}/orders/SHOP-4711`
  const { page, complaints, expectAccessible } = await signIn('viewer', { locale: 'de-DE', width: 320 }, path)
  await page.getByText('Im ERP unter unserer Referenz gefunden und deshalb nicht noch einmal gesendet.').waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})
