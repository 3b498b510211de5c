import { openFor, readPages } from '@linkspan/connector-kit/testing/open-context'
import type { OutgoingRecord, RecordSink } from '@linkspan/core/connector'
import { startServer, text } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { doiXml } from './connector.ts'
import { sampleOrder } from './testing/sample-order.ts'

/** A session with a partner who answers everything with this text. */
async function open(body: string, settings: Readonly<Record<string, unknown>> = {}) {
  const type = body.startsWith('{') ? 'application/json' : 'text/xml'
  const routes = (['GET', 'POST'] as const).map((method) => ({ method, path: /./, answer: () => text(body, type) }))
  const server = await startServer({ routes })
  const resources = { products: { path: 'catalog.xml', rows: 'Catalog/Product', fields: { sku: '@number' } } }
  const credentials = { doiEndpoint: server.url, doiUsername: 'u', doiPassword: 'p' }
  const session = await openFor(doiXml, { credentials, settings: { resources, ...settings } })
  return {
    session,
    sink: session.sink?.('orders') as RecordSink,
    [Symbol.asyncDispose]: async () => void (await Promise.all([session, server].map((each) => each[Symbol.asyncDispose]()))),
  }
}

const order: OutgoingRecord = {
  id: 'W-1000',
  erpId: null,
  reference: 'W-1000',
  idempotencyKey: 'k1',
  data: sampleOrder,
  changed: null,
  erpVersion: null,
  sentAt: null,
}

const failures = [
  '<Response><Success>false</Success><Message>Closed for today</Message></Response>',
  '<error>Closed for today</error>',
  '<Result status="error"><items/><message>Closed for today</message></Result>',
  '{"success":false,"message":"Closed for today"}',
]

test.each(failures)('%s is an error in its words for a pull, a test and an order', async (body) => {
  for (const dialect of ['cxml', 'ubl']) {
    await using opened = await open(body, { dialect })
    await expect(readPages(opened.session, 'products')).rejects.toThrow('Closed for today')
    const step = opened.session.checks().find(({ name }) => name === 'Authentication')
    await expect(step?.run()).rejects.toThrow('Closed for today')
    expect(await opened.sink.write(order)).toEqual({ kind: 'refused', reason: expect.stringContaining('Closed for today') })
  }
})

test('an answer that is in trouble itself, or says nothing, leaves an order uncertain', async () => {
  for (const body of ['<Response><Success>false</Success><Message>Database timeout</Message></Response>', '<Thanks/>']) {
    await using opened = await open(body)
    expect(await opened.sink.write(order)).toMatchObject({ kind: 'unknown' })
  }
})

test('a catalogue whose products have a state of their own is read', async () => {
  const body = '<Catalog><Product number="P1"><status>error</status><message>Out of stock</message></Product></Catalog>'
  await using opened = await open(body)
  expect(await readPages(opened.session, 'products')).toMatchObject([{ records: [{ id: 'P1' }] }])
})
