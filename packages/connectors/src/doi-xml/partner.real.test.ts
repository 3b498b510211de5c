import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import { type DoiPartner, startDoiPartner } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { buildOrderRequest } from './cxml/order-request.ts'
import { buildProfileRequest, readProfile } from './cxml/profile-request.ts'
import { readCxml } from './cxml/read-inbound.ts'
import { buildResponse, readResponse } from './cxml/response.ts'
import type { InboundDocument, InvoiceDocument } from './documents.ts'
import { invoiceRecordOf } from './invoice-record.ts'
import { itemsOf } from './order-amounts.ts'
import { orderProgress } from './order-progress.ts'
import { sampleOrder } from './testing/sample-order.ts'
import { buildUblOrder } from './ubl/order.ts'
import { readUbl } from './ubl/read-inbound.ts'

const message = { payloadId: 'p1@linkspan', orderId: 'W-1000', timestamp: '2026-03-01T09:30:00.000Z' }
const settingsFor = ({ buyer, supplier, sharedSecret }: DoiPartner) => ({ from: buyer, to: supplier, sender: buyer, sharedSecret })

async function post({ url, user, password }: DoiPartner, document: string) {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const response = await fetch(`${url}/orders`, {
    method: 'POST',
    body: document,
    headers: { 'content-type': 'text/xml; charset=UTF-8', authorization },
  })
  return parseXml(new Uint8Array(await response.arrayBuffer()))
}

/** A server that reads what the partner sends, and accepts it. */
async function startInbox() {
  const documents: InboundDocument[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const root = await parseXml(Buffer.concat(chunks), { as: 'request' })
    documents.push(...(root.name === 'cXML' ? readCxml(root) : readUbl(root)))
    response.end(buildResponse({ code: '200', text: 'OK' }, { payloadId: 'r', timestamp: message.timestamp }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { documents, url, [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

const progressOf = (documents: readonly InboundDocument[]) =>
  orderProgress({ orderNumber: 'W-1000', ordered: itemsOf(sampleOrder), documents })

test.each([
  ['cXML', (partner: DoiPartner) => buildOrderRequest(sampleOrder, settingsFor(partner), message)],
  ['UBL', () => buildUblOrder(sampleOrder, { buyer: {}, seller: {} }, message)],
])('an order goes to a partner in %s, and is followed up to its invoice', async (_, build) => {
  await using inbox = await startInbox()
  await using partner = await startDoiPartner({ inbound: { url: inbox.url } })
  expect(readResponse(await post(partner, build(partner)))).toEqual({ meaning: 'accepted', code: '200', text: 'OK' })
  expect(partner.writeLog.find('W-1000')).toMatchObject({
    idempotencyKey: message.payloadId,
    contents: { orderId: 'W-1000', currency: 'EUR', lines: [{ lineNumber: '10', sku: 'ROSE-01', quantity: '3' }, { lineNumber: '20' }] },
  })

  const seen: string[] = []
  const note = async (sending: Promise<{ readonly code: string | null }>) => {
    expect((await sending).code).toBe('200')
    seen.push(progressOf(inbox.documents).status)
  }
  const confirmed = await partner.confirm('W-1000')
  await note(partner.repeat(confirmed.payloadId))
  const first = partner.ship('W-1000', [{ lineNumber: '10', quantity: '3' }], { shipmentId: 'S1', trackingNumbers: ['T1'] })
  await note(first)
  await note(partner.repeat((await first).payloadId))
  await note(partner.ship('W-1000', [{ lineNumber: '20', quantity: '0.5' }], { shipmentId: 'S2' }))
  await note(partner.ship('W-1000', [], { shipmentId: 'S2', operation: 'delete' }))
  await note(partner.ship('W-1000', [{ lineNumber: '20', quantity: '0.50' }], { shipmentId: 'S3' }))
  await note(partner.invoice('W-1000', { invoiceNumber: 'I-7' }))
  expect(seen).toEqual(['processing', 'partially_shipped', 'partially_shipped', 'shipped', 'partially_shipped', 'shipped', 'shipped'])
  expect(progressOf(inbox.documents).shipments).toMatchObject([{ shipmentId: 'S1', trackingNumbers: ['T1'] }, { shipmentId: 'S3' }])
  const invoice = inbox.documents.find((each): each is InvoiceDocument => each.kind === 'invoice')!
  expect(invoiceRecordOf(invoice)).toMatchObject({
    invoiceNumber: 'I-7',
    type: 'invoice',
    orderNumber: 'W-1000',
    lines: [{ orderLine: '10' }, {}],
  })
})

test('a rejected order is cancelled, and a returned one is returned', async () => {
  await using inbox = await startInbox()
  await using partner = await startDoiPartner({ inbound: { url: inbox.url } })
  await post(partner, buildOrderRequest(sampleOrder, settingsFor(partner), message))
  await partner.confirm('W-1000', { type: 'reject' })
  expect(progressOf(inbox.documents).status).toBe('cancelled')
  await partner.ship('W-1000')
  await partner.ship('W-1000', undefined, { isReturn: true })
  expect(progressOf(inbox.documents).status).toBe('returned')
})

test('a partner that does not know us says so in an answer with HTTP 200', async () => {
  await using partner = await startDoiPartner()
  const settings = { ...settingsFor(partner), sharedSecret: 'other' }
  expect(readResponse(await post(partner, buildProfileRequest(settings, message)))).toMatchObject({ meaning: 'credentials', code: '401' })
  const profile = await post(partner, buildProfileRequest(settingsFor(partner), message))
  expect([readResponse(profile).meaning, Object.keys(readProfile(profile))]).toEqual(['accepted', ['OrderRequest', 'ProfileRequest']])
})
