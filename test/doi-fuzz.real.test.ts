import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

const shared = 'shared-secret-1'
const authorization = `Basic ${Buffer.from('us:secret-1').toString('base64')}`
const party = (name: string, secret = '') =>
  `<${name}><Credential domain="NetworkId"><Identity>X</Identity>${secret}</Credential>${secret && '<UserAgent>t</UserAgent>'}</${name}>`
const message = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.063/Fulfill.dtd">
<cXML payloadID="p-1@x" timestamp="2026-03-01T10:00:00+00:00"><Header>${party('From')}${party('To')}${party('Sender', `<SharedSecret>${shared}</SharedSecret>`)}</Header>
<Request deploymentMode="production"><ConfirmationRequest><ConfirmationHeader type="accept" noticeDate="2026-03-01T10:00:00+00:00"/>
<OrderReference orderID="W-1"><DocumentReference payloadID="o-1@x"/></OrderReference></ConfirmationRequest></Request></cXML>`)

/** A message with some of its bytes replaced, removed or added. */
const damaged = fc
  .array(fc.tuple(fc.nat(message.length), fc.nat(40), fc.uint8Array({ maxLength: 12 })), { maxLength: 4 })
  .map((edits) =>
    edits.reduce<Buffer>(
      (bytes, [at, length, added]) => Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + length)]),
      message,
    ),
  )
const anyBytes = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))
const contentType = fc.constantFrom(
  'text/xml',
  'application/xml',
  'text/xml; charset=utf-16',
  'text/xml; charset=latin1',
  'text/xml; charset=nonsense',
  'application/soap+xml',
  'text/plain',
)

test('whatever bytes arrive as a message, no answer is a 5xx, and a right message is still taken afterwards', async () => {
  await using stack = await startStack({ workers: 0 })
  const { id } = await stack.connect({
    connectionMethod: 'doi',
    credentials: { doiEndpoint: 'http://127.0.0.1:9/orders', doiUsername: 'us', doiPassword: 'secret-1', doiSharedSecret: shared },
    settings: { enabledDataTypes: ['order_status'], inboundBasic: 'optional' },
  })
  const send = async (body: Buffer, type = 'text/xml') => {
    const response = await fetch(`${stack.url}/doi/${id}`, { method: 'POST', body, headers: { 'content-type': type, authorization } })
    return { status: response.status, text: await response.text() }
  }
  const statuses = new Set<number>()
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: damaged }, anyBytes), contentType, async (bytes, type) => {
      const { status, text } = await send(bytes, type)
      statuses.add(status)
      expect(status, text).toBeLessThan(500)
    }),
    { numRuns: 100 },
  )
  for (let length = 0; length < message.length; length += 67) expect((await send(message.subarray(0, length))).status).toBeLessThan(500)
  expect(statuses.size).toBeGreaterThan(1)
  expect((await send(message)).status).toBe(200)
})
