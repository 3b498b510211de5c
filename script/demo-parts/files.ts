import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ERPConnectionTestResult, ERPPreview, ERPRecord } from '@linkspan/core'
import { startSshd } from '@linkspan/simulators'
import type { Client } from '../sandbox/client.ts'
import { replaceConnection } from '../sandbox/replace-connection.ts'
import { showTest } from '../sandbox/show-test.ts'
import { sync } from '../sandbox/sync.ts'
import { bold, say, step, table } from '../sandbox/terminal.ts'

/** A German ERP's export: Latin-1, semicolons, decimal commas, German column names. */
const products = [
  'Artikelnummer;Bezeichnung;Preis;Währung;Warengruppe',
  'GS-1001;"Becher ""Grüße"", groß";12,90;EUR;Geschirr',
  'GS-1002;Füllfederhalter;1.049,00;EUR;Schreibgeräte',
  'GS-1003;Frühstücksbrett;19,50;EUR;Küche',
]
const stock = ['sku,warehouse,quantity', 'GS-1001,HAM,240', 'GS-1002,HAM,3', 'GS-1003,MUC,75']

/** A client with an SFTP server instead of an API: host key, file format, archived files, and an order as a file. */
export async function showFiles(client: Client): Promise<AsyncDisposable> {
  const sshd = await step('Sandbox ERP: files on an OpenSSH server, SFTP only', () => startSshd())
  try {
    await exchangeFiles(client, sshd)
    return sshd
  } catch (thrown) {
    await sshd[Symbol.asyncDispose]()
    throw thrown
  }
}

async function exchangeFiles(client: Client, sshd: Awaited<ReturnType<typeof startSshd>>): Promise<void> {
  const put = async (name: string, content: Buffer): Promise<void> => {
    await writeFile(join(sshd.folder, name), content)
    await sshd.own(join(sshd.folder, name))
  }
  await put('products_20261123.csv', Buffer.from(`${products.join('\r\n')}\r\n`, 'latin1'))
  await put('inventory_20261123.csv', Buffer.from(`${stock.join('\n')}\n`))

  const { privateKey } = await sshd.authorize('ed25519')
  const { id } = await replaceConnection(client, {
    name: 'Warehouse files',
    provider: 'Custom',
    connectionMethod: 'sftp',
    credentials: {
      sftpHost: sshd.host,
      sftpPort: sshd.port,
      sftpUsername: sshd.username,
      sftpPrivateKey: privateKey,
      sftpPath: sshd.folder,
    },
    settings: { enabledDataTypes: ['products', 'inventory', 'orders'], complete: { by: 'stable', seconds: 1 } },
  } as Parameters<typeof replaceConnection>[1])
  const change = (more: object) => client.call('PATCH', `/erp/connections/${id}`, more)
  const test = () => client.call<ERPConnectionTestResult>('POST', `/erp/connections/${id}/test`)

  const first = await step('First contact: no credential is sent to a server whose host key is not confirmed', test)
  say(`  ${first.message}`)
  if (first.success || !first.message.includes(sshd.fingerprint))
    throw new Error('The first test did not report the host key of the server')
  await change({ credentials: { sftpHostFingerprint: sshd.fingerprint } })
  showTest(await step('Second test, with the host key saved', test))

  const preview = () => client.call<ERPPreview>('POST', `/erp/connections/${id}/preview`, { dataType: 'products' })
  const { files } = await step('Preview of the products', preview)
  const [file] = files
  if (!file) throw new Error('The preview has examined no file')
  say(
    `  ${file.name}: ${Object.entries(file.format)
      .map(([what, value]) => `${what} ${value}`)
      .join(', ')}`,
  )
  say(`  ${file.columns.map(({ name, field }) => `${name} → ${field ?? 'nothing'}`).join(', ')}`)
  for (const advice of file.advice) say(`  ${advice}`)
  if (file.decimal !== ',') throw new Error('The preview has not recognised the decimal commas')
  await change({ settings: file.settings })
  say('  The proposed settings are saved.')

  for (const dataType of ['products', 'inventory'] as const) await sync(client, id, dataType)
  const stored = await client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/products`)
  table(
    ['SKU', 'name', 'price', 'category'],
    stored.map(({ data }) => [data.sku, data.name, `${data.price} ${data.currency}`, data.category].map(String)),
  )
  if (stored.length !== 3 || !stored.some(({ data }) => data.price === '1049.00'))
    throw new Error('The products differ from those in the file')
  const counted = await client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/inventory`)
  if (counted.length !== 3 || !counted.some(({ data }) => data.quantityOnHand === '240'))
    throw new Error('The stock differs from that in the file')

  const order = {
    id: `FILE-${Date.now()}`,
    orderDate: '2026-11-23',
    currency: 'EUR',
    total: '25.80',
    lines: [{ lineNumber: '1', sku: 'GS-1001', quantity: '2', unitPrice: '12.90' }],
  }
  await client.call('POST', `/erp/connections/${id}/records/orders`, [order])
  await sync(client, id, 'orders', { direction: 'push' })
  const [written = ''] = await readdir(join(sshd.folder, 'out'))
  if (!(await readFile(join(sshd.folder, 'out', written), 'utf8')).includes(order.id)) throw new Error('The order is not in the file')
  say(`  ${order.id} is in ${written}.`)
  const names = await filesBelow(sshd.folder)
  say(bold('\nFiles on the server'))
  for (const name of names) say(`  ${name}`)
  const others = names.filter((name) => !name.startsWith('archive/') && name !== `out/${written}`)
  if (names.length !== 3 || others.length > 0) throw new Error('The processed files are not in the archive')
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
