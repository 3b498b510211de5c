import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import { expect, test } from 'vitest'
import { readCxmlHead } from './head.ts'
import { readCxml, requestNameOf } from './read-inbound.ts'

const header =
  '<Header><From/><To/><Sender><Credential domain="Other"><Identity>x</Identity></Credential><Credential domain="DUNS"><Identity> 42 </Identity><SharedSecret>pst</SharedSecret></Credential><UserAgent/></Sender></Header>'
const message = (request: string, attributes = ''): string =>
  `<!DOCTYPE cXML SYSTEM "http://x/Fulfill.dtd"><cXML payloadID="p1" timestamp="2026-03-02T08:00:00.250+01:00">${header}<Request${attributes}>${request}</Request></cXML>`
const read = async (request: string, attributes?: string) => readCxml(await parseXml(message(request, attributes)))
const head = {
  payloadId: 'p1',
  sender: { domain: 'DUNS', identity: '42', sharedSecret: 'pst' },
  isTest: false,
  writtenAt: '2026-03-02T07:00:00.250Z',
}
const reference = '<OrderReference orderID="W-1" orderDate="2026-03-01"><DocumentReference payloadID="o1"/></OrderReference>'
const order = { orderId: 'W-1', orderPayloadId: 'o1' }

const line = (number: string, statuses: string) =>
  `<ConfirmationItem lineNumber="${number}" quantity="5"><UnitOfMeasure>EA</UnitOfMeasure>${statuses}</ConfirmationItem>`
const status = (type: string, quantity: string, more = '') =>
  `<ConfirmationStatus type="${type}" quantity="${quantity}"${more}><UnitOfMeasure>EA</UnitOfMeasure></ConfirmationStatus>`
test('a confirmation says how much of each line is rejected', async () => {
  const items = [
    line(
      '10',
      status('accept', '3', ' deliveryDate="2026-03-09T23:00:00-05:00"') +
        status('reject', '1', ' deliveryDate="2026-04-01"') +
        status('reject', '1.0'),
    ),
    line('20', status('backordered', '5', ' deliveryDate="2026-03-07"')),
  ]
  const request = `<ConfirmationRequest><ConfirmationHeader type="except" noticeDate="2026-03-02"/>${reference}<SupplierOrderInfo orderID="S9"/>${items.join('')}</ConfirmationRequest>`
  expect(await read(request, ' deploymentMode="test"')).toEqual([
    {
      kind: 'confirmation',
      ...head,
      ...order,
      isTest: true,
      writtenAt: '2026-03-02T00:00:00.000Z',
      outcome: 'changed',
      word: 'except',
      supplierOrderId: 'S9',
      promisedDate: '2026-03-09',
      lines: [
        { lineNumber: '10', rejected: '2.0' },
        { lineNumber: '20', rejected: '0' },
      ],
    },
  ])
})

test.each([
  ['accept', 'accepted'],
  ['reject', 'rejected'],
  ['backordered', 'backordered'],
  ['detail', 'changed'],
  ['requestToPay', 'acknowledged'],
])('a confirmation of type %s is %s', async (type, outcome) => {
  expect(
    await read(`<ConfirmationRequest><ConfirmationHeader type="${type}" noticeDate=""/>${reference}</ConfirmationRequest>`),
  ).toMatchObject([{ outcome, writtenAt: head.writtenAt }])
})

const control = (carrier: string, numbers: string) => `<ShipControl>${carrier}${numbers}</ShipControl>`
const portion = (orderId: string, ...lines: readonly string[]) =>
  `<ShipNoticePortion><OrderReference orderID="${orderId}"><DocumentReference payloadID="${orderId}-p"/></OrderReference>${lines.join('')}</ShipNoticePortion>`
const item = (number: string, quantity: string) =>
  `<ShipNoticeItem lineNumber="${number}" quantity="${quantity}"><ItemID><SupplierPartID>A${number}</SupplierPartID></ItemID><UnitOfMeasure>EA</UnitOfMeasure></ShipNoticeItem>`

test('a ship notice becomes one document for each order, with all packages', async () => {
  const request = `<ShipNoticeRequest>
    <ShipNoticeHeader shipmentID="S1" noticeDate="2026-03-03T12:00:00-05:00" shipmentDate="2026-03-03+01:00" deliveryDate="2026-03-05T23:00:00-05:00" operation="update"/>
    ${control('<CarrierIdentifier domain="companyName">UPS</CarrierIdentifier><CarrierIdentifier domain="SCAC">UPSN</CarrierIdentifier>', '<ShipmentIdentifier trackingURL="https://t/1">1Z1</ShipmentIdentifier><ShipmentIdentifier>1Z2</ShipmentIdentifier>')}
    ${control('<CarrierIdentifier domain="companyName">UPS</CarrierIdentifier>', '<ShipmentIdentifier>1Z2</ShipmentIdentifier>')}
    ${portion('W-1', item('10', '1,000.5'))}${portion('W-2', item('10', '1'))}${portion('W-1', item('20', '2'))}
  </ShipNoticeRequest>`
  const [first, second, ...others] = await read(request)
  expect(first).toEqual({
    kind: 'ship-notice',
    ...head,
    orderId: 'W-1',
    orderPayloadId: 'W-1-p',
    writtenAt: '2026-03-03T17:00:00.000Z',
    shipmentId: 'S1',
    operation: 'update',
    isPlanned: false,
    isReturn: false,
    fulfillment: null,
    shippedAt: '2026-03-03T00:00:00.000Z',
    estimatedDelivery: '2026-03-05',
    carrier: 'UPS',
    carrierCode: 'UPSN',
    trackingNumbers: ['1Z1', '1Z2'],
    trackingUrl: 'https://t/1',
    lines: [
      { lineNumber: '10', sku: 'A10', quantity: '1000.5' },
      { lineNumber: '20', sku: 'A20', quantity: '2' },
    ],
  })
  expect(second).toMatchObject({ orderId: 'W-2', shipmentId: 'S1', lines: [{ quantity: '1' }] })
  expect(others).toEqual([])
})

