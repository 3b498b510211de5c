import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAuthority } from '@linkspan/connector-kit/testing/certificates'
import { findFreePort, type RestErp, type Sshd, startRestErp, startSapOData, startSshd } from '@linkspan/simulators'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from '../stack/stack.ts'
import { type PageOptions, startBrowser } from './browser.ts'
import { bothWays, keyboard } from './hands.ts'
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
/** A server with a certificate that nobody vouches for. */
async function startStranger() {
  using authority = createAuthority()
  const server = createServer(authority.selfSigned('localhost'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `https://localhost:${(server.address() as AddressInfo).port}`
  return { url, [Symbol.asyncDispose]: async () => void server.close() }
}

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
  const { press, tick, write } = keyboard
  const { page, complaints } = await signIn('admin', '/erp-connections')
  await press(button(page, 'New ERP Connection'))
  await write(page.getByLabel(/^Name/), 'By keyboard')
  await tick(page.getByRole('radio', { name: /^Custom/ }))
  await press(button(page, 'Next: Access'))
  await write(page.getByLabel('API URL'), erp.url)
  await press(button(page, 'Next: Test'))
  await press(button(page, 'Test'))
  await page.getByText(/Connection (successful|failed)/).waitFor()
  await press(button(page, 'Create inactive'))
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

test.each(bothWays)('an SAP system that is set up wrong is mended, stage by stage of its test, and connected, $way', async (walk) => {
  const { press, tick, write } = walk.hands
  await using sap = await startSapOData({ dataset: { products: 12, orders: 0 } })
  await using stranger = await startStranger()
  sap.clockAheadMs = 3_600_000
  const unreadable = sap.faults.add({ kind: 'forbidden', path: /API_MATERIAL_STOCK/, times: 'always' })
  const { page, complaints, expectAccessible } = await signIn('admin', '/erp-connections/new', walk)
  const verdict = (of: string, words: string | RegExp) =>
    page.getByRole('listitem').filter({ hasText: of }).filter({ hasText: words }).first().waitFor()
  const testAgain = () => press(button(page, /^Test( again)?$/))
  const mend = async (field: string, value: string) => {
    await press(button(page, `Go to ${field}`))
    await write(page.getByLabel(new RegExp(`^${field}`)), value)
    await press(button(page, 'Next: Test'))
    await testAgain()
  }
  await write(page.getByLabel(/^Name/), `SAP ${walk.way}`)
  await tick(page.getByRole('radio', { name: /^SAP/ }))
  await tick(page.getByRole('radio', { name: /^SAP S\/4HANA \(OData\)/ }))
  await press(button(page, 'Next: Access'))
  await write(page.getByLabel('API URL'), 'http://no-such-host.invalid')
  await write(page.getByLabel('Username'), sap.user)
  await write(page.getByLabel('Password'), 'not-the-password')
  await press(button(page, 'Next: Test'))
  await testAgain()
  for (const stage of ['TCP/TLS', 'Authentication', 'Clock', 'products', 'inventory']) await verdict(stage, 'not tried: DNS failed')
  await expectAccessible()
  await mend('API URL', `http://127.0.0.1:${await findFreePort()}`)
  for (const stage of ['Authentication', 'Clock', 'products', 'inventory']) await verdict(stage, 'not tried: TCP/TLS failed')
  await mend('API URL', stranger.url)
  await verdict('TCP/TLS', /certificate/)
  await verdict('Authentication', 'not tried: TCP/TLS failed')
  await mend('API URL', sap.url)
  for (const stage of ['Clock', 'products', 'inventory']) await verdict(stage, 'not tried: Authentication failed')
  await mend('Password', sap.password)
  await verdict('Clock', /The ERP's clock is 3\d\d\d s ahead of ours/)
  await verdict('products', 'Read 12')
  await verdict('inventory', /403|permission/i)
  await expectAccessible()
  sap.clockAheadMs = 0
  await testAgain()
  await verdict('Clock', 'agree')
  await verdict('inventory', /403|permission/i)
  unreadable.remove()
  await testAgain()
  await page.getByText(passed).waitFor()
  await press(button(page, 'Create inactive'))
  await page.getByRole('heading', { name: `SAP ${walk.way}` }).waitFor()
  await page.getByText('inactive', { exact: true }).first().waitFor()
  expect(complaints).toEqual([])
})

test.each(bothWays)('an SFTP server shows its host key, which is compared and confirmed, $way', async (walk) => {
  const { press, tick, write } = walk.hands
  const { privateKey } = await sshd.authorize('ed25519')
  const folder = join(sshd.folder, walk.way.replaceAll(' ', '-'))
  await mkdir(folder)
  await writeFile(join(folder, 'products_1.csv'), 'sku,name,price\nA1,Mug,1.50')
  await sshd.own(folder)
  const { page, complaints, expectAccessible } = await signIn('admin', '/erp-connections/new', {
    ...walk,
    width: 390,
    colorScheme: 'dark',
  })
  await write(page.getByLabel(/^Name/), 'Files')
  await tick(page.getByRole('radio', { name: /^Infor/ }))
  await tick(page.getByRole('radio', { name: /^Files over SFTP/ }))
  await expectAccessible()
  await press(button(page, 'Next: Access'))
  await write(page.getByLabel(/^SFTP host( \*)?$/), sshd.host)
  await write(page.getByLabel('SFTP port'), String(sshd.port))
  await write(page.getByLabel('SFTP username'), 'nobody-of-that-name')
  await write(page.getByLabel('SFTP private key'), privateKey)
  await write(page.getByLabel('SFTP path'), folder)
  await expectAccessible()
  await press(button(page, 'Next: Test'))
  await press(button(page, 'Test'))
  await page.getByText(sshd.fingerprint, { exact: true }).waitFor()
  await expectAccessible()
  await press(button(page, "This is the server's key"))
  await page.getByText('not tried: Authentication failed').first().waitFor()
  await press(page.getByRole('link', { name: '2 Access' }))
  await write(page.getByLabel('SFTP username'), sshd.username)
  await press(button(page, 'Next: Test'))
  await press(button(page, 'Test again'))
  await page.getByText(/Logged in as/).waitFor()
  await page.getByText(/Connection (successful|failed)/).waitFor()
  expect(complaints).toEqual([])
})

test.each(bothWays)(
  'what two people change at once is merged, $way: who changed what is told, and nothing that was typed is lost',
  async (walk) => {
    const { press, tick, write } = walk.hands
    const { id } = await stack.connect({
      name: 'Shared ERP',
      credentials: { apiUrl: erp.url, apiKey: 'first-key' },
      settings: { enabledDataTypes: ['products'] },
    })
    const { page, complaints, expectAccessible } = await signIn('admin', `/erp-connections/${id}/settings`, walk)
    await write(page.getByLabel('Batch size'), '50')
    await write(page.getByRole('textbox', { name: 'Name', exact: true }).first(), 'My name')
    await press(button(page, 'Replace: API key'))
    await write(page.getByLabel('API key', { exact: true }), 'second-key')
    await expectAccessible()
    await stack.client.call('PATCH', `/erp/connections/${id}`, { name: 'Their name', settings: { timeout: 20_000 } })
    await press(page.getByRole('button', { name: 'Save', exact: true }))
    await page.getByText(/admin changed .*name/).waitFor()
    await expectAccessible()
    await tick(page.getByRole('radio', { name: 'Their name' }))
    await press(button(page, 'Merge, and go on'))
    expect(await page.getByLabel('Batch size').inputValue()).toBe('50')
    await press(button(page, 'Save and test'))
    await page.getByText(passed).waitFor()
    const saved = await stack.client.call<object>('GET', `/erp/connections/${id}`)
    expect(saved).toMatchObject({ name: 'Their name', credentials: { apiKey: '********' }, settings: { batchSize: 50, timeout: 20_000 } })
    await press(button(page, 'Take a sample'))
    await page.getByRole('table', { name: 'Sample' }).getByText('accepted').first().waitFor()
    await expectAccessible()
    expect(complaints).toEqual([])
  },
)

test.each(bothWays)('a row opens in place, and a connection is paused and duplicated without its secrets, $way', async (walk) => {
  const { press } = walk.hands
  const name = `Old ERP ${walk.way}`
  const { id } = await stack.connect({
    name,
    credentials: { apiUrl: erp.url, apiKey: 'old-key' },
    settings: { enabledDataTypes: ['products'] },
  })
  const { page, complaints, expectAccessible } = await signIn('admin', `/erp-connections?q=${name}`, walk)
  await press(button(page, `Streams of ${name}`))
  await button(page, 'Sync Now: products').waitFor()
  await page.waitForURL(new RegExp(`open=${id}`))
  await expectAccessible()
  const choose = async (action: string) => {
    await press(button(page, `More actions for ${name}`))
    await press(page.getByRole('menuitem', { name: action }))
  }
  await choose('Pause')
  await page.getByRole('table').getByText('inactive', { exact: true }).waitFor()
  await choose('Duplicate without secrets')
  await page.getByRole('heading', { name: 'New ERP Connection' }).waitFor()
  expect(await page.getByLabel(/^Name/).inputValue()).toBe(`Copy of ${name}`)
  await press(page.getByRole('link', { name: '2 Access' }))
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
