import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { all, at, readTree } from './doi/xml-tree.ts'
import { type DoiPartner, startDoiPartner } from './doi-partner.ts'

interface Sent {
  readonly payloadId?: string
  readonly type?: string
  readonly secret?: string
  readonly items?: string
  readonly mode?: string
}

const item = (number: number, quantity = '2') =>
  `<ItemOut quantity="${quantity}" lineNumber="${number}"><ItemID><SupplierPartID>A${number}</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="EUR">7.50</Money></UnitPrice><Description xml:lang="en">x</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">0</Classification></ItemDetail></ItemOut>`
const credential = (identity: string, secret = '') =>
  `<Credential domain="NetworkId"><Identity>${identity}</Identity>${secret && `<SharedSecret>${secret}</SharedSecret>`}</Credential>`
const envelope = (request: string, { payloadId = 'p1', secret = 'shared-secret', mode = 'production' }: Sent = {}) =>
  `<!DOCTYPE cXML SYSTEM "x.dtd"><cXML payloadID="${payloadId}" timestamp="2026-03-01T10:00:00+00:00"><Header><From>${credential('AN-BUYER')}</From><To>${credential('AN-SUPPLIER')}</To><Sender>${credential('AN-BUYER', secret)}<UserAgent/></Sender></Header><Request deploymentMode="${mode}">${request}</Request></cXML>`
const order = (orderId: string, { type = 'new', items = item(10) + item(20), ...sent }: Sent = {}) =>
  envelope(
    `<OrderRequest><OrderRequestHeader orderID="${orderId}" orderDate="2026-03-01" type="${type}"><Total><Money currency="EUR">30.00</Money></Total><BillTo><Address><Name xml:lang="en">B</Name></Address></BillTo></OrderRequestHeader>${items}</OrderRequest>`,
    sent,
  )
const ublOrder = (orderId: string) =>
  `<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2" xmlns:c="urn:c"><c:ID>${orderId}</c:ID><c:IssueDate>2026-03-01</c:IssueDate><c:AnticipatedMonetaryTotal><c:PayableAmount currencyID="EUR">1</c:PayableAmount></c:AnticipatedMonetaryTotal><c:OrderLine><c:LineItem><c:ID>1</c:ID><c:Quantity unitCode="C62">3</c:Quantity><c:Price><c:PriceAmount currencyID="EUR">1.05</c:PriceAmount></c:Price><c:Item><c:SellersItemIdentification><c:ID>A</c:ID></c:SellersItemIdentification></c:Item></c:LineItem></c:OrderLine></Order>`

async function post(partner: DoiPartner, body: string, password = partner.password) {
  const authorization = `Basic ${Buffer.from(`${partner.user}:${password}`).toString('base64')}`
  const response = await fetch(`${partner.url}/orders`, { method: 'POST', body, headers: { 'content-type': 'text/xml', authorization } })
  const root = readTree(await response.text())
  return { http: response.status, code: at(root, 'Response/Status/@code'), text: at(root, 'Response/Status/@text'), root }
}

test('an order is stored once, however often its message comes, and the write log shows it', async () => {
  await using partner = await startDoiPartner()
  for (let i = 0; i < 3; i++) expect(await post(partner, order('W-1'))).toMatchObject({ http: 200, code: '200' })
  expect(partner.writeLog.find('W-1')).toMatchObject({
    erpId: '7000001',
    timesReceived: 3,
    timesStored: 1,
    timesReplayed: 2,
    idempotencyKey: 'p1',
  })
  expect(partner.writeLog.find('W-1')!.contents).toMatchObject({
    total: '30.00',
    lines: [{ lineNumber: '10', sku: 'A10', quantity: '2' }, {}],
  })
  expect((await post(partner, order('W-1', { payloadId: 'p2' }))).code).toBe('200')
  expect(partner.writeLog.summary()).toMatchObject({ received: 4, stored: 2, duplicates: ['W-1'] })
})

test('a partner that refuses duplicates refuses another message with the same order number', async () => {
  await using partner = await startDoiPartner({ duplicates: 'refuse' })
  await post(partner, order('W-1'))
  expect(await post(partner, order('W-1', { payloadId: 'p2' }))).toMatchObject({ http: 200, code: '409' })
  expect(partner.writeLog.summary()).toMatchObject({ stored: 1, refused: 1, duplicates: [] })
})

