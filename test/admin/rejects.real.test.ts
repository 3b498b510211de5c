import { type RestErp, startRestErp } from '@linkspan/simulators'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from '../stack/stack.ts'
import { type PageOptions, startBrowser } from './browser.ts'
import { bothWays } from './hands.ts'
import { type Role, signInAs } from './sign-in.ts'

/** Rejected records at the admin pages: what is wrong with them, and how they are read again once it is mended. */
let stack: Stack
let erp: RestErp
let browser: Browser
let connectionId: string
let runId: string
beforeAll(async () => {
  ;[stack, erp, browser] = await Promise.all([
    startStack(),
    startRestErp({ dataset: { products: 60, orders: 0 }, paging: 'next', pageSize: 25, total: 'header' }),
    startBrowser(),
  ])
  const connection = await stack.connect({
    name: 'Webshop ERP',
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products'] },
  })
  connectionId = connection.id
  erp.faults.add({ kind: 'invalid-records', records: 4, times: 'always' })
  const log = await stack.sync(connectionId)
  expect(log.recordsFailed).toBeGreaterThan(0)
  runId = log.id
})
afterAll(async () => {
  await browser.close()
  await Promise.all([erp[Symbol.asyncDispose](), stack[Symbol.asyncDispose]()])
})

const signIn = (role: Role, path: string, options?: Partial<PageOptions>) => signInAs({ browser, stack }, role, path, options)

test('a viewer sees the rejects by reason, and is told which role reprocessing needs', async () => {
  for (const options of [{ width: 390, colorScheme: 'dark', locale: 'de-DE' }, { width: 320 }, {}] as const) {
    const { page, complaints, expectAccessible } = await signIn('viewer', `/rejects?connection=${connectionId}`, options)
    await page.getByRole('table').first().waitFor()
    expect(
      await page
        .getByRole('button', { name: /Reprocess|neu verarbeiten/ })
        .first()
        .isDisabled(),
    ).toBe(true)
    await page
      .getByText(/(Needs the role|Braucht die Rolle) operator/)
      .first()
      .waitFor()
    await page
      .getByText(/As the ERP sent it|Wie das ERP sie sendet/)
      .first()
      .click()
    await page.locator('details[open] pre').first().waitFor()
    await expectAccessible()
    expect(complaints).toEqual([])
    await page.context().close()
  }
})

test.each(bothWays)('the mapping is fixed on the very records that were rejected, $way', async (walk) => {
  const { press, choose } = walk.hands
  const { page, complaints, expectAccessible } = await signIn('operator', '/rejects', walk)
  const group = page.getByRole('heading', { level: 2 }).first()
  const [path = ''] = ((await group.textContent()) ?? '').split(' — ')
  await press(page.getByRole('link', { name: 'Fix the mapping: Webshop ERP · products' }).first())
  await page.waitForURL(/\/mapping\/products\?rejects=open&path=/)
  await page.getByText(/^6 of 6 rejected rows, as the ERP sent them, and behind them its first 25/).waitFor()
  const result = page.getByRole('region', { name: 'Result' })
  await result.getByText('rejected', { exact: true }).waitFor()
  await page.getByLabel('Rows').locator('..').locator('..').getByText(path, { exact: true }).waitFor()
  await expectAccessible()
  for (let record = 2; record <= 6; record += 1) {
    await press(page.getByRole('button', { name: 'Next record' }))
    await page.getByText(`Record ${record} of 31`).waitFor()
    await result.getByText('rejected', { exact: true }).waitFor()
  }
  await page.reload()
  await page.getByText('Record 6 of 31').waitFor()
  await result.getByText('rejected', { exact: true }).waitFor()
  await choose(page.getByLabel('Rows'), 'the first ones of the ERP')
  await page.getByText(/^Across 25: .* accepted/).waitFor()
  await page.waitForURL(/\/mapping\/products$/)

  await page.goto(`${stack.url}/admin/sync-logs/${runId}`)
  await press(page.getByRole('link', { name: 'Fix the mapping' }).first())
  await page.waitForURL(new RegExp(`rejects=${runId}`))
  await page.getByText(/^6 of 6 rejected rows/).waitFor()
  await result.getByText('rejected', { exact: true }).waitFor()
  expect(complaints).toEqual([])
})

test('rejects are reprocessed by keyboard while the ERP still sends them wrong, and stay open', async () => {
  const { page, complaints, expectAccessible } = await signIn('operator', '/rejects')
  const button = page.getByRole('button', { name: /^Reprocess \d/ }).first()
  await button.waitFor()
  await button.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('heading', { name: /^Reprocess \d+ records?$/ }).waitFor()
  await expectAccessible()
  await dialog.getByRole('button', { name: /^Reprocess/ }).focus()
  await page.keyboard.press('Enter')
  const outcome = page.getByText(/a sync (that waits )?reads them again\./).first()
  await outcome.waitFor()
  await outcome.getByRole('link', { name: 'Open the run' }).click()
  await page.getByText(/\d+ of this run · \d+ still open/).waitFor()
  await page
    .getByText(/^All 60 records are accounted for/)
    .first()
    .waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})

test('once the ERP is mended, the rejects of a run are reprocessed from its page, and it says which run has accepted them', async () => {
  const { page, complaints, expectAccessible } = await signIn('operator', `/sync-logs/${runId}`)
  await page
    .getByRole('button', { name: /^Reprocess \d/ })
    .first()
    .waitFor()
  await page.getByText('Show the records').first().click()
  await page.locator('details[open]').getByText('still open').first().waitFor()
  await expectAccessible()
  erp.faults.clear()
  await page
    .getByRole('button', { name: /^Reprocess \d/ })
    .first()
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Reprocess/ })
    .click()
  await page
    .getByText(/ 0 still open/)
    .first()
    .waitFor()
  await page
    .getByText(/accepted by run/)
    .first()
    .waitFor()
  await expectAccessible()
  await page.getByRole('navigation').getByRole('link', { name: 'Rejects' }).click()
  await page.getByText('No record is rejected.').waitFor()
  await expectAccessible()
  expect(complaints).toEqual([])
})
