import { type RestErp, startRestErp } from '@linkspan/simulators'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from '../stack/stack.ts'
import { type PageOptions, startBrowser } from './browser.ts'
import { bothWays } from './hands.ts'
import { type Role, signInAs } from './sign-in.ts'

/** A mapping is written at real rows: their names stand in lists of texts, and their prices as Germans write them. */
let stack: Stack
let erp: RestErp
let browser: Browser
let id: string
beforeAll(async () => {
  ;[stack, erp, browser] = await Promise.all([
    startStack(),
    startRestErp({
      dataset: { products: 40, orders: 0 },
      paging: 'next',
      pageSize: 25,
      total: 'header',
      shape: (row) => {
        const { id: own, sku, price } = row as unknown as Readonly<Record<string, string>>
        return {
          id: own,
          sku,
          artikel: { preis: String(price).replace('.', ','), brand: 'Acme' },
          texts: [{ lang: 'de', text: ` Teil ${sku} ` }],
          ean: '40123',
        }
      },
    }),
    startBrowser(),
  ])
  const connection = await stack.connect({
    name: 'Webshop ERP',
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products'] },
  })
  id = connection.id
})
afterAll(async () => {
  await browser.close()
  await Promise.all([erp[Symbol.asyncDispose](), stack[Symbol.asyncDispose]()])
})

const signIn = (role: Role, options?: Partial<PageOptions>, path = `/erp-connections/${id}`) =>
  signInAs({ browser, stack }, role, path, options)

