import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { textAt } from '@linkspan/connector-kit/xml/element'
import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import type { ConnectorState, OutgoingRecord, RecordSink } from '@linkspan/core/connector'
import { startCuttingProxy } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { type SftpFixture, startSftpFixture } from '../testing/sftp-fixture.ts'

const order = (reference: string, change: Partial<OutgoingRecord> = {}): OutgoingRecord => ({
  id: `ours-${reference}`,
  erpId: null,
  reference,
  idempotencyKey: `key-${reference}`,
  data: {
    orderNumber: 'W-1',
    orderDate: '2026-11-23',
    currency: 'EUR',
    total: '30.00',
    customerName: '=HYPERLINK("x")',
    shipTo: { name: 'Ann, Bob', city: 'Köln' },
    lines: [
      { lineNumber: '1', sku: 'A1', quantity: '2', unitPrice: '10.00' },
      { lineNumber: '2', sku: 'A2', quantity: '1', unitPrice: '10.00' },
    ],
  },
  changed: null,
  erpVersion: null,
  sentAt: null,
  ...change,
})
const clock = { now: () => new Date('2026-11-23T10:20:30Z') }

async function withSink<Result>(
  fixture: SftpFixture,
  work: (sink: RecordSink) => Promise<Result>,
  overrides: object = {},
  settings = {},
  others = {},
): Promise<Result> {
  await using session = await fixture.open({ clock, ...overrides }, settings, others)
  const sink = session.sink?.('orders')
  if (!sink) throw new Error('There is no sink')
  return await work(sink)
}
const outbox = async (fixture: SftpFixture): Promise<string[]> => (await readdir(fixture.at('out')).catch(() => [])).sort()

test('an order becomes a file with one row per line; files are numbered, and no temporary file is left', async () => {
  await using fixture = await startSftpFixture()
  const outcome = await withSink(fixture, (sink) => sink.write(order('R1')))
  expect(outcome).toEqual({ kind: 'accepted', record: { erpId: 'R1', fields: null, erpVersion: null } })
  await withSink(fixture, (sink) => sink.write(order('R2')))
  expect(await outbox(fixture)).toEqual(['orders_20261123102030_000001.csv', 'orders_20261123102030_000002.csv'])
  const [names = '', first = '', second = ''] = (await fixture.get('out/orders_20261123102030_000001.csv')).split('\r\n')
  expect(names).toMatch(/^ourReference,erpId,action,orderNumber,.*line\.sku/)
  expect(first).toMatch(/^R1,,create,W-1,/)
  expect(first).toContain(`"'=HYPERLINK(""x"")"`)
  expect(first).toContain('"Ann, Bob"')
  expect(first).toContain('1,A1,,2,,10.00')
  expect(second).toContain('2,A2,,1,,10.00')
})

test("an order can be written as XML or by the client's own template, and its values are escaped", async () => {
  await using fixture = await startSftpFixture()
  const write = (reference: string, orders: object) =>
    withSink(fixture, (sink) => sink.write(order(reference)), {}, { push: { orders: { folder: 'xml', ...orders } } })
  await write('R1', { format: 'xml' })
  const template =
    '<ORDERS05 ref="{{ourReference}}"><KUNDE>{{customerName}}</KUNDE>{{#lines}}<POS nr="{{lineNumber}}">{{sku}}</POS>{{/lines}}</ORDERS05>'
  await write('R<2>', { format: 'template', template, name: 'ORD_{sequence}.idoc.xml' })
  expect((await readdir(fixture.at('xml'))).sort()).toEqual(['ORD_000002.idoc.xml', 'orders_20261123102030_000001.xml'])
  const xml = await parseXml(Buffer.from(await fixture.get('xml/orders_20261123102030_000001.xml')))
  expect(['ourReference', 'action', 'shipTo/city', 'lines/line/sku', 'customerName'].map((path) => textAt(xml, path))).toEqual([
    'R1',
    'create',
    'Köln',
    'A1',
    '=HYPERLINK("x")',
  ])
  expect(await fixture.get('xml/ORD_000002.idoc.xml')).toBe(
    '<ORDERS05 ref="R&lt;2&gt;"><KUNDE>=HYPERLINK(&quot;x&quot;)</KUNDE><POS nr="1">A1</POS><POS nr="2">A2</POS></ORDERS05>',
  )
  await expect(write('R3', { format: 'template' })).rejects.toMatchObject({ code: 'setup.settings-invalid' })
})

test('orders are also sent to a server without the posix-rename extension', async () => {
  await using fixture = await startSftpFixture({}, { without: ['posix-rename'] })
  for (const reference of ['R1', 'R2', 'R2'])
    expect(await withSink(fixture, (sink) => sink.write(order(reference)))).toMatchObject({ kind: 'accepted' })
  expect(await outbox(fixture)).toEqual(['orders_20261123102030_000001.csv', 'orders_20261123102030_000002.csv'])
})

test('an order is sent once, however often it is written; a change of it is a file of its own', async () => {
  await using fixture = await startSftpFixture()
  for (const _ of ['once', 'twice']) await withSink(fixture, (sink) => sink.write(order('R1')))
  expect(await outbox(fixture)).toHaveLength(1)
  const change = order('R1', { erpId: 'R1', idempotencyKey: 'change-1' })
  for (const _ of ['once', 'twice'])
    expect(await withSink(fixture, (sink) => sink.write(change))).toMatchObject({ kind: 'accepted', record: { erpId: 'R1' } })
  expect(await outbox(fixture)).toHaveLength(2)
  expect(await fixture.get('out/orders_20261123102030_000002.csv')).toContain('R1,R1,update')
})

