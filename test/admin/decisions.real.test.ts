import { ok } from '@linkspan/client'
import { type RestErp, startRestErp } from '@linkspan/simulators'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Stack, startStack } from '../stack/stack.ts'
import { type PageOptions, startBrowser } from './browser.ts'
import { bothWays } from './hands.ts'
import { type Role, signInAs } from './sign-in.ts'

/** What people decide at the admin pages: conflicts, which ERP serves a site, and when something is synced. */
let stack: Stack
let erp: RestErp
let browser: Browser
let connectionId: string
let oracleId: string
beforeAll(async () => {
  ;[stack, erp, browser] = await Promise.all([
    startStack(),
    startRestErp({ dataset: { products: 12, orders: 0 }, paging: 'link' }),
    startBrowser(),
  ])
  const settings = { enabledDataTypes: ['products' as const, 'inventory' as const] }
  connectionId = (await stack.connect({ name: 'SAP Production', credentials: { apiUrl: erp.url }, settings })).id
  oracleId = (await stack.connect({ name: 'Oracle US', credentials: { apiUrl: erp.url }, settings })).id
  await stack.client.call('POST', '/erp/sync-configs', {
    erpConnectionId: connectionId,
    dataType: 'products',
    direction: 'bidirectional',
    settings: { conflictResolution: 'manual' },
  })
  await syncBoth()
})
afterAll(async () => {
  await browser.close()
  await Promise.all([erp[Symbol.asyncDispose](), stack[Symbol.asyncDispose]()])
})

const syncBoth = () => stack.sync(connectionId, 'products', { direction: 'bidirectional', mode: 'full' })

/** Both sides change these fields of as many products, and a sync finds it; answers the ids of the products. */
async function clash(from: number, count: number, ours: Record<string, string>, theirs: Record<string, string>): Promise<string[]> {
  const ids = [...erp.dataset.products].slice(from, from + count).map(({ id }) => id)
  for (const id of ids) {
    await stack.client.call('POST', `/erp/connections/${connectionId}/records/products`, { id, ...ours })
    erp.change('products', id, theirs)
  }
  expect(await syncBoth()).toMatchObject({ recordsConflicted: count })
  return ids
}

const signIn = (role: Role, path: string, options?: Partial<PageOptions>) => signInAs({ browser, stack }, role, path, options)

const cockpit = (page: Page, id: string) => page.getByRole('region', { name: `Conflict about ${id}` })

test('a conflict is decided field by field, and a second browser that is slower is told who decided what', async () => {
  const [id = ''] = await clash(0, 1, { name: 'Our name', brand: 'Our brand' }, { name: 'Their name', brand: 'Their brand' })
  const first = await signIn('operator', '/conflicts')
  const second = await signIn('admin', '/conflicts', { width: 390, colorScheme: 'dark' })
  await cockpit(first.page, id).waitFor()
  await first.expectAccessible()
  const decide = cockpit(first.page, id).getByRole('button', { name: 'Decide this one' })
  expect(await decide.isDisabled()).toBe(true)
  expect(await first.page.getByRole('radio', { checked: true }).count()).toBe(0)
  await cockpit(second.page, id).waitFor()
  await second.expectAccessible()
  for (const field of ['name', 'brand']) await second.page.getByRole('radio', { name: `${field}: Shop` }).click()

  await first.page.getByRole('radio', { name: 'name: SAP Production' }).focus()
  await first.page.keyboard.press('1')
  await first.page.getByRole('radio', { name: 'brand: Shop' }).focus()
  await first.page.keyboard.press('2')
  await first.page.getByText('Effect: Shop gets name Their name; SAP Production gets brand Our brand.').waitFor()
  await first.expectAccessible()
  await decide.focus()
  await second.page.route('**/api/v1/erp/conflicts?*', (route) => route.abort()) // its list is as old as it is
  await first.page.keyboard.press('Enter')
  await first.page.getByRole('table', { name: 'What became of it' }).getByText('resolved').waitFor()
  await first.expectAccessible()

  await second.page.getByRole('button', { name: 'Decide this one' }).click()
  const told = second.page.getByRole('table', { name: 'What became of it' })
  await told.getByText('decided by someone else').waitFor()
  await told.getByText("operator decided for the ERP's values, except brand").waitFor()
  await second.expectAccessible()

  await first.page.getByLabel('Status', { exact: true }).selectOption('resolved')
  await first.page.getByRole('row').filter({ hasText: id }).getByText('operator decided').waitFor()
  await first.expectAccessible()
  expect(await syncBoth()).toMatchObject({ recordsPushed: 1 })
  expect(erp.dataset.products.get(id)).toMatchObject({ name: 'Their name', brand: 'Our brand' })
  expect(first.complaints).toEqual([])
})

