import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RestErp, type Sshd, startRestErp, startSshd } from '@linkspan/simulators'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from '../stack/stack.ts'
import { type PageOptions, startBrowser } from './browser.ts'
import { type Role, signInAs } from './sign-in.ts'

/** How connections are made, changed and deleted at the admin pages. */
let stack: Stack
let erp: RestErp
let sshd: Sshd
let browser: Browser
beforeAll(async () => {
  ;[stack, erp, sshd, browser] = await Promise.all([
    startStack(),
    startRestErp({ dataset: { products: 30, orders: 0 }, paging: 'next', pageSize: 25, total: 'header' }),
    startSshd(),
    startBrowser(),
  ])
})
afterAll(async () => {
  await browser?.close()
  await Promise.all([erp?.[Symbol.asyncDispose](), sshd?.[Symbol.asyncDispose](), stack?.[Symbol.asyncDispose]()])
})

const signIn = (role: Role, path: string, options?: Partial<PageOptions>) => signInAs({ browser, stack }, role, path, options)

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const passed = /^Connection successful! Response time: [\d,]+ ms$/

test('New ERP Connection, Test, Create, and the run of its first sync, by mouse', async () => {
  const { page, complaints, expectAccessible } = await signIn('admin', '/erp-connections')
  await page.getByText('There is none yet.').waitFor()
  await button(page, 'New ERP Connection').click()
  await page.getByRole('heading', { name: 'New ERP Connection' }).waitFor()
  await page.getByLabel(/^Name/).fill('Webshop ERP')
  await page.getByRole('radio', { name: /^Custom/ }).check()
  await page.getByRole('radio', { name: /^REST API/ }).check()
  await expectAccessible()
  await button(page, 'Next: Access').click()
  await page.getByLabel('API URL').fill(`${erp.url} `)
  await page.getByText('It begins or ends with a blank.').waitFor()
  await page.getByLabel('API URL').fill(erp.url)
  await expectAccessible()
  await button(page, 'Next: Test').click()
  await button(page, 'Test').click()
  await page.getByText(/Connection (successful|failed)/).waitFor()
  await page.getByText('Authentication', { exact: true }).waitFor()
  await expectAccessible()
  await page.getByRole('link', { name: '4 Data' }).click()
  for (const name of [/^orders/, /^order status/, /^inventory/, /^employees/, /^invoices/]) {
    const box = page.getByRole('checkbox', { name })
    if ((await box.count()) > 0) await box.uncheck()
  }
  await expectAccessible()
  await page.getByRole('link', { name: '3 Test' }).click()
  await button(page, 'Test again').click()
  await page.getByText(passed).waitFor()
  await page.getByRole('link', { name: '5 Rhythm and use' }).click()
  await page.getByLabel('Rhythm', { exact: true }).selectOption('every day at 02:00')
  await page.getByRole('status').getByRole('listitem').nth(4).waitFor()
  await expectAccessible()
  await button(page, 'Create')
    .and(page.getByText('Create', { exact: true }))
    .click()
  await page.getByText('All 30 records are accounted for.').waitFor()
  expect(page.url()).toContain('/admin/sync-logs/log_')
  await page.getByRole('navigation').getByRole('link', { name: 'Sync logs' }).click()
  await page.getByRole('row').filter({ hasText: 'products' }).filter({ hasText: 'success' }).first().waitFor()
  const [connection] = await stack.client.call<{ settings: { syncSchedule: string } }[]>('GET', '/erp/connections')
  expect(connection?.settings.syncSchedule).toBe('0 2 * * *')
  expect(complaints).toEqual([])
})