test.each([
  ['shipmentType="planned"', { isPlanned: true }],
  ['reason="return"', { isReturn: true }],
  ['fulfillmentType="complete"', { fulfillment: 'complete' }],
  ['operation="delete"', { operation: 'delete', orderId: null, lines: [] }],
])('a ship notice with %s', async (attribute, expected) => {
  expect(
    await read(`<ShipNoticeRequest><ShipNoticeHeader shipmentID="S" noticeDate="2026-03-03" ${attribute}/></ShipNoticeRequest>`),
  ).toMatchObject([expected])
})

test('a status update refers to the message that it is about', async () => {
  const update = (inner: string) =>
    `<StatusUpdateRequest><DocumentReference payloadID="o1"/><Status code="200" text="OK"/>${inner}</StatusUpdateRequest>`
  expect(await read(update('<DocumentStatus type="Rejected"><DocumentInfo documentID="W-1"/></DocumentStatus>'))).toEqual([
    { kind: 'status', ...head, ...order, outcome: 'rejected', code: '200', text: 'OK' },
  ])
  const ofInvoice = '<DocumentStatus type="rejected"><DocumentInfo documentID="I-1" documentType="InvoiceDetailRequest"/></DocumentStatus>'
  expect(await read(update(ofInvoice))).toMatchObject([{ orderId: null, outcome: null }])
  expect(await read(update('<PaymentStatus type="settled"/>'))).toMatchObject([{ orderId: null, orderPayloadId: 'o1', outcome: null }])
})

test.each([
  ['a prefix', '<c:cXML xmlns:c="urn:c" payloadID="p1" timestamp="2026-03-02">', 'c:'],
  ['a namespace of its own', '<cXML xmlns="urn:c" payloadID="p1" timestamp="2026-03-02">', ''],
])('a message with %s is read like any other', async (_, start, p) => {
  const inner = `<${p}Request><${p}StatusUpdateRequest><${p}Status code="450" text="no"/></${p}StatusUpdateRequest></${p}Request>`
  expect(readCxml(await parseXml(`${start}${inner}</${p}cXML>`))).toMatchObject([
    { kind: 'status', code: '450', writtenAt: '2026-03-02T00:00:00.000Z' },
  ])
})

test.each([
  ['<OrderRequest/>', 'A OrderRequest is not accepted'],
  ['', 'without a request'],
  ['<constructor/>', 'A constructor is not accepted'],
  [`<ConfirmationRequest><ConfirmationHeader type="perhaps"/>${reference}</ConfirmationRequest>`, 'ConfirmationHeader/@type is "perhaps"'],
  ['<ConfirmationRequest><ConfirmationHeader type="accept"/></ConfirmationRequest>', 'say which order is confirmed'],
  ['<ShipNoticeRequest><ShipNoticeHeader noticeDate="2026-03-03"/></ShipNoticeRequest>', 'ShipNoticeHeader/@shipmentID is missing'],
  [`<ShipNoticeRequest><ShipNoticeHeader shipmentID="S"/>${portion('W-1', item('1', 'two'))}</ShipNoticeRequest>`, '@quantity is "two"'],
  [
    `<ShipNoticeRequest><ShipNoticeHeader shipmentID="S"/>${portion('W-1', item('1', '1.000,5'))}</ShipNoticeRequest>`,
    '@quantity is "1.000,5"',
  ],
  ['<InvoiceDetailRequest/>', 'invoiceDate is missing'],
])('%s is refused, and the sender is told why', async (request, words) => {
  await expect(read(request)).rejects.toMatchObject({ code: 'request.invalid', message: expect.stringContaining(words) })
})

test('the head can be read even if the request cannot', async () => {
  const root = await parseXml(message('<Broken/>'))
  expect([readCxmlHead(root), requestNameOf(root)]).toEqual([head, 'Broken'])
  expect(() => readCxmlHead({ ...root, name: 'Order' })).toThrow('The document is <Order>, and cXML was expected')
  expect(() => readCxmlHead({ ...root, attributes: {} })).toThrow('@payloadID is missing')
})
