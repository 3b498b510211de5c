import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import { expect, test } from 'vitest'
import { isUbl, readUbl } from './read-inbound.ts'

const xsd = 'urn:oasis:names:specification:ubl:schema:xsd'
const parse = (root: string, inner: string) =>
  parseXml(
    `<u:${root} xmlns:u="${xsd}:${root}-2" xmlns:cac="${xsd}:CommonAggregateComponents-2" xmlns:cbc="${xsd}:CommonBasicComponents-2">${inner}</u:${root}>`,
  )
const read = async (root: string, inner: string) => readUbl(await parse(root, inner))
const head = '<cbc:ID>D-1</cbc:ID><cbc:IssueDate>2026-03-02</cbc:IssueDate><cbc:IssueTime>10:00:00.5+02:00</cbc:IssueTime>'
const reference = '<cac:OrderReference><cbc:ID>W-1</cbc:ID></cac:OrderReference>'

test.each([
  ['AB', 'acknowledged'],
  ['AP', 'accepted'],
  ['CA', 'changed'],
  ['RE', 'rejected'],
])('an order response %s is %s', async (code, outcome) => {
  const line = (id: string, status: string) =>
    `<cac:OrderLine><cac:LineItem><cbc:ID>${id}</cbc:ID><cbc:LineStatusCode>${status}</cbc:LineStatusCode></cac:LineItem></cac:OrderLine>`
  const seller =
    '<cac:SellerSupplierParty><cac:Party><cbc:EndpointID schemeID="0088">73</cbc:EndpointID></cac:Party></cac:SellerSupplierParty>'
  const delivery =
    '<cac:Delivery><cac:PromisedDeliveryPeriod><cbc:StartDate>2026-03-05</cbc:StartDate><cbc:EndDate>2026-03-08</cbc:EndDate></cac:PromisedDeliveryPeriod></cac:Delivery>'
  const inner = `${head}<cbc:OrderResponseCode>${code}</cbc:OrderResponseCode>${reference}${seller}${delivery}${line('10', '5')}${line('20', '7')}`
  expect(await read('OrderResponse', inner)).toEqual([
    {
      kind: 'confirmation',
      payloadId: 'OrderResponse/73/D-1',
      sender: { domain: '0088', identity: '73', sharedSecret: null },
      isTest: false,
      orderId: 'W-1',
      orderPayloadId: null,
      writtenAt: '2026-03-02T08:00:00.500Z',
      outcome,
      word: code,
      supplierOrderId: null,
      promisedDate: '2026-03-08',
      lines: [
        { lineNumber: '10', rejected: '0' },
        { lineNumber: '20', rejected: null },
      ],
    },
  ])
})

const answeredLine = (id: string, status: string, { quantity = '', reference = '', sku = '', backorder = '' } = {}) => {
  const given = (name: string, text: string) => (text === '' ? '' : `<cbc:${name}>${text}</cbc:${name}>`)
  const item =
    sku === '' ? '' : `<cac:Item><cac:SellersItemIdentification><cbc:ID>${sku}</cbc:ID></cac:SellersItemIdentification></cac:Item>`
  const ours = reference === '' ? '' : `<cac:OrderLineReference><cbc:LineID>${reference}</cbc:LineID></cac:OrderLineReference>`
  return `<cac:OrderLine><cac:LineItem><cbc:ID>${id}</cbc:ID>${given('LineStatusCode', status)}${given('Quantity', quantity)}${given('MaximumBackorderQuantity', backorder)}${item}</cac:LineItem>${ours}</cac:OrderLine>`
}

test.each([
  ['our line by its reference', [answeredLine('1', '7', { reference: '20' })], [{ lineNumber: '20', rejected: null }]],
  [
    'a changed quantity',
    [answeredLine('1', '3', { quantity: '3', reference: '10' })],
    [{ lineNumber: '10', rejected: '0', confirmed: '3' }],
  ],
  ['an accepted quantity', [answeredLine('1', '5', { quantity: '3', reference: '10' })], [{ lineNumber: '10', rejected: '0' }]],
  [
    'what comes later',
    [answeredLine('1', '3', { quantity: '3', backorder: '1.5', reference: '10' })],
    [{ lineNumber: '10', rejected: '0', confirmed: '4.5' }],
  ],
  [
    'a line in two parts, one of them not accepted',
    [answeredLine('1', '5', { quantity: '2', reference: '10' }), answeredLine('2', '7', { quantity: '3', reference: '10' })],
    [{ lineNumber: '10', rejected: '0', confirmed: '2' }],
  ],
  ['its own SKU without a reference', [answeredLine('1', '7', { sku: 'A' })], [{ lineNumber: '1', sku: 'A', rejected: null }]],
  [
    'no line that it added',
    [answeredLine('10', '1', { quantity: '1' }), answeredLine('1', '5', { reference: '10' }), answeredLine('20', '7')],
    [{ lineNumber: '10', rejected: '0' }],
  ],
])('an order response tells %s', async (_, lines, expected) => {
  const [document] = await read('OrderResponse', `${head}<cbc:OrderResponseCode>CA</cbc:OrderResponseCode>${reference}${lines.join('')}`)
  expect(document).toMatchObject({ lines: expected })
})

