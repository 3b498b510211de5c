import { elementAt, textAt } from '@linkspan/connector-kit/xml/element'
import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import { expect, test } from 'vitest'
import { whyNotSendable } from '../order-amounts.ts'
import { type ContentModel, violations } from '../testing/content-model.ts'
import { sampleOrder } from '../testing/sample-order.ts'
import { buildOrderRequest, type CxmlOrderSettings } from './order-request.ts'
import { buildProfileRequest, readProfile } from './profile-request.ts'

const settings: CxmlOrderSettings = {
  from: { domain: 'NetworkId', identity: 'AN01' },
  to: { domain: 'DUNS', identity: '123456789' },
  sender: { domain: 'NetworkId', identity: 'AN01' },
  sharedSecret: 's&cret',
  units: { PCE: 'EA' },
  extrinsics: { costCenter: '4711' },
}
const message = { payloadId: '1@linkspan', orderId: 'W-1000', timestamp: '2026-03-01T09:30:00.123Z' }

/** Taken from docs/erp/cxml.md#order-requests. It shares nothing with the code that it checks. */
const text = { children: '#PCDATA' }
const cxml: ContentModel = {
  cXML: { children: 'Header, Request', required: ['payloadID', 'timestamp'] },
  Header: { children: 'From, To, Sender' },
  From: { children: 'Credential+' },
  To: { children: 'Credential+' },
  Sender: { children: 'Credential+, UserAgent' },
  Credential: { children: 'Identity, (SharedSecret | DigitalSignature | CredentialMac)?', required: ['domain'] },
  Identity: text,
  SharedSecret: text,
  UserAgent: text,
  Request: { children: 'OrderRequest | ProfileRequest' },
  ProfileRequest: { children: '' },
  OrderRequest: { children: 'OrderRequestHeader, ItemOut+' },
  OrderRequestHeader: {
    children:
      'Total, ShipTo?, BillTo, BusinessPartner*, LegalEntity?, OrganizationalUnit*, Shipping?, Tax?, Payment?, PaymentTerm*, Contact*, Comments*, DocumentReference?, SupplierOrderInfo?, TermsOfDelivery?, DeliveryPeriod?, IdReference*, Extrinsic*',
    required: ['orderID', 'orderDate'],
  },
  Total: { children: 'Money' },
  Money: { children: '#PCDATA', required: ['currency'] },
  ShipTo: { children: 'Address, CarrierIdentifier*, TransportInformation*, IdReference*' },
  BillTo: { children: 'Address, IdReference*' },
  Address: { children: 'Name, PostalAddress?, Email?, Phone?, Fax?, URL?' },
  Name: { children: '#PCDATA', required: ['xml:lang'] },
  PostalAddress: { children: 'DeliverTo*, Street+, City, Municipality?, State?, PostalCode?, Country, Extrinsic*' },
  Street: text,
  City: text,
  State: text,
  PostalCode: text,
  Country: { children: '#PCDATA', required: ['isoCountryCode'] },
  Email: text,
  Phone: { children: 'TelephoneNumber' },
  TelephoneNumber: { children: 'CountryCode, AreaOrCityCode, Number, Extension?' },
  CountryCode: { children: '#PCDATA', required: ['isoCountryCode'] },
  AreaOrCityCode: text,
  Number: text,
  Shipping: { children: 'Money, Description, Modifications?' },
  Tax: { children: 'Money, Description, TaxDetail*' },
  Description: { children: '#PCDATA', required: ['xml:lang'] },
  Comments: text,
  DocumentReference: { children: '', required: ['payloadID'] },
  Extrinsic: { children: '#PCDATA', required: ['name'] },
  ItemOut: {
    children: 'ItemID, ItemDetail?, SupplierID?, ShipTo?, Shipping?, Tax?, SpendDetail?, Distribution*, Contact*, Comments*, ScheduleLine*',
    required: ['quantity', 'lineNumber'],
  },
  ItemID: { children: 'SupplierPartID, SupplierPartAuxiliaryID?, BuyerPartID?, IdReference*' },
  SupplierPartID: text,
  ItemDetail: {
    children:
      'UnitPrice, Description+, UnitOfMeasure, PriceBasisQuantity?, Classification+, ManufacturerPartID?, ManufacturerName?, URL?, LeadTime?, Extrinsic*',
  },
  UnitPrice: { children: 'Money, Modifications?' },
  UnitOfMeasure: text,
  Classification: { children: '#PCDATA', required: ['domain'] },
}

