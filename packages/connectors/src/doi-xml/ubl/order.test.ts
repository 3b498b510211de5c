import type { XmlElement } from '@linkspan/connector-kit/xml/element'
import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import { expect, test } from 'vitest'
import { sampleOrder } from '../testing/sample-order.ts'
import { ublNamespaces } from './namespaces.ts'
import { buildUblOrder } from './order.ts'
import { unitCode } from './units.ts'

const settings = {
  buyer: { endpoint: { scheme: '0088', id: '7300010000001' } },
  seller: { id: 'S-1', name: 'Draht & Rosen' },
  customizationId: 'urn:fdc:peppol.eu:poacc:trns:order:3',
  profileId: 'urn:fdc:peppol.eu:poacc:bis:ordering:3',
}
const message = { payloadId: 'u-1', orderId: 'W-1000', timestamp: '2026-03-01T09:30:00.123Z' }

/** The order of elements by the schema, as far as we write them. */
const sequences: Readonly<Record<string, string>> = {
  Order:
    'UBLVersionID CustomizationID ProfileID ID SalesOrderID UUID IssueDate IssueTime OrderTypeCode Note DocumentCurrencyCode CustomerReference LineCountNumeric BuyerCustomerParty SellerSupplierParty Delivery AllowanceCharge TaxTotal AnticipatedMonetaryTotal OrderLine',
  Party: 'EndpointID PartyIdentification PartyName',
  Delivery: 'DeliveryAddress RequestedDeliveryPeriod DeliveryParty',
  DeliveryAddress: 'StreetName AdditionalStreetName CityName PostalZone CountrySubentity Country',
  AllowanceCharge: 'ChargeIndicator AllowanceChargeReason Amount',
  AnticipatedMonetaryTotal:
    'LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount AllowanceTotalAmount ChargeTotalAmount PayableAmount',
  LineItem: 'ID Quantity LineExtensionAmount TotalTaxAmount Delivery AllowanceCharge Price Item',
  Price: 'PriceAmount BaseQuantity',
  Item: 'Name SellersItemIdentification',
}

function misplaced(element: XmlElement): readonly string[] {
  const sequence = sequences[element.name]?.split(' ')
  const places = element.children.map(({ name }) => sequence?.indexOf(name) ?? 0)
  const isSorted = places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0))
  return [...(isSorted ? [] : [`${element.name}: ${element.children.map(({ name }) => name)}`]), ...element.children.flatMap(misplaced)]
}

test('the elements of an order are in the order and the namespaces that the schema requires', async () => {
  const root = await parseXml(buildUblOrder(sampleOrder, settings, message))
  expect(misplaced(root)).toEqual([])
  expect(root.namespace).toBe('urn:oasis:names:specification:ubl:schema:xsd:Order-2')
  const isLeafBasic = (element: XmlElement): boolean =>
    element.children.every((each) => each.namespace === ublNamespaces[each.children.length > 0 ? 'cac' : 'cbc'] && isLeafBasic(each))
  expect(isLeafBasic(root)).toBe(true)
})

test('a golden order', async () => {
  await expect(buildUblOrder(sampleOrder, settings, message)).toMatchFileSnapshot('../../testing/doi-xml/golden/ubl-order.xml')
})

test('an order without tax has no tax elements', async () => {
  const { taxTotal: _, subtotal: __, shipTo: ___, requestedDeliveryDate: ____, ...rest } = sampleOrder
  const written = buildUblOrder({ ...rest, total: '24.50' }, settings, message)
  expect(written).not.toMatch(/Tax|cac:Delivery>\s*<cac:DeliveryAddress/)
  expect(written).toContain('<cbc:LineExtensionAmount currencyID="EUR">24.50</cbc:LineExtensionAmount>')
})

test.each([
  ['EA', 'EA'],
  ['PCE', 'C62'],
  ['kg', 'KGM'],
  ['H87', 'H87'],
  [undefined, 'C62'],
])('the unit %s is %s', (uom, code) => {
  expect(unitCode(uom)).toBe(code)
})