/** Types a path and leaves the field: while its list is open, nothing else can be reached. */
async function enterPath(page: Page, field: string, path: string): Promise<void> {
  await page.getByRole('combobox', { name: `Path of ${field}` }).fill(path)
  await page.keyboard.press('Tab')
}
const result = (page: Page) => page.getByRole('region', { name: 'Result' })
const storedProduct = async () => {
  const [first] = await stack.client.call<{ data: Record<string, string> }[]>('GET', `/erp/connections/${id}/records/products?limit=1`)
  return first?.data
}
const shoot = (page: Page, name: string) =>
  process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/mapping-${name}.png`, fullPage: true }) : undefined

test('a field is mended on real rows, the result follows, it is saved and synced, and the record has the value', async () => {
  const { page, complaints, expectAccessible } = await signIn('admin')
  await page.getByRole('link', { name: 'Mapping' }).click()
  await page.waitForURL(/\/mapping\/products$/)
  await page.getByText('Across 25: 0 accepted, 0 filtered, 25 rejected.').waitFor()
  await shoot(page, 'opened')
  await expectAccessible()

  await enterPath(page, 'name', 'texts[0].text')
  await page.getByText('Across 25: 25 accepted, 0 filtered, 0 rejected.').waitFor()
  await page.getByText('Perhaps artikel.brand (25 of 25 rows fit, it has the same name)').waitFor()
  await page.getByRole('button', { name: 'Take artikel.brand for brand' }).click()
  await page.getByText('Perhaps artikel.brand').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Show all paths for price' }).click()
  await page.getByRole('option', { name: 'artikel.preis' }).click()
  await page.getByText('Across 25: 0 accepted, 0 filtered, 25 rejected.').waitFor()
  await page.getByLabel('Add a step to price').selectOption('number')
  await page.getByRole('button', { name: 'number of price' }).click()
  await page.getByLabel('decimal', { exact: true }).selectOption(',')
  await page.getByText('Across 25: 25 accepted, 0 filtered, 0 rejected.').waitFor()
  await shoot(page, 'mended')
  await expectAccessible()

  await page.getByRole('button', { name: 'Save…' }).click()
  await page.getByRole('dialog').getByText('artikel.preis → number').waitFor()
  await shoot(page, 'save')
  await expectAccessible()
  await page.getByRole('button', { name: 'Save and sync full' }).click()
  await page.getByText('All 40 records are accounted for.').waitFor()
  expect(await storedProduct()).toMatchObject({
    name: expect.stringMatching(/^Teil /),
    brand: 'Acme',
    price: expect.stringMatching(/^\d+\.\d+$/),
  })
  expect(complaints).toEqual([])
})

test.each(bothWays)('rejects lead to the mapping, which is mended and saved, and reprocessing accepts them, $way', async (walk) => {
  const { press, write } = walk.hands
  const settings = { enabledDataTypes: ['products' as const] }
  const connection = await stack.connect({ name: `Shop ${walk.way}`, credentials: { apiUrl: erp.url }, settings })
  await stack.sync(connection.id)
  const { page, complaints } = await signIn('admin', walk, `/rejects?connection=${connection.id}`)
  const follow = (name: string) => press(page.getByRole('navigation').getByRole('link', { name }).first())
  await page.getByRole('heading', { name: /^name/ }).waitFor()

  await press(page.getByRole('link', { name: `Fix the mapping: ${connection.name} · products` }).first())
  await page.getByText(/^25 of 40 rejected rows/).waitFor()
  await page.getByText('Across 50: 0 accepted, 0 filtered, 50 rejected.').waitFor()
  await write(page.getByRole('combobox', { name: 'Path of name' }), 'texts[0].text')
  await page.keyboard.press('Tab')
  await page.getByText('Across 50: 50 accepted, 0 filtered, 0 rejected.').waitFor()
  await press(page.getByRole('button', { name: 'Save…' }))
  await press(page.getByRole('button', { name: 'Save', exact: true }))
  await page.getByText('Saved.').waitFor()

  await follow('Rejects')
  await press(page.getByRole('link', { name: 'Open the run' }).first())
  await page.getByText(/^40 of this run · 40 still open/).waitFor() // the page before has such buttons too
  await press(page.getByRole('button', { name: /^Reprocess \d/ }).first())
  await press(page.getByRole('dialog').getByRole('button', { name: /^Reprocess/ }))
  await page.getByText('40 of this run · 0 still open.').waitFor()
  await page.getByText('accepted by run').first().waitFor()
  expect(complaints).toEqual([])
})

test('by keyboard alone: the next record, a filter, a revision taken back, and leaving asks first', async () => {
  const { page, complaints, expectAccessible } = await signIn('admin', {}, `/erp-connections/${id}/mapping/products`)
  await page.getByText('Record 1 of 25').waitFor()
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByText('Record 2 of 25').waitFor()
  expect(page.url()).toContain('record=2')
  await page.getByRole('button', { name: 'Add a filter' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Field of filter 1').focus()
  await page.keyboard.type('name')
  await page.getByLabel('Operator of filter 1').selectOption('contains')
  await page.getByLabel('Value of filter 1').focus()
  await page.keyboard.type('nothing like it')
  await page.getByText('Across 25: 0 accepted, 25 filtered, 0 rejected.').waitFor()
  await result(page).getByText('Left out by the filter: name contains').waitFor()
  await expectAccessible()

  await page.getByRole('link', { name: 'Sync logs' }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog').getByText('Leave without saving?').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').getByText('name contains').waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Saved.').waitFor()
  await page.getByRole('button', { name: 'Show in the editor: revision 1' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Across 25: 25 accepted, 0 filtered, 0 rejected.').waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})

test('who saves on an older state is told, and may compare again', async () => {
  const { page, complaints } = await signIn('admin', {}, `/erp-connections/${id}/mapping/products`)
  await page.getByText('Record 1 of 25').waitFor()
  const [config] = await stack.client.call<{ id: string }[]>('GET', `/erp/connections/${id}/sync-configs`)
  await stack.client.call('PATCH', `/erp/sync-configs/${config?.id}`, { settings: { filters: null } })
  await enterPath(page, 'barcode', 'ean')
  await page.getByRole('button', { name: 'Save…' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { name: 'Changed by someone else' }).waitFor()
  await page.getByRole('button', { name: 'Keep mine and compare again' }).click()
  await page.getByRole('button', { name: 'Save…' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved.').waitFor()
  const [after] = await stack.client.call<{ settings: { fieldMapping: object } }[]>('GET', `/erp/connections/${id}/sync-configs`)
  expect(after?.settings.fieldMapping).toMatchObject({ barcode: 'ean' })
  expect(complaints).toEqual([])
})

test('who saves and syncs full while a sync works is told that no full sync was started', async () => {
  const { page, complaints, expectAccessible } = await signIn('admin', {}, `/erp-connections/${id}/mapping/products`)
  await page.getByText('Record 1 of 25').waitFor()
  erp.hold()
  const body = { dataType: 'products', mode: 'incremental' }
  const underWay = await stack.client.call<{ id: string }>('POST', `/erp/connections/${id}/sync`, body)
  await enterPath(page, 'barcode', 'sku')
  await page.getByRole('button', { name: 'Save…' }).click()
  await page.getByRole('button', { name: 'Save and sync full' }).click()
  await page.getByText('No full sync was started').waitFor()
  await expectAccessible()
  erp.release()
  await page.getByRole('link', { name: 'Open that sync' }).click()
  await page.waitForURL(`**/sync-logs/${underWay.id}`)
  await stack.follow(underWay.id)
  expect(complaints).toEqual([])
})

test('a viewer sees the mapping, and that rows and changes are for others', async () => {
  const { page, complaints, expectAccessible } = await signIn(
    'viewer',
    { width: 390, colorScheme: 'dark' },
    `/erp-connections/${id}/mapping/products`,
  )
  await page.getByText('Rows of the ERP are shown to operators.').waitFor()
  await page.getByText('Needs the role admin').waitFor()
  expect(await page.getByRole('combobox', { name: 'Path of name' }).isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: 'Save…' }).isDisabled()).toBe(true)
  await shoot(page, 'viewer-390-dark')
  await expectAccessible()
  expect(complaints).toEqual([])
})

test('the editor speaks German, in the dark and on a phone', async () => {
  const options = { locale: 'de-DE', width: 390, colorScheme: 'dark' } as const
  const { page, complaints, expectAccessible } = await signIn('operator', options, `/erp-connections/${id}/mapping/products`)
  await page.getByText(/^Von 25: /).waitFor()
  await shoot(page, 'german-390-dark')
  await expectAccessible()
  await page.setViewportSize({ width: 320, height: 900 })
  await expectAccessible()
  expect(complaints).toEqual([])
})