test('a known order can be changed and cancelled', async () => {
  await using partner = await startDoiPartner()
  expect((await post(partner, order('W-1', { type: 'update' }))).code).toBe('404')
  await post(partner, order('W-1', { payloadId: 'p2' }))
  expect((await post(partner, order('W-1', { payloadId: 'p3', type: 'update', items: item(10, '5') }))).code).toBe('200')
  expect((await post(partner, order('W-1', { payloadId: 'p4', type: 'delete', items: item(10, '5') }))).code).toBe('200')
  expect(partner.writeLog.find('W-1')).toMatchObject({ contents: { isCancelled: true, lines: [{ quantity: '5' }] }, updates: [{}, {}] })
})

test.each<[string, string, number, string]>([
  ['a wrong secret', order('W-1', { secret: 'x' }), 200, '401'],
  ['a test', order('W-1', { mode: 'test' }), 200, '400'],
  ['no XML', 'hello', 200, '400'],
  ['no quantity', order('W-1', { items: item(10, '0') }), 200, '406'],
  ['no items', order('W-1', { items: '' }), 200, '406'],
  ['no BillTo', order('W-1').replace(/<BillTo>.*<\/BillTo>/, ''), 200, '406'],
  ['no Classification', order('W-1').replace(/<Classification.*?<\/Classification>/, ''), 200, '406'],
  ['another request', envelope('<PunchOutSetupRequest/>'), 200, '450'],
  ['another document', '<Invoice/>', 200, '406'],
])('%s is refused within an answer that HTTP calls good', async (_, body, http, code) => {
  await using partner = await startDoiPartner()
  expect(await post(partner, body)).toMatchObject({ http, code })
  expect(partner.writeLog.summary().stored).toBe(0)
})

test('a wrong password is refused with HTTP 401', async () => {
  await using partner = await startDoiPartner()
  expect(await post(partner, order('W-1'), 'x')).toMatchObject({ http: 401, code: '401' })
})

test('a profile names the accepted requests', async () => {
  await using partner = await startDoiPartner()
  const { root } = await post(partner, envelope('<ProfileRequest/>'))
  expect(all(root, 'Response/ProfileResponse/Transaction').map((each) => at(each, '@requestName'))).toEqual([
    'OrderRequest',
    'ProfileRequest',
  ])
})

test('an order in UBL is answered in cXML or with an ApplicationResponse', async () => {
  await using plain = await startDoiPartner()
  expect((await post(plain, ublOrder('U-1'))).code).toBe('200')
  expect(plain.writeLog.find('U-1')!.contents).toMatchObject({ format: 'ubl', lines: [{ lineNumber: '1', sku: 'A', quantity: '3' }] })
  await using other = await startDoiPartner({ ublAnswer: 'application-response', skus: ['B'] })
  const { root } = await post(other, ublOrder('U-1'))
  expect([root.name, at(root, 'DocumentResponse/Response/ResponseCode')]).toEqual(['ApplicationResponse', 'RE'])
})

test('a Status can be set: temporary or permanent, with the order stored or not', async () => {
  await using partner = await startDoiPartner()
  partner.answerWith({ code: '560', text: 'later' })
  partner.answerWith({ code: '500', text: 'lost', stores: true })
  const codes = []
  for (let i = 0; i < 3; i++) codes.push((await post(partner, order('W-1'))).code)
  expect(codes).toEqual(['560', '500', '200'])
  expect(partner.writeLog.find('W-1')).toMatchObject({ timesStored: 1, timesReplayed: 1 })
  partner.answerWith({ code: '406', text: 'no' })
  for (let i = 0; i < 2; i++) expect((await post(partner, order('W-2', { payloadId: 'p2' }))).code).toBe('406')
})

test('the connection can break after the order is stored', async () => {
  await using partner = await startDoiPartner()
  partner.faults.add({ kind: 'drop-after-store', references: ['W-1'] })
  await expect(post(partner, order('W-1'))).rejects.toThrow()
  expect(partner.writeLog.find('W-1')).toMatchObject({ timesStored: 1 })
  expect((await post(partner, order('W-1'))).code).toBe('200')
  expect(partner.writeLog.summary()).toMatchObject({ stored: 1, replayed: 1 })
})

