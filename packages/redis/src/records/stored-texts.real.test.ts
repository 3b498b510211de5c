import { silentLogger } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type RedisClient } from '../client.ts'
import { createKeys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { caller, type Harness, startHarness } from '../testing/harness.ts'
import { keptPages, printKeptPage } from './kept-pages.ts'
import { outboxEntry, parseOutboxEntry } from './outbox-entry.ts'
import { joinHashes, parseRecordMeta, recordMeta } from './record-meta.ts'

let harness: Harness
let client: RedisClient
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
  client = connect(harness.config.redis, 'wait', silentLogger)
})
afterAll(async () => {
  client.disconnect()
  await harness[Symbol.asyncDispose]()
})

const characters = (length: number) => fc.stringMatching(new RegExp(`^[A-Za-z0-9_-]{${length}}$`))
const numbers = fc.nat(10 ** 9)
const meta = fc.record({
  hash: characters(22),
  row: fc.oneof(characters(11), fc.constant('')),
  version: numbers,
  mark: numbers,
  position: numbers,
  changedAt: numbers,
})

const throughLua = defineScript({
  name: 'throughLua',
  keys: [],
  args: { hashes: 'text', version: 'text', mark: 'text', position: 'text', changedAt: 'text', newMark: 'text', newHashes: 'text' },
  include: [recordMeta],
  lua: `
local text = printMeta(hashes, version, mark, position, changedAt)
return {
  text, {parseMeta(text)}, contentHash(hashes), markOf(text),
  replaceMark(text, newMark) or 'as it was', replaceHashes(text, newHashes), tostring(hasHashes(text, newHashes))
}
`,
})

test('Lua and TypeScript agree about the meta text of a record', async () => {
  const call = throughLua.on(client)
  await fc.assert(
    fc.asyncProperty(meta, meta, fc.boolean(), async (record, other, isSame) => {
      const changed = isSame ? record : other
      const { hash, row, version, mark, position, changedAt } = record
      const hashes = joinHashes(hash, row)
      const args = { hashes, version, mark, position, changedAt, newMark: changed.mark, newHashes: joinHashes(changed.hash, changed.row) }
      const answer = (await call({ keys: {}, args })) as [string, string[], string, string, string, string, string]
      const [text, parts, contentHash, markOfText, marked, rehashed, hasNewHashes] = answer
      expect(parseRecordMeta(text)).toEqual(record)
      expect(parts).toEqual([hashes, ...[version, mark, position, changedAt].map(String)])
      expect([contentHash, markOfText]).toEqual([hash, String(mark)])
      if (changed.mark === mark) expect(marked).toBe('as it was')
      else expect(parseRecordMeta(marked)).toEqual({ ...record, mark: changed.mark })
      expect(parseRecordMeta(rehashed)).toEqual({ ...record, hash: changed.hash, row: changed.row })
      expect(hasNewHashes).toBe(String(args.newHashes === hashes))
    }),
    { numRuns: 200 },
  )
})

test('Lua and TypeScript agree about an entry of the outbox', async () => {
  const script = defineScript({
    name: 'entryThroughLua',
    keys: [],
    args: { version: 'number', status: 'text', json: 'text' },
    include: [outboxEntry],
    lua: `
local text = printEntry(version, status, json)
return {text, entryVersion(text), entryStatus(text), entryJson(text), entryVersion(false)}
`,
  })
  const connectionId = await harness.connect()
  const stream = { connectionId, dataType: 'products' as const }
  await harness.core.records.write(caller, { ...stream, records: [{ id: 'P1', name: 'Two words\nand a line', price: '1.00' }] })
  const stored = await client.hget(createKeys(harness.config.keyPrefix).outbox(connectionId, 'products'), 'P1')
  const { version, entry } = parseOutboxEntry(stored)
  expect(entry?.status).toBe('pending')
  const json = stored?.slice(stored.indexOf('{')) ?? ''
  const args = { version, status: entry?.status ?? '', json }
  const answer = await script.on(client)({ keys: {}, args })
  expect(answer).toEqual([stored, String(version), entry?.status, json, '0'])
  expect(parseOutboxEntry(null)).toEqual({ version: 0, entry: null })
})

test('Lua reads a kept page as TypeScript has printed it', async () => {
  const script = defineScript({
    name: 'keptPageThroughLua',
    keys: [],
    args: { text: 'text' },
    include: [keptPages],
    lua: 'return {parseKeptPage(text)}',
  })
  const parse = (text: string) => script.on(client)({ keys: {}, args: { text } })
  const rows = [
    { id: 'a b', row: 'row-1......' },
    { id: 'ü"', row: 'row-2......' },
  ]
  expect(await parse(printKeptPage('name', rows))).toEqual(['name', 'row-1......row-2......', JSON.stringify(['a b', 'ü"'])])
  expect(await parse(printKeptPage('name', []))).toEqual(['name', '', '[]'])
  expect(await parse('')).toEqual([])
})