test('the same by keyboard alone, with an inactive connection at the end', async () => {
  const { page, complaints } = await signIn('admin', '/erp-connections')
  const enter = async (target: ReturnType<typeof button>) => {
    await target.focus()
    await page.keyboard.press('Enter')
  }
  await enter(button(page, 'New ERP Connection'))
  await page.getByRole('heading', { name: 'New ERP Connection' }).waitFor()
  await page.getByLabel(/^Name/).focus()
  await page.keyboard.type('By keyboard')
  await page.getByRole('radio', { name: /^Custom/ }).focus()
  await page.keyboard.press('Space')
  await enter(button(page, 'Next: Access'))
  await page.getByLabel('API URL').focus()
  await page.keyboard.type(erp.url)
  await enter(button(page, 'Next: Test'))
  await enter(button(page, 'Test'))
  await page.getByText(/Connection (successful|failed)/).waitFor()
  await enter(button(page, 'Create inactive'))
  await page.getByRole('heading', { name: 'By keyboard' }).waitFor()
  await page.getByText('inactive', { exact: true }).first().waitFor()
  expect(complaints).toEqual([])
})

test('a wrong secret is told at its field, and a draft survives a reload without its secrets', async () => {
  const guarded = await startRestErp({ dataset: { products: 5, orders: 0 }, auth: { kind: 'bearer', token: 'the-right-token' } })
  try {
    const { page, expectAccessible } = await signIn('admin', '/erp-connections/new')
    await page.getByLabel(/^Name/).fill('Guarded ERP')
    await page.getByRole('radio', { name: /^Custom/ }).check()
    await button(page, 'Next: Access').click()
    await page.getByLabel('API URL').fill(guarded.url)
    await page.getByLabel('Sign in with').selectOption('token')
    await page.getByLabel('OAuth token').fill('a-wrong-token')
    await button(page, 'Next: Test').click()
    await button(page, 'Test').click()
    await page.getByText(/^Connection failed/).waitFor()
    await page.getByText('not tried: Authentication failed').first().waitFor()
    await expectAccessible()
    await button(page, 'Go to OAuth token').click()
    await page.getByLabel('OAuth token').waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('field-credentials-oauthToken')
    expect(await page.evaluate('JSON.stringify({ ...sessionStorage })')).not.toContain('a-wrong-token')
    await page.reload()
    expect(await page.getByLabel('API URL').inputValue()).toBe(guarded.url)
    expect(await page.getByLabel('OAuth token').inputValue()).toBe('')
  } finally {
    await guarded[Symbol.asyncDispose]()
  }
})

test('an SFTP server shows its host key, which is compared and confirmed', async () => {
  const { privateKey } = await sshd.authorize('ed25519')
  const folder = join(sshd.folder, 'wizard')
  await mkdir(folder)
  await writeFile(join(folder, 'products_1.csv'), 'sku,name,price\nA1,Mug,1.50')
  await sshd.own(folder)
  const { page, complaints, expectAccessible } = await signIn('admin', '/erp-connections/new', { width: 390, colorScheme: 'dark' })
  await page.getByLabel(/^Name/).fill('Files')
  await page.getByRole('radio', { name: /^Infor/ }).check()
  await page.getByRole('radio', { name: /^Files over SFTP/ }).check()
  await expectAccessible()
  await button(page, 'Next: Access').click()
  await page.getByLabel(/^SFTP host( \*)?$/).fill(sshd.host)
  await page.getByLabel('SFTP port').fill(String(sshd.port))
  await page.getByLabel('SFTP username').fill(sshd.username)
  await page.getByLabel('SFTP private key').fill(privateKey)
  await page.getByLabel('SFTP path').fill(folder)
  await expectAccessible()
  await button(page, 'Next: Test').click()
  await button(page, 'Test').click()
  await page.getByText(sshd.fingerprint, { exact: true }).waitFor()
  await expectAccessible()
  await button(page, "This is the server's key").click()
  await page.getByText(/Logged in as/).waitFor()
  await page.getByText(/Connection (successful|failed)/).waitFor()
  expect(complaints).toEqual([])
})