/** A server that collects the documents it receives. */
async function startInbox() {
  const came: { readonly body: string; readonly authorization: string | undefined }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      came.push({ body: Buffer.concat(chunks).toString('utf8'), authorization: request.headers.authorization })
      response.end('<cXML><Response><Status code="201" text="Accepted"/></Response></cXML>')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`
  return { came, url, [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

test('the partner sends notices in cXML, and can repeat them', async () => {
  await using inbox = await startInbox()
  await using partner = await startDoiPartner()
  await expect(partner.confirm('W-1')).rejects.toThrow('no order W-1')
  await post(partner, order('W-1'))
  await expect(partner.confirm('W-1')).rejects.toThrow('no inbound URL')
  partner.sendTo({ url: inbox.url, user: 'u', password: 'p' })
  const confirmed = await partner.confirm('W-1', { type: 'except', rejected: [{ lineNumber: '20', quantity: '1' }] })
  expect(confirmed).toMatchObject({ status: 200, code: '201' })
  await partner.ship('W-1', [{ lineNumber: '10', quantity: '1' }], { shipmentId: 'S-9', isPlanned: true, trackingNumbers: ['1', '2'] })
  await partner.invoice('W-1', { isCredit: true })
  await partner.status('W-1', { type: 'rejected' })
  await partner.repeat(confirmed.payloadId)
  const [first, ship, invoice, status, again] = inbox.came.map(({ body }) => readTree(body))
  expect(inbox.came[0]!.authorization).toBe('Basic dTpw')
  expect(again).toEqual(first)
  expect(at(first, 'Header/Sender/Credential/SharedSecret')).toBe('shared-secret')
  expect(at(first, 'Request/ConfirmationRequest/ConfirmationItem/ConfirmationStatus/@type')).toBe('reject')
  expect(at(ship, 'Request/ShipNoticeRequest/ShipNoticeHeader/@shipmentType')).toBe('planned')
  expect(all(ship, 'Request/ShipNoticeRequest/ShipControl/ShipmentIdentifier')).toHaveLength(2)
  expect(at(invoice, 'Request/InvoiceDetailRequest/InvoiceDetailSummary/NetAmount/Money')).toBe('-30.00')
  expect(at(status, 'Request/StatusUpdateRequest/DocumentStatus/@type')).toBe('rejected')
})

test('the partner sends notices in UBL', async () => {
  await using inbox = await startInbox()
  await using partner = await startDoiPartner({ inbound: { url: inbox.url } })
  await post(partner, ublOrder('U-1'))
  await partner.confirm('U-1')
  await partner.ship('U-1', undefined, { shipmentId: 'D-1', operation: 'update' })
  await partner.invoice('U-1')
  await partner.status('U-1', { code: 'RE' })
  const documents = inbox.came.map(({ body }) => readTree(body))
  expect(documents.map(({ name }) => name)).toEqual(['OrderResponse', 'DespatchAdvice', 'Invoice', 'ApplicationResponse'])
  expect(at(documents[1], 'DespatchLine/DeliveredQuantity')).toBe('3')
  expect(at(documents[2], 'LegalMonetaryTotal/PayableAmount')).toBe('3.15')
})

test('the partner can be controlled from another process', async () => {
  await using inbox = await startInbox()
  await using partner = await startDoiPartner()
  const control = async (path: string, body: object) => {
    const response = await fetch(`${partner.url}/_simulator/${path}`, { method: 'POST', body: JSON.stringify(body) })
    const answer = (await response.json()) as Record<string, unknown>
    return { ...answer, payloadId: answer.payloadId, status: response.status }
  }
  expect(await control('statuses', { code: '500', text: 'lost', stores: true })).toMatchObject({ status: 201 })
  expect((await post(partner, order('W-1'))).code).toBe('500')
  const sent = await control('send', { kind: 'ship', orderId: 'W-1', options: { shipmentId: 'S1' }, inbound: { url: inbox.url } })
  expect(sent).toMatchObject({ status: 200, code: '201' })
  await control('send', { kind: 'repeat', payloadId: sent.payloadId })
  expect(inbox.came.map(({ body }) => at(readTree(body), 'Request/ShipNoticeRequest/ShipNoticeHeader/@shipmentID'))).toEqual(['S1', 'S1'])
  expect(await control('send', { kind: 'sing' })).toMatchObject({ status: 400 })
  expect(await control('statuses', {})).toMatchObject({ status: 400 })
})