test('NA is no order number', async () => {
  const order = (more: string) => `<cac:OrderReference><cbc:ID>NA</cbc:ID>${more}</cac:OrderReference>`
  const response = (more: string) => read('OrderResponse', `${head}<cbc:OrderResponseCode>AP</cbc:OrderResponseCode>${order(more)}`)
  expect(await response('<cbc:SalesOrderID>SO-7</cbc:SalesOrderID>')).toMatchObject([{ orderId: null, supplierOrderId: 'SO-7' }])
  await expect(response('')).rejects.toMatchObject({ code: 'request.invalid', message: expect.stringContaining('SalesOrderID') })
  expect(await read('DespatchAdvice', `${head}${order('<cbc:UUID>sent@us</cbc:UUID>')}${line('10', '2')}`)).toMatchObject([
    { orderId: null, orderPayloadId: 'sent@us', lines: [{ lineNumber: '10' }] },
  ])
})

const line = (number: string, quantity: string, order = '') =>
  `<cac:DespatchLine><cbc:ID>1</cbc:ID><cbc:DeliveredQuantity unitCode="C62">${quantity}</cbc:DeliveredQuantity><cac:OrderLineReference><cbc:LineID>${number}</cbc:LineID>${order}</cac:OrderLineReference><cac:Item><cac:SellersItemIdentification><cbc:ID>A</cbc:ID></cac:SellersItemIdentification></cac:Item></cac:DespatchLine>`
const shipment = `<cac:Shipment><cbc:ID>1</cbc:ID><cac:Consignment><cbc:ID>1</cbc:ID><cac:CarrierParty><cac:PartyName><cbc:Name>DHL</cbc:Name></cac:PartyName></cac:CarrierParty></cac:Consignment><cac:Delivery><cbc:TrackingID>JJD1</cbc:TrackingID><cac:EstimatedDeliveryPeriod><cbc:EndDate>2026-03-04</cbc:EndDate></cac:EstimatedDeliveryPeriod><cac:Despatch><cbc:ActualDespatchDate>2026-03-02</cbc:ActualDespatchDate></cac:Despatch></cac:Delivery></cac:Shipment>`

test('a despatch advice becomes one document for each order', async () => {
  const other = '<cac:OrderReference><cbc:ID>W-2</cbc:ID></cac:OrderReference>'
  const documents = await read('DespatchAdvice', `${head}${reference}${shipment}${line('10', '2')}${line('10', '3', other)}`)
  expect(documents).toHaveLength(2)
  expect(documents[0]).toMatchObject({
    kind: 'ship-notice',
    orderId: 'W-1',
    shipmentId: 'D-1',
    operation: 'new',
    shippedAt: '2026-03-02T00:00:00.000Z',
    estimatedDelivery: '2026-03-04',
    carrier: 'DHL',
    trackingNumbers: ['JJD1'],
    lines: [{ lineNumber: '10', sku: 'A', quantity: '2' }],
  })
  expect(documents[1]).toMatchObject({ orderId: 'W-2', shipmentId: 'D-1', lines: [{ quantity: '3' }] })
})

test('an application response is about an order, or about something else', async () => {
  const answer = (type: string) =>
    `<cac:DocumentResponse><cac:Response><cbc:ResponseCode>RE</cbc:ResponseCode><cbc:Description>no stock</cbc:Description></cac:Response><cac:DocumentReference><cbc:ID>X</cbc:ID>${type}</cac:DocumentReference></cac:DocumentResponse>`
  const inner = `${head}${answer('')}${answer('<cbc:DocumentTypeCode>380</cbc:DocumentTypeCode>')}`
  expect(await read('ApplicationResponse', inner)).toMatchObject([
    { kind: 'status', orderId: 'X', outcome: 'rejected', code: 'RE', text: 'no stock' },
    { kind: 'status', orderId: null, outcome: null, code: 'RE' },
  ])
})

test.each([
  ['OrderResponse', `${head}<cbc:OrderResponseCode>ZZ</cbc:OrderResponseCode>${reference}`, 'OrderResponseCode is "ZZ"'],
  ['OrderResponse', `${head}<cbc:OrderResponseCode>AP</cbc:OrderResponseCode>`, 'OrderReference/ID is missing'],
  ['DespatchAdvice', '<cbc:IssueDate>2026-03-02</cbc:IssueDate>', 'ID is missing'],
  ['DespatchAdvice', `${head}${line('1', '')}`, 'DeliveredQuantity is missing'],
  ['Invoice', head, 'PayableAmount is missing'],
  ['Order', head, '<Order>'],
])('an incomplete %s is refused, and the sender is told why', async (root, inner, words) => {
  await expect(read(root, inner)).rejects.toMatchObject({ code: 'request.invalid', message: expect.stringContaining(words) })
})

test('a document of the same name in another namespace is not UBL', async () => {
  expect(isUbl(await parseXml('<Invoice xmlns="urn:other"/>'))).toBe(false)
  expect(isUbl(await parseXml(`<Invoice xmlns="${xsd}:Invoice-2"/>`))).toBe(true)
})