test('the elements of an order are in the order that the DTD requires', async () => {
  const full = await parseXml(buildOrderRequest(sampleOrder, settings, { ...message, type: 'update', previousPayloadId: '0@linkspan' }))
  expect(violations(full, cxml)).toEqual([])
  const { lines, customerName: _, shipTo: __, shippingTotal: ___, ...rest } = sampleOrder
  const sparse = { ...rest, shipTo: { city: 'Köln' }, billTo: { name: 'Kasse', country: 'Deutschland' }, lines: lines.slice(1, 2) }
  expect(violations(await parseXml(buildOrderRequest(sparse, settings, message)), cxml)).toEqual([])
})

test('the checker finds violations of the content model', async () => {
  const written = buildOrderRequest(sampleOrder, settings, message)
  const faults = [
    written.replace(/<BillTo>.*<\/BillTo>/s, ''),
    written.replace(/(<UnitOfMeasure>.*?<\/UnitOfMeasure>)(\s*)(<Classification .*?<\/Classification>)/s, '$3$2$1'),
    written.replace(' orderDate=', ' orderDay='),
    written.replace(' currency="EUR"', ''),
    written.replace('<UserAgent>Linkspan</UserAgent>', ''),
  ]
  for (const fault of faults) expect(violations(await parseXml(fault), cxml)).toHaveLength(1)
})

test('a golden order', async () => {
  await expect(buildOrderRequest(sampleOrder, settings, message)).toMatchFileSnapshot('../../testing/doi-xml/golden/order-request.xml')
})

test('each setting is written where it belongs', async () => {
  const more = { dtdVersion: '1.2.050', deploymentMode: 'test', language: 'de', classification: { domain: 'SPSC', code: '10' } } as const
  const written = buildOrderRequest(sampleOrder, { ...settings, ...more }, { ...message, type: 'delete', orderVersion: '3' })
  expect(written).toContain('<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.050/cXML.dtd">')
  const root = await parseXml(written)
  const header = 'Request/OrderRequest/OrderRequestHeader'
  const item = 'Request/OrderRequest/ItemOut/ItemDetail'
  const paths = [
    '@payloadID',
    '@xml:lang',
    'Header/Sender/Credential/SharedSecret',
    'Request/@deploymentMode',
    `${header}/@type`,
    `${header}/@orderVersion`,
  ]
  expect(paths.map((path) => textAt(root, path))).toEqual(['1@linkspan', 'de', 's&cret', 'test', 'delete', '3'])
  expect(textAt(root, `${header}/Extrinsic`)).toBe('4711')
  expect([
    textAt(root, `${item}/Classification/@domain`),
    textAt(root, `${item}/Classification`),
    textAt(root, `${item}/UnitOfMeasure`),
  ]).toEqual(['SPSC', '10', 'EA'])
})

test.each([
  ['that of the order', { unitPrice: '7.50' }, '7.50'],
  ['derived from the total', { unitPrice: undefined, lineTotal: '0.30' }, '0.1'],
  ['less the discount', { unitPrice: '7.50', discount: '1.50' }, '7'],
  ['rounded if it does not divide', { unitPrice: '10', discount: '10' }, '6.66666667'],
  ['free', { unitPrice: '0' }, '0'],
])('the unit price is %s', async (_, line, price) => {
  const order = { ...sampleOrder, lines: [{ ...sampleOrder.lines[0]!, lineTotal: undefined, ...line }] }
  const root = await parseXml(buildOrderRequest(order, settings, message))
  expect(textAt(root, 'Request/OrderRequest/ItemOut/ItemDetail/UnitPrice/Money')).toBe(price)
})

const [first] = sampleOrder.lines
test.each([
  ['has no items', [{ ...first!, type: 'comment' as const }]],
  ['is a charge', [first!, { ...first!, type: 'charge' as const }]],
  ['has no SKU', [{ ...first!, sku: undefined }]],
  ['neither a unitPrice nor a lineTotal', [{ ...first!, unitPrice: undefined, lineTotal: undefined }]],
])('an order that %s cannot be sent', (words, lines) => {
  expect(whyNotSendable({ ...sampleOrder, lines })).toContain(words)
  expect(whyNotSendable(sampleOrder)).toBeNull()
})

test('a ProfileRequest is written, and its answer is read', async () => {
  const asked = await parseXml(buildProfileRequest(settings, message))
  expect(violations(asked, cxml)).toEqual([])
  expect(elementAt(asked, 'Request/ProfileRequest')).toBeDefined()
  const answer =
    '<cXML><Response><ProfileResponse><Transaction requestName="OrderRequest"><URL>https://p/x</URL></Transaction></ProfileResponse></Response></cXML>'
  expect(readProfile(await parseXml(answer))).toEqual({ OrderRequest: 'https://p/x' })
})
