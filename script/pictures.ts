import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ERPConflict, ERPConnection, ERPRecord, ERPSyncLog } from '@linkspan/core'
import { startRestErp } from '@linkspan/simulators'
import { openPage, startBrowser } from '../test/admin/browser.ts'
import { build } from '../test/stack/build.ts'
import { secrets, startStack } from '../test/stack/stack.ts'
import { buildAdminPages } from './build-admin-pages.ts'
import { showTroubles } from './demo-parts/troubles.ts'
import { say } from './sandbox/terminal.ts'

/** Takes the pictures of the documentation, at a stack of their own with the data of the demo: `node … script/pictures.ts [folder] [dark] [390]`. */
const [folder = join(import.meta.dirname, '../docs/pictures'), scheme = 'light', width = '1440'] = process.argv.slice(2)

build()
buildAdminPages()
mkdirSync(folder, { recursive: true })
await using stack = await startStack({ env: { INSTALLATION_NAME: 'demo', INSTALLATION_COLOR: '#7c3aed' } })
await using webshop = await startRestErp({ dataset: { products: 1200, orders: 0 }, paging: 'next', pageSize: 200, total: 'header' })
await using _garden = await showTroubles(stack.client)
const shop = await stack.connect({
  name: 'Webshop ERP',
  credentials: { apiUrl: webshop.url },
  settings: { enabledDataTypes: ['products', 'inventory'], syncSchedule: '*/15 * * * *', timezone: 'Europe/Berlin' },
})
const run = await stack.sync(shop.id)
await stack.sync(shop.id, 'inventory')

const { call } = stack.client
const [garden] = (await call<ERPConnection[]>('GET', '/erp/connections')).filter(({ name }) => name === 'Garden supplies')
if (!garden) throw new Error('Garden supplies is missing')
const [conflict] = await call<ERPConflict[]>('GET', `/erp/connections/${garden.id}/conflicts`)
const [failed] = await call<ERPSyncLog[]>('GET', `/erp/sync-logs?status=error`)
const [order] = await call<ERPRecord[]>('GET', `/erp/connections/${garden.id}/records/orders?limit=1`)
const [incident] = await call<{ id: string }[]>('GET', '/erp/incidents')
const webhook = await call<{ id: string }>('POST', '/erp/webhooks', {
  url: 'https://shop.example/hooks/erp',
  events: ['sync.failed', 'record.rejected'],
})

/** The picture's name, the page's address, and words that stand on it once it is complete. */
const pictures: readonly (readonly [name: string, path: string, words?: string])[] = [
  ['now', '/', 'Garden supplies'],
  ['connections', '/erp-connections', 'Webshop ERP'],
  ['new-connection', '/erp-connections/new'],
  ['connection', `/erp-connections/${garden.id}`, 'inventory'],
  ['records', `/erp-connections/${garden.id}/records`],
  ['mapping', `/erp-connections/${shop.id}/mapping/products`, 'sku'],
  ['schedules-of-connection', `/erp-connections/${shop.id}/schedules`],
  ['settings-of-connection', `/erp-connections/${shop.id}/settings`],
  ['sync-logs', '/sync-logs', 'Webshop ERP'],
  ['run', `/sync-logs/${run.id}`, 'Balance'],
  ['failed-run', `/sync-logs/${failed?.id}`, 'What to do'],
  ['search', '/search?q=PRD'],
  ['journey', `/records/${garden.id}/orders/${order?.id}`],
  ['rejects', '/rejects', 'Garden supplies'],
  ['conflicts', `/conflicts?peek=${conflict?.id}`, 'Watering can'],
  ['schedules', '/schedules'],
  ['clients', '/clients/acme', 'acme'],
  ['statistics', '/statistics'],
  ['incidents', '/incidents'],
  ['incident', `/incidents/${incident?.id}`, 'Garden supplies'],
  ['alerts', '/alerts'],
  ['webhooks', '/webhooks', 'shop.example'],
  ['webhook', `/webhooks/${webhook.id}`, 'shop.example'],
  ['audit', '/audit'],
  ['preferences', '/settings/preferences'],
  ['installation', '/settings/installation', 'demo'],
  ['sessions', '/settings/sessions'],
]

const browser = await startBrowser()
const { page, complaints } = await openPage(browser, {
  url: stack.url,
  width: Number(width),
  colorScheme: scheme === 'dark' ? 'dark' : 'light',
})
await page.goto(`${stack.url}/admin/`)
await page.getByLabel('API key').waitFor()
await page.screenshot({ path: join(folder, 'login.png') })
await page.getByLabel('API key').fill(secrets.admin)
await page.keyboard.press('Enter')
await page.getByRole('heading', { level: 1 }).waitFor()
for (const [name, path, words] of pictures) {
  await page.goto(`${stack.url}/admin${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  if (words !== undefined) await page.getByText(words).first().waitFor({ state: 'attached', timeout: 20_000 })
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => {}) // a page that follows events is never idle
  const scrolls = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')
  await page.screenshot({ path: join(folder, `${name}.png`) })
  say(`${name}${scrolls ? ': scrolls sideways' : ''}${complaints.length > 0 ? `: ${complaints.join(' | ')}` : ''}`)
}
await browser.close()