test('what two people change at once is merged: who changed what is told, and nothing that was typed is lost', async () => {
  const { id } = await stack.connect({
    name: 'Shared ERP',
    credentials: { apiUrl: erp.url, apiKey: 'first-key' },
    settings: { enabledDataTypes: ['products'] },
  })
  const { page, complaints, expectAccessible } = await signIn('admin', `/erp-connections/${id}/settings`)
  await page.getByLabel('Batch size').fill('50')
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('My name')
  await button(page, 'Replace: API key').click()
  await page.getByLabel('API key', { exact: true }).fill('second-key')
  await expectAccessible()
  await stack.client.call('PATCH', `/erp/connections/${id}`, { name: 'Their name', settings: { timeout: 20_000 } })
  await button(page, 'Save')
    .and(page.getByText('Save', { exact: true }))
    .click()
  await page.getByText(/admin changed .*name/).waitFor()
  await expectAccessible()
  await page.getByRole('radio', { name: 'Their name' }).check()
  await button(page, 'Merge, and go on').click()
  expect(await page.getByLabel('Batch size').inputValue()).toBe('50')
  await button(page, 'Save and test').click()
  await page.getByText(passed).waitFor()
  const saved = await stack.client.call<object>('GET', `/erp/connections/${id}`)
  expect(saved).toMatchObject({ name: 'Their name', credentials: { apiKey: '********' }, settings: { batchSize: 50, timeout: 20_000 } })
  await button(page, 'Take a sample').click()
  await page.getByRole('table', { name: 'Sample' }).getByText('accepted').first().waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})

test('a row opens in place, and a connection is paused and duplicated without its secrets', async () => {
  const { id } = await stack.connect({
    name: 'Old ERP',
    credentials: { apiUrl: erp.url, apiKey: 'old-key' },
    settings: { enabledDataTypes: ['products'] },
  })
  const { page, complaints, expectAccessible } = await signIn('admin', '/erp-connections?q=old')
  await button(page, 'Streams of Old ERP').click()
  await button(page, 'Sync Now: products').waitFor()
  await page.waitForURL(new RegExp(`open=${id}`))
  await expectAccessible()
  const choose = async (name: string) => {
    await button(page, 'More actions for Old ERP').click()
    await page.getByRole('menuitem', { name }).click()
  }
  await choose('Pause')
  await page.getByRole('table').getByText('inactive', { exact: true }).waitFor()
  await choose('Duplicate without secrets')
  await page.getByRole('heading', { name: 'New ERP Connection' }).waitFor()
  expect(await page.getByLabel(/^Name/).inputValue()).toBe('Copy of Old ERP')
  await page.getByRole('link', { name: '2 Access' }).click()
  await page.getByRole('heading', { name: 'Access' }).waitFor()
  expect(await page.getByLabel('API URL').inputValue()).toBe(erp.url)
  expect(await page.getByLabel('API key').inputValue()).toBe('')
  expect(complaints).toEqual([])
})

test('a connection is deleted once its name is typed', async () => {
  const { id } = await stack.connect({
    name: 'Abandoned ERP',
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products'] },
  })
  const { page, complaints, expectAccessible } = await signIn('admin', '/erp-connections?q=aband')
  await button(page, 'More actions for Abandoned ERP').click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByText('the audit trail').waitFor()
  await expectAccessible()
  const remove = page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true })
  expect(await remove.isDisabled()).toBe(true)
  await page.getByLabel('Type "Abandoned ERP" to delete it').fill('Abandoned ERP')
  await remove.click()
  await page.getByRole('link', { name: 'Abandoned ERP' }).waitFor({ state: 'detached' })
  await expect(stack.client.call('GET', `/erp/connections/${id}`)).rejects.toThrow()
  expect(complaints).toEqual([])
})

test('a viewer is told that new connections need an admin', async () => {
  const { page } = await signIn('viewer', '/erp-connections', { locale: 'de-DE', width: 390 })
  await button(page, 'Neue ERP-Verbindung').waitFor()
  expect(await button(page, 'Neue ERP-Verbindung').isDisabled()).toBe(true)
  await page.getByText('Braucht die Rolle admin').waitFor()
})