test.each(bothWays)('five alike get the same decision at once, $way, after each was shown with its result', async (walk) => {
  const { press } = walk.hands
  const ids = await clash(walk.isChecked ? 1 : 7, 5, { brand: 'Our brand' }, { brand: 'Their brand' })
  const { page, complaints, expectAccessible } = await signIn('operator', '/conflicts', walk)
  await press(page.getByRole('button', { name: 'Choose Shop in every row' }))
  await press(page.getByRole('button', { name: 'Same decision for the other 4…' }))
  const preview = page.getByRole('table', { name: 'What would become of these 5' })
  for (const id of ids) await preview.getByRole('row').filter({ hasText: id }).getByText('Our brand').waitFor()
  await expectAccessible()
  await press(page.getByRole('button', { name: 'Decide 5' }))
  await page.getByText('No conflict waits for anybody.').waitFor()
  const told = page.getByRole('table', { name: 'What became of it' })
  await expect.poll(() => told.getByText('resolved', { exact: true }).count()).toBe(5)
  await expectAccessible()
  expect(await syncBoth()).toMatchObject({ recordsPushed: 5 })
  expect(complaints).toEqual([])
})

test('a link shows one conflict, the connection lists its own, and a viewer is told which role decides', async () => {
  const [id = ''] = await clash(6, 1, { brand: 'Our brand' }, { brand: 'Their brand' })
  const [conflict] = await ok(stack.api.GET('/erp/conflicts', { params: { query: {} } }))
  const viewer = await signIn('viewer', `/conflicts/${conflict?.id}`, { width: 320, locale: 'de-DE' })
  await viewer.page.getByText('Braucht die Rolle operator').waitFor()
  await viewer.expectAccessible()
  await viewer.page.goto(`${stack.url}/admin/erp-connections/${connectionId}/conflicts`)
  await viewer.page.getByRole('link', { name: id }).click()
  await viewer.page.waitForURL(/peek=conflict_/)
  await stack.client.call('POST', `/erp/conflicts/${conflict?.id}/resolve`, { winner: 'erp' })
  await viewer.page.getByText(/admin decided at .* for the ERP's values/).waitFor()
  await viewer.expectAccessible()
})

describe('clients and sites', () => {
  beforeAll(async () => {
    const call = stack.client.call
    await call('POST', '/clients/acme/erp-assignments', { erpConnectionId: connectionId })
    await call('PUT', '/clients/acme', { name: 'شركة النور' })
    for (const site of ['site-1', 'site-2']) await call('PUT', `/clients/acme/sites/${site}`, { name: `Shop ${site}` })
  })

  test.each(bothWays)('which ERP serves a site and why is shown, and a change shows every site before and after, $way', async (walk) => {
    const { choose, press } = walk.hands
    const { page, complaints, expectAccessible } = await signIn('admin', '/clients', walk)
    const named = (name: string) => page.getByRole('button', { name, exact: true })
    await expectAccessible()
    await press(page.getByRole('link', { name: /شركة النور/ }))
    await press(page.getByRole('link', { name: /Shop site-2/ }))
    const why = page.getByRole('table', { name: 'Why this connection' })
    await why.getByRole('row').filter({ hasText: 'SAP Production' }).getByText('this one counts').waitFor()
    await expectAccessible()
    await choose(page.getByLabel('Connection to assign'), 'Oracle US')
    await press(named('Show what changes…'))
    await page.getByText('1 of 1 site would be served by another ERP, or by none.').waitFor()
    await expectAccessible()
    await press(named('Assign'))
    await page.getByText('site-2 uses Oracle US.').waitFor()
    await why.getByRole('row').filter({ hasText: 'Oracle US' }).getByText('by admin').waitFor()

    await press(page.getByRole('link', { name: /شركة النور/ }))
    await choose(page.getByLabel('Connection to assign'), 'Oracle US')
    await press(named('Show what changes…'))
    await page.getByText('1 of 2 sites would be served by another ERP, or by none.').waitFor()
    await expectAccessible()
    await press(named('Cancel'))

    await press(page.getByRole('link', { name: /Shop site-2/ }))
    await press(named('Remove Oracle US'))
    await page.getByText('1 of 1 site would be served by another ERP, or by none.').waitFor()
    await press(page.getByRole('region', { name: 'Remove Oracle US from site-2' }).getByRole('button', { name: 'Remove', exact: true }))
    await page.getByText('site-2 uses SAP Production.').waitFor()
    expect(complaints).toEqual([])
  })

  test('a viewer is told which role assigns', async () => {
    const { page, expectAccessible } = await signIn('viewer', '/clients/acme', { width: 320, colorScheme: 'dark', locale: 'de-DE' })
    await page.getByText('Braucht die Rolle admin').waitFor()
    await expectAccessible()
  })
})

test.each(bothWays)(
  'a schedule is read in words with its next five times while it is typed, $way, and shown with the fates of a day',
  async (walk) => {
    const { choose, press, write } = walk.hands
    const { page, complaints, expectAccessible } = await signIn('admin', `/erp-connections/${oracleId}/schedules`, walk)
    const dataType = walk.isChecked ? 'products' : 'inventory'
    const adding = page.getByRole('region', { name: 'Add a schedule' })
    await choose(adding.getByLabel('Data type'), dataType)
    await write(adding.getByLabel('Time zone'), 'Asia/Tokyo')
    await write(adding.getByLabel('Cron expression'), '61 * * * *')
    await adding.getByText('This is no schedule').waitFor()
    expect(await adding.getByRole('button', { name: 'Create' }).isDisabled()).toBe(true)
    await expectAccessible()
    await write(adding.getByLabel('Cron expression'), '0 2 * * 1')
    await adding.getByText('At 02:00, only on Monday · Asia/Tokyo').waitFor()
    expect(await adding.getByRole('list', { name: 'The next times' }).getByRole('listitem').count()).toBe(5)
    expect(await adding.getByLabel('Rhythm').inputValue()).toBe('weekly')
    await expectAccessible()
    await press(adding.getByRole('button', { name: 'Create' }))
    const editor = page.getByRole('region', { name: `${dataType} · pull` })
    await editor.getByText('followed').waitFor()
    await choose(editor.getByLabel('Rhythm'), 'every 5 minutes')
    await editor.getByText('Every 5 minutes · Asia/Tokyo').waitFor()
    await press(editor.getByRole('button', { name: `Save: ${dataType} · pull` }))
    await press(editor.getByRole('button', { name: `Pause: ${dataType} · pull` }))
    await choose(page.getByLabel('For how long'), '4 hours')
    await expectAccessible()
    await press(page.getByRole('dialog').getByRole('button', { name: 'Pause' }))
    await editor.getByText('Paused until').waitFor()
    await editor.getByText('paused', { exact: true }).waitFor()
    await expectAccessible()
    await press(editor.getByRole('button', { name: `Resume: ${dataType} · pull` }))
    await editor.getByText('followed').waitFor()

    await press(page.getByRole('navigation').getByRole('link', { name: 'Schedules' }).first())
    await page
      .getByRole('region', { name: `Oracle US · ${dataType} · pull` })
      .getByText('*/5 * * * *')
      .waitFor()
    await expectAccessible()
    await choose(page.getByLabel('Show as'), 'table')
    await page.waitForURL(/view=table/)
    await press(page.getByRole('button', { name: 'The day before' }))
    await page.waitForURL(/day=\d{4}-\d{2}-\d{2}/)
    await page.getByText('nothing was due').first().waitFor()
    await expectAccessible()
    expect(complaints).toEqual([])
  },
)

test('the schedules fit a phone, in German and in the dark', async () => {
  const { page, expectAccessible } = await signIn('viewer', '/schedules', { width: 320, colorScheme: 'dark', locale: 'de-DE' })
  await page
    .getByRole('region', { name: /Oracle US/ })
    .first()
    .waitFor()
  await expectAccessible()
})
