import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok } from '@linkspan/client'
import type { ERPRecord } from '@linkspan/core'
import { startSshd } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { sftpCredentials } from '../stack/sftp-account.ts'
import { startStack } from '../stack/stack.ts'

test('at two in the morning the files of a manufacturer are read and archived, and no order is pushed', async () => {
  await using stack = await startStack({ startsAt: '2026-11-23T23:30:00.000Z' })
  await using sshd = await startSshd()
  const { privateKey } = await sshd.authorize('ed25519')
  const folder = join(sshd.folder, 'nightly')
  await mkdir(folder)
  await sshd.own(folder)
  const put = async (name: string, text: string) => {
    await writeFile(join(folder, name), Buffer.from(text, 'latin1'))
    await sshd.own(join(folder, name))
  }
  const { id } = await stack.connect({
    connectionMethod: 'sftp',
    provider: 'Infor',
    credentials: sftpCredentials(sshd, privateKey, folder),
    settings: {
      enabledDataTypes: ['products', 'inventory'],
      syncSchedule: '0 2 * * *',
      timezone: 'Europe/Berlin',
      complete: { by: 'stable', seconds: 2 },
      files: { products: { decimal: ',' }, inventory: { decimal: ',' } },
    },
  })
  await put(
    'products_20261123.csv',
    'Artikelnummer;Bezeichnung;Preis;Währung\n0815;Becher, blau;1.012,50;EUR\n0816;Becher, grün;9,90;EUR\n',
  )
  await put('inventory_20261123.csv', 'Artikelnummer;Lager;Bestand\n0815;L1;12,5\n0815;L2;3\n0816;L1;-\n')

  await stack.moveTo(new Date('2026-11-24T01:02:00.000Z')) // syncs with the same due time are spread over a minute
  const slotsOf = (dataType: 'products' | 'inventory') =>
    ok(stack.api.GET('/erp/connections/{id}/slots/{dataType}', { params: { path: { id, dataType } } }))
  for (const dataType of ['products', 'inventory'] as const) {
    await expect.poll(async () => (await slotsOf(dataType)).map(({ state }) => state)).toEqual(['ran'])
    const [slot] = await slotsOf(dataType)
    expect(slot?.dueAt).toBe('2026-11-24T01:00:00.000Z')
    expect(await stack.follow(slot?.syncLogId ?? '')).toMatchObject({ status: 'success', trigger: 'schedule', direction: 'pull' })
  }

  const records = (dataType: string) => stack.client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/${dataType}?limit=10`)
  const products = new Map((await records('products')).map(({ id, data }) => [id, data]))
  expect(products.get('0815')).toMatchObject({ sku: '0815', name: 'Becher, blau', price: '1012.50', currency: 'EUR' })
  expect(products.size).toBe(2)
  expect(await stack.client.call('GET', `/erp/inventory/0815?erpConnectionId=${id}`)).toMatchObject({ quantityOnHand: '15.5' })
  const logs = await ok(stack.api.GET('/erp/sync-logs', { params: { query: { erpConnectionId: id } } }))
  expect(logs.map(({ direction }) => direction)).toEqual(['pull', 'pull'])
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  expect(files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort()).toEqual(
    expect.arrayContaining(['archive/inventory_20261123.csv', 'archive/products_20261123.csv']),
  )
})