test('an order that was never written is not found; one that the partner has already fetched is', async () => {
  await using fixture = await startSftpFixture()
  expect(await withSink(fixture, (sink) => sink.find(order('R1')))).toBeNull()
  await withSink(fixture, (sink) => sink.write(order('R1')))
  await rm(fixture.at('out'), { recursive: true })
  expect(await withSink(fixture, (sink) => sink.find(order('R1')))).toMatchObject({ erpId: 'R1' })
})

/** A state that fails to store the given stage, as if the worker had died just before. */
const dyingBefore = (kept: ConnectorState, stage: string): ConnectorState => ({
  ...kept,
  async write(values) {
    if (Object.values(values).some((value) => value?.includes(`"state":"${stage}"`))) throw new Error('The worker died')
    await kept.write(values)
  },
})

test.each([
  ['uploaded', 0, null],
  ['sent', 1, { erpId: 'R1' }],
])(
  'if the worker dies before it stores "%s", find still tells what became of the order, and it is sent once',
  async (state, files, found) => {
    await using fixture = await startSftpFixture()
    await withSink(fixture, (sink) => sink.write(order('R1')), { state: dyingBefore(fixture.state, state) }).catch(() => {})
    expect((await outbox(fixture)).filter((name) => !name.startsWith('.'))).toHaveLength(files)
    const answer = await withSink(fixture, (sink) => sink.find(order('R1')))
    if (found === null) expect(answer).toBeNull()
    else expect(answer).toMatchObject(found)
    await withSink(fixture, (sink) => sink.write(order('R1')))
    expect(await outbox(fixture)).toEqual(['orders_20261123102030_000001.csv'])
  },
)

test('a file that was renamed and fetched before the worker could store that counts as sent', async () => {
  await using fixture = await startSftpFixture()
  await withSink(fixture, (sink) => sink.write(order('R1')), { state: dyingBefore(fixture.state, 'sent') }).catch(() => {})
  await rename(fixture.at('out/orders_20261123102030_000001.csv'), fixture.at('fetched.csv'))
  await withSink(fixture, (sink) => sink.write(order('R1')))
  expect(await outbox(fixture)).toEqual([])
})

test('if the connection breaks after any number of bytes, the order is sent once and complete', async () => {
  await using fixture = await startSftpFixture()
  await using proxy = await startCuttingProxy(fixture.sshd)
  const kinds = new Set<string>()
  for (let bytes = 3000, number = 1; number <= 12; bytes += 100, number++) {
    const record = order(`B${number}`)
    proxy.cutAfter(bytes)
    const throughProxy = (sink: RecordSink) =>
      sink.write(record).then(
        ({ kind }) => kind,
        () => 'thrown',
      )
    kinds.add(await withSink(fixture, throughProxy, {}, {}, { sftpPort: proxy.port }))
    if (!(await withSink(fixture, (sink) => sink.find(record)))) await withSink(fixture, (sink) => sink.write(record))
  }
  expect(kinds.size).toBeGreaterThan(1)
  const names = await outbox(fixture)
  expect(names.filter((name) => !name.startsWith('.'))).toHaveLength(12)
  for (const name of names) expect((await fixture.get(`out/${name}`)).split('\r\n')).toHaveLength(4)
})

test('a trigger file is written beside the order, and name and format follow the settings', async () => {
  await using fixture = await startSftpFixture({
    push: { orders: { folder: 'to/erp', name: 'ORD-{reference}.json', format: 'json', trigger: '.done' } },
  })
  await withSink(fixture, (sink) => sink.write(order('R/../1')))
  expect((await readdir(fixture.at('to/erp'))).sort()).toEqual(['ORD-R1.json', 'ORD-R1.json.done'])
  expect(JSON.parse(await fixture.get('to/erp/ORD-R1.json'))).toMatchObject({ ourReference: 'R/../1', action: 'create', total: '30.00' })
})

test('if the trigger file cannot be written, the order is not called unsent, and the look-up writes the trigger file', async () => {
  await using fixture = await startSftpFixture({ push: { orders: { name: 'ORD-{reference}.json', format: 'json', trigger: '.done' } } })
  await mkdir(fixture.at('out'))
  await chmod(fixture.at('out'), 0o777)
  const trigger = fixture.at('out/ORD-R1.json.done')
  await writeFile(trigger, '', { mode: 0o444 })
  const outcome = await withSink(fixture, (sink) => sink.write(order('R1')))
  expect(outcome).toMatchObject({ kind: 'unknown', error: { code: 'setup.permission-missing' } })
  await rm(trigger)
  expect(await withSink(fixture, (sink) => sink.find(order('R1')))).toMatchObject({ erpId: 'R1' })
  expect(await outbox(fixture)).toEqual(['ORD-R1.json', 'ORD-R1.json.done'])
})

test('a full disk and missing permissions are reported, and nothing counts as sent', async () => {
  await using full = await startSftpFixture({}, { maxBlocks: 0 })
  await expect(withSink(full, (sink) => sink.write(order('R1')))).rejects.toMatchObject({ code: 'remote.unavailable' })
  expect((await outbox(full)).filter((name) => !name.startsWith('.'))).toEqual([])
  await using closed = await startSftpFixture()
  await mkdir(closed.at('out'))
  await chmod(closed.at('out'), 0o555)
  await expect(withSink(closed, (sink) => sink.write(order('R1')))).rejects.toMatchObject({ code: 'setup.permission-missing' })
})
