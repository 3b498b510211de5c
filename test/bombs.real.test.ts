import { gzipSync } from 'node:zlib'
import type { ERPSyncLog } from '@linkspan/core'
import { findFreePort, type Sshd, startSshd } from '@linkspan/simulators'
import { strToU8, zipSync } from 'fflate'
import * as openpgp from 'openpgp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FileConnections, fileConnections } from './stack/file-connections.ts'
import { type Stack, startStack } from './stack/stack.ts'

/** In MB: of the heap it has, and beside it. */
const [heap, besides] = [128, 250]

let stack: Stack
let sshd: Sshd
let connect: FileConnections
let metrics: string
beforeAll(async () => {
  const port = await findFreePort()
  metrics = `http://127.0.0.1:${port}/metrics`
  ;[stack, sshd] = await Promise.all([startStack({ workers: 0 }), startSshd()])
  await stack.startWorker({ NODE_OPTIONS: `--max-old-space-size=${heap}`, WORKER_PORT: String(port) })
  connect = await fileConnections(stack, sshd)
})
afterAll(async () => {
  await stack[Symbol.asyncDispose]()
  await sshd[Symbol.asyncDispose]()
})

/** The memory that the worker takes, in MB. */
async function workerMemory(): Promise<number> {
  const text = await (await fetch(metrics)).text()
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1e6
}

const csv = (megabytes: number) => Buffer.from(`sku,name\n${`A1,${'x'.repeat(9995)}\n`.repeat(megabytes * 100)}`)
/** Text that packs just less well than a bomb, so that only what it takes gives it away. */
const line = Array.from({ length: 40 }, (_, at) => `text ${at * 7919} `).join('')
const long = (length: number) => line.repeat(Math.ceil(length / line.length)).slice(0, length)

const zip = (parts: Readonly<Record<string, Uint8Array>>) => Buffer.from(zipSync(parts, { level: 1 }))
const workbook = (sheet: string, strings: string) =>
  zip({
    'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="r1" Target="sheet1.xml"/></Relationships>'),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
    'xl/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
  })

const { privateKey, publicKey } = await openpgp.generateKey({
  userIDs: [{ name: 'us' }],
  format: 'object',
  date: new Date(Date.now() - 60_000),
})
async function pgp() {
  const message = await openpgp.createMessage({ binary: csv(30) })
  const config = { preferredCompressionAlgorithm: openpgp.enums.compression.zlib }
  return Buffer.from(await openpgp.encrypt({ message, encryptionKeys: publicKey, format: 'binary', config }))
}

const repeated = '<c t="s"><v>0</v></c>'.repeat(16_000)
test.each([
  ['gzip', 'products.csv.gz', () => gzipSync(csv(30)), '250 times as large'],
  ['zip', 'products.csv.zip', () => zip({ a: csv(30) }), '250 times as large'],
  ['PGP', 'products.csv.pgp', pgp, '250 times as large'],
  ['a cell', 'products.xlsx', () => workbook(`<row><c t="str"><v>${'0'.repeat(15_000_000)}</v></c></row>`, ''), 'more than 2000000'],
  ['the texts of a workbook', 'products.xlsx', () => workbook('', `<si><t>${long(90_000)}</t></si>`.repeat(700)), 'max-old-space-size'],
  ['a text in all cells', 'products.xlsx', () => workbook(`<row>${repeated}</row>`, `<si><t>${long(900_000)}</t></si>`), 'Row 1 is longer'],
  ['long rows', 'products.ndjson.gz', () => gzipSync(`{"sku":"A","name":"${long(4_000_000)}"}\n`.repeat(30)), 'at most 10000 characters'],
] as const)('a bomb in %s ends its own run in words, the worker stays small, and other runs go on', async (name, file, make, words) => {
  const bomb = await make()
  expect(bomb.length).toBeLessThan(2_000_000)
  const files = file.includes('ndjson') ? { products: { format: { kind: 'ndjson' } } } : {}
  const erp = await connect(name.replaceAll(' ', '-'), { retryAttempts: 0, files }, { pgpPrivateKey: privateKey.armor() })
  const other = await connect(`beside-${name.replaceAll(' ', '-')}`)
  await erp.put(file, bomb)
  await other.put('products.csv', 'sku,name,price\nA1,Mug,1.50')
  let largest = 0
  const watch = setInterval(() => {
    workerMemory().then(
      (now) => {
        largest = Math.max(largest, now)
      },
      () => {}, // it is busy
    )
  }, 100)
  const [log, beside] = await Promise.all([stack.sync(erp.id), stack.sync(other.id)]).finally(() => clearInterval(watch))
  expect(log).toMatchObject({ status: 'error', attempts: 1, errorMessage: expect.stringContaining(words) })
  expect(beside).toMatchObject<Partial<ERPSyncLog>>({ status: 'success', recordsCreated: 1, attempts: 1 })
  expect(largest).toBeLessThan(heap + besides)
})
