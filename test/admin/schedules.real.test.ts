import { type RestErp, startRestErp } from '@linkspan/simulators'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTimeLapse } from '../business-cases/time-lapse.ts'
import { type Stack, startStack } from '../stack/stack.ts'
import { startBrowser } from './browser.ts'
import { bothWays } from './hands.ts'
import { signInAs } from './sign-in.ts'

/** Berlin puts its clocks forward in the night to 29 March 2026, and on that morning nothing runs for some hours. */
let stack: Stack
let erp: RestErp
let browser: Browser
let path: string
beforeAll(async () => {
  ;[stack, erp, browser] = await Promise.all([
    startStack({ startsAt: '2026-03-28T12:00:00Z' }),
    startRestErp({ dataset: { products: 5, orders: 0 } }),
    startBrowser(),
  ])
  const { id } = await stack.connect({
    name: 'Webshop ERP',
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products', 'inventory'] },
  })
  path = `/erp-connections/${id}/schedules`
  const follow = (dataType: string, schedule: string, timezone: string) =>
    stack.client.call('POST', '/erp/sync-configs', { erpConnectionId: id, dataType, direction: 'pull', schedule, timezone })
  await follow('products', '30 2 * * *', 'Europe/Berlin')
  await follow('inventory', '0 * * * *', 'UTC')
})
afterAll(async () => {
  await browser.close()
  await Promise.all([erp[Symbol.asyncDispose](), stack[Symbol.asyncDispose]()])
})

test.each(bothWays)('what a change of the clocks does to a schedule is told while it is typed, $way', async (walk) => {
  const { page, complaints, expectAccessible } = await signInAs({ browser, stack }, 'admin', path, walk)
  const editor = page.getByRole('region', { name: 'products · pull' })
  await editor.getByText(/On .*29 March 2026 the clocks are put forward and there is no 02:30: it starts at 03:30\./).waitFor()
  await expectAccessible()
  const expression = editor.getByLabel('Cron expression')
  await walk.hands.write(expression, '15 2 * 10 *')
  await editor.getByText(/On .*25 October 2026 the clocks are put back and 02:15 comes twice: it starts once, the first time\./).waitFor()
  await walk.hands.write(expression, '0 4 * * *')
  await editor.getByText('the clocks are put').waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

test('after an outage each due time says what became of it, by mouse and by keyboard', async () => {
  const timeLapse = createTimeLapse(stack)
  await timeLapse.runUntil(new Date('2026-03-29T06:10:00Z'))
  await stack.stopAll('SIGTERM')
  await stack.moveTo(new Date('2026-03-29T10:30:00Z'))
  await stack.startApi()
  await stack.startWorker()
  await timeLapse.untilQuiet()
  await timeLapse.runUntil(new Date('2026-03-29T12:10:00Z'))

  for (const walk of bothWays) {
    const { press, choose } = walk.hands
    const { page, complaints, expectAccessible } = await signInAs({ browser, stack }, 'viewer', '/schedules?day=2026-03-29', walk)
    const stream = (name: string) => page.getByRole('region', { name: `Webshop ERP · ${name} · pull` })
    const [products, inventory] = [stream('products'), stream('inventory')]
    const hour = (name: string) => inventory.getByRole('button', { name })
    await products.getByRole('button', { name: '01:00–01:59: 1 ran' }).waitFor() // 03:30 in Berlin, in place of 02:30
    for (const missed of ['07', '08', '09', '10']) await hour(`${missed}:00–${missed}:59: 1 caught up`).waitFor()
    await hour('11:00–11:59: 1 ran').waitFor()
    await expectAccessible()
    await press(hour('07:00–07:59: 1 caught up'))
    const row = inventory.getByRole('table', { name: '07:00–07:59' }).getByRole('row').nth(1)
    await row.getByText('↻ caught up').waitFor()
    await row.getByText(/3 h 3\d min/).waitFor() // the syncs of a minute are spread over it
    await expectAccessible()
    await choose(page.getByLabel('Show as'), 'table')
    const table = inventory.getByRole('table', { name: 'Webshop ERP · inventory · pull' })
    await expect.poll(() => table.getByText('↻ caught up').count()).toBe(4)
    await expectAccessible()
    await press(table.getByRole('row').filter({ hasText: '↻ caught up' }).first().getByRole('link', { name: 'open the run' }))
    await page.getByText('pull · schedule').waitFor()
    expect(complaints).toEqual([])
  }
})
