import { type RestErp, startRestErp } from '@linkspan/simulators'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { showTroubles } from '../../script/demo-parts/troubles.ts'
import { type Stack, startStack } from '../stack/stack.ts'
import { startBrowser } from './browser.ts'
import { mouse } from './hands.ts'
import { signInAs } from './sign-in.ts'

/** Lists are told by their address, whatever they list. */
let stack: Stack
let garden: RestErp
let shop: RestErp
let browser: Browser
beforeAll(async () => {
  ;[stack, shop, browser] = await Promise.all([startStack(), startRestErp({ dataset: { products: 10, orders: 0 } }), startBrowser()])
  garden = await showTroubles(stack.client)
  const settings = { enabledDataTypes: ['products' as const], syncSchedule: '0 2 * * *' }
  const { id } = await stack.connect({ name: 'Webshop ERP', credentials: { apiUrl: shop.url }, settings })
  shop.faults.add({ kind: 'invalid-records', records: 1 })
  await stack.sync(id)
  await stack.connect({ name: 'Old ERP', credentials: { apiUrl: shop.url }, status: 'inactive' })
})
afterAll(async () => {
  await browser.close()
  await Promise.all([garden, shop, stack].map((each) => each[Symbol.asyncDispose]()))
})

const tableRows = 'main tbody tr'

test.each([
  { list: '/erp-connections', label: 'Status', words: 'inactive', rows: tableRows },
  { list: '/rejects', label: 'Connection', words: 'Webshop ERP', rows: tableRows },
  { list: '/conflicts', label: 'Data type', words: 'products', rows: 'main [role=option], main li' },
  { list: '/audit', label: 'Did what', words: 'created the connection …', rows: tableRows },
  { list: '/schedules', label: 'Connection', words: 'Webshop ERP', rows: 'main section h2' },
])(
  '$list, filtered, is the same after a reload, after going back, and for a colleague with the link',
  async ({ list, label, words, rows }) => {
    const { page, complaints, expectAccessible } = await signInAs({ browser, stack }, 'admin', list)
    const shown = async (where: Page) => {
      await where.locator(rows).first().waitFor()
      const texts = await where.locator(rows).allInnerTexts()
      return texts.map((text) => text.replace(/\d+ \w+ ago|\nNeeds the role \w+/g, '')) // what passes, and what a role may do, differ
    }
    await shown(page)
    await mouse.choose(page.getByLabel(label, { exact: true }), words)
    await page.waitForURL(/\?/)
    await expectAccessible()
    const [link, before] = [page.url(), await shown(page)]
    await page.reload()
    expect(await shown(page)).toEqual(before)
    await mouse.press(page.getByRole('navigation').getByRole('link', { name: 'Settings' }))
    await page.waitForURL(/\/settings/)
    await page.goBack()
    await page.waitForURL(link)
    expect(await shown(page)).toEqual(before)
    const colleague = await signInAs({ browser, stack }, 'viewer', link.slice(`${stack.url}/admin`.length))
    expect(await shown(colleague.page)).toEqual(before)
    expect(complaints).toEqual([])
  },
)
