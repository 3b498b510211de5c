import { chmod, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConnectorFixture, ErpOptions } from '@linkspan/connector-kit/testing/connector-fixture'
import { createInbox, createState } from '@linkspan/connector-kit/testing/open-context'
import type { DataTypeId, OutgoingRecord } from '@linkspan/core/connector'
import { type ClientKey, type Sshd, startCuttingProxy } from '@linkspan/simulators'

const header = { products: 'sku,name,price,updatedAt', orders: 'orderNumber,orderDate,currency,total,customerName,updatedAt' } as const

const orderOf = (reference: string): OutgoingRecord => ({
  id: `ours-${reference}`,
  erpId: null,
  reference,
  idempotencyKey: `key-${reference}`,
  data: {
    orderNumber: reference,
    orderDate: '2026-11-23',
    currency: 'EUR',
    total: '25.00',
    customerName: 'Blumen Schäfer',
    lines: [{ lineNumber: '10', type: 'item', sku: 'A1', quantity: '2', unitPrice: '12.50' }],
  },
  changed: null,
  erpVersion: null,
  sentAt: null,
})

/** A key that lets nobody in. */
let stranger: Promise<ClientKey> | undefined
const strangers = (sshd: Sshd): Promise<ClientKey> => {
  stranger ??= sshd.authorize('ed25519').then(async (key) => {
    await sshd.revokeAll()
    return key
  })
  return stranger
}

/** Starts accounts on one server, each with a folder, a key and a network of its own. */
export const sftpFixtures =
  (server: Promise<Sshd>) =>
  async (dataType: DataTypeId, { records, tieSize }: ErpOptions): Promise<ConnectorFixture> => {
    if (dataType !== 'products' && dataType !== 'orders') throw new Error(`There are no files of ${dataType}`)
    const sshd = await server
    const proxy = await startCuttingProxy(sshd)
    const stranger = await strangers(sshd)
    const { privateKey } = await sshd.authorize('ed25519')
    const folder = await mkdtemp(join(sshd.folder, 'account-'))
    await sshd.own(folder)

    const timeOf = (number: number) => new Date(Date.UTC(2026, 0, 1 + Math.floor(number / tieSize))).toISOString()
    const idOf = (number: number) => `A${String(number).padStart(3, '0')}`
    const rowOf = (number: number) =>
      dataType === 'products'
        ? `${idOf(number)},Mug ${number},12.50,${timeOf(number)}`
        : `${idOf(number)},2026-11-23,EUR,25.00,Ann,${timeOf(number)}`
    const put = async (name: string, rows: readonly string[]) => {
      await writeFile(join(folder, name), `${[header[dataType], ...rows].join('\n')}\n`)
      await sshd.own(join(folder, name))
    }
    const numbers = Array.from({ length: records }, (_, number) => number)
    for (let from = 0; from < records; from += 10) await put(`${dataType}_${from + 10}.csv`, numbers.slice(from, from + 10).map(rowOf))
    const ids = () => numbers.map(idOf)

    const credentials = {
      sftpHost: proxy.host,
      sftpPort: proxy.port,
      sftpUsername: sshd.username,
      sftpPrivateKey: privateKey,
      sftpPath: folder,
      sftpHostFingerprint: sshd.fingerprint,
    }
    const settings = { complete: { by: 'immediately' }, files: { [dataType]: {} }, enabledDataTypes: [dataType] }
    const files = async () => (await readdir(folder, { recursive: true })).sort()
    let stopped: Promise<void> | undefined
    const stop = async () => {
      stopped ??= Promise.resolve(proxy[Symbol.asyncDispose]())
      await stopped
    }
    return {
      connection: { credentials, settings },
      rejected: { credentials: { ...credentials, sftpPrivateKey: stranger.privateKey }, settings },
      secrets: [privateKey, stranger.privateKey].flatMap((key) => [key, ...key.split('\n').filter((line) => line.length > 60)]),
      state: createState(),
      inbox: createInbox(),
      checks: ['DNS', 'TCP', 'Host key', 'Authentication', 'Folder', 'Moving', 'Files'],
      callCount: () => proxy.connections,
      openConnections: () => proxy.openConnections,
      stop,
      source: {
        ids,
        changedSince: ids,
        middle: timeOf(records >> 1),
        pagesBeforeNextCall: 1,
        traces: files,
        silence: () => proxy.stall(),
        disturb: {
          'connection reset': () => proxy.reset(),
          'answer cut': () => proxy.cutAfter(20),
          'login refused for good': async () => {
            await sshd.revokeAll()
            proxy.reset()
          },
          'ill-formed records': () => put(`${dataType}_9.csv`, ['A998,too few', ',,,,,,,,,,too many']),
        },
      },
      sink: {
        order: orderOf,
        change: (reference, { erpId, erpVersion }) => ({
          ...orderOf(reference),
          erpId,
          erpVersion,
          changed: ['total'],
          idempotencyKey: `change-of-${reference}`,
        }),
        async timesStored(reference) {
          const out = join(folder, 'out')
          const names = (await readdir(out).catch(() => [])).filter((name) => !name.startsWith('.'))
          const texts = await Promise.all(names.map((name) => readFile(join(out, name), 'utf8')))
          return texts.filter((text) => text.includes(`\n${reference},`)).length
        },
        async lastSent() {
          const out = join(folder, 'out')
          const name = (await readdir(out))
            .filter((each) => !each.startsWith('.'))
            .sort()
            .at(-1)
          if (name === undefined) throw new Error('There is no file')
          return { method: null, target: join(out, name), body: await readFile(join(out, name), 'utf8') }
        },
        cutAfter: (bytes) => proxy.cutAfter(bytes),
        received: () => proxy.received,
        cutEvery: 30,
        cutWithinLast: 600,
        sessionOutlivesConnection: false,
        silence: () => proxy.stall(),
        disturb: {
          'login refused': () => sshd.revokeAll(),
          'permission missing': async () => {
            const out = join(folder, 'out')
            await mkdir(out)
            await sshd.own(out)
            await chmod(out, 0o555)
          },
        },
      },
      [Symbol.asyncDispose]: stop,
    }
  }
