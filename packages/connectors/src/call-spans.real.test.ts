import { openFor } from '@linkspan/connector-kit/testing/open-context'
import { sampleOrder } from '@linkspan/connector-kit/testing/sample-order'
import { noTracing, type OpenContext, type RecordSink, type SpanStart } from '@linkspan/core/connector'
import { json, startServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { openNetSuite } from './netsuite/testing/open-netsuite.ts'
import { openFusion } from './oracle-fusion/testing/open-fusion.ts'
import { rest } from './rest/connector.ts'

/** Notes the spans of all calls. */
function noteSpans() {
  const spans: SpanStart[] = []
  const tracing: OpenContext['tracing'] = {
    ...noTracing,
    isOn: true,
    start(span) {
      spans.push(span)
      return noTracing.start(span)
    },
  }
  const templates = () => [...new Set(spans.map(({ name, attributes }) => `${name} ${attributes?.['url.template']}`))]
  return { spans, tracing, templates }
}

/** Creates an order with a reference that is a word, changes it, and looks for it by both ids. */
async function writeAndFind(sink: RecordSink, changed: readonly string[]): Promise<void> {
  const created = await sink.write(sampleOrder('annaberg'))
  expect(created).toMatchObject({ kind: 'accepted' })
  const erpId = created.kind === 'accepted' ? created.record.erpId : ''
  await sink.write(sampleOrder('annaberg', { erpId, changed, data: { requestedDeliveryDate: '2026-12-24' } }))
  for (const id of [null, erpId]) expect(await sink.find(sampleOrder('annaberg', { erpId: id }))).not.toBeNull()
}

test('the span of a call to Oracle Fusion has no id of an order, though it is a word', async () => {
  const { spans, tracing, templates } = noteSpans()
  await using opened = await openFusion({ context: { tracing } })
  await writeAndFind(opened.sink, ['requestedDeliveryDate'])
  expect(JSON.stringify(spans)).not.toContain('annaberg')
  const orders = '/fscmRestApi/resources/{}/salesOrdersForOrderHub'
  expect(templates()).toEqual(expect.arrayContaining([`POST ${orders}`, `PATCH ${orders}/{}`, `GET ${orders}/{}`]))
})

test('the span of a call to NetSuite has no id of an order, though it is a word', async () => {
  const { spans, tracing, templates } = noteSpans()
  await using opened = await openNetSuite({ context: { tracing } })
  await writeAndFind(opened.sink, ['requestedDeliveryDate'])
  expect(JSON.stringify(spans)).not.toContain('annaberg')
  const orders = '/services/rest/record/v1/salesOrder'
  expect(templates()).toEqual(expect.arrayContaining([`POST ${orders}`, `PATCH ${orders}/{}`, `GET ${orders}/{}`]))
})

test('the span of a call to a REST API has nothing that a record or the ERP has put into the path', async () => {
  const row = { id: 'MUELLER', ourReference: 'annaberg' }
  await using server = await startServer({
    routes: [
      { method: 'POST', path: '/shop/orders', answer: () => json({}, { status: 202, headers: { location: '/shop/jobs/of-anna' } }) },
      { path: '/shop/jobs/of-anna', answer: () => json({ status: 'done', result: row }) },
      { path: '/shop/orders', answer: () => json({ data: [row], next: '/shop/orders/after/MUELLER' }) },
      { path: '/shop/orders/after/MUELLER', answer: () => ({ status: 307, headers: { location: '/shop/moved/MUELLER' }, body: '' }) },
      { path: '/shop/moved/MUELLER', answer: () => json({ data: [] }) },
      { path: '/shop/orders/MUELLER', answer: () => json(row) },
    ],
  })
  const { spans, tracing, templates } = noteSpans()
  const credentials = { apiUrl: `${server.url}/shop` }
  await using session = await openFor(
    rest,
    { credentials, settings: { resources: { orders: { paging: { style: 'next' } } } } },
    { tracing },
  )
  await writeAndFind(session.sink?.('orders') as RecordSink, ['requestedDeliveryDate'])
  for await (const _ of session.source('orders').pages({ after: null, since: null }));
  expect(JSON.stringify(spans)).not.toMatch(/MUELLER|anna/)
  expect(templates().sort()).toEqual(['GET /shop/orders', 'GET /shop/orders/{}', 'GET /{}', 'PATCH /shop/orders/{}', 'POST /shop/orders'])
})
