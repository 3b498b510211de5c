import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import { dataTypes } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { readCxml } from './cxml/read-inbound.ts'
import type { InvoiceDocument } from './documents.ts'
import { invoiceRecordOf } from './invoice-record.ts'
import { readUbl } from './ubl/read-inbound.ts'

/** As the run stores it. */
const recordOf = (document: unknown) => dataTypes.invoices.schema.parse(invoiceRecordOf(document as InvoiceDocument))

const money = (name: string, amount: string) => `<${name}><Money currency="USD">${amount}</Money></${name}>`
const cxml = async (header: string, summary: string, items: string) => {
  const order = `<InvoiceDetailOrder><InvoiceDetailOrderInfo><OrderReference orderID="W-1"><DocumentReference payloadID="o1"/></OrderReference></InvoiceDetailOrderInfo>${items}</InvoiceDetailOrder>`
  const partner = '<InvoicePartner><Contact role="billTo" addressID="17"><Name xml:lang="en">Flowers</Name></Contact></InvoicePartner>'
  const request = `<InvoiceDetailRequest><InvoiceDetailRequestHeader invoiceID="I-1" invoiceDate="2026-01-31T23:30:00-05:00" ${header}>${partner}<PaymentTerm payInNumberOfDays="30"/></InvoiceDetailRequestHeader>${order}<InvoiceDetailSummary>${summary}</InvoiceDetailSummary></InvoiceDetailRequest>`
  const [document] = readCxml(await parseXml(`<cXML payloadID="p" timestamp="2026-02-01T05:00:00Z"><Request>${request}</Request></cXML>`))
  return document
}
const line = (quantity: string, price: string, rest = '') =>
  `<InvoiceDetailItem invoiceLineNumber="1" quantity="${quantity}"><UnitOfMeasure>EA</UnitOfMeasure>${money('UnitPrice', price)}${rest}<InvoiceDetailItemReference lineNumber="10"><ItemID><SupplierPartID>A</SupplierPartID></ItemID><Description xml:lang="en">Rose</Description></InvoiceDetailItemReference></InvoiceDetailItem>`

test('an invoice in cXML', async () => {
  const summary =
    money('SubtotalAmount', '1,234.50') +
    money('Tax', '100') +
    money('GrossAmount', '1,334.50') +
    money('NetAmount', '1,334.50') +
    money('DueAmount', '334.50')
  const rest = `<PriceBasisQuantity quantity="100" conversionFactor="1"><UnitOfMeasure>EA</UnitOfMeasure></PriceBasisQuantity>`
  const document = await cxml(
    'purpose="standard"',
    summary,
    line('300', '411.50', rest) + line('1', '0', `<SubtotalAmount><Money currency="USD">0</Money></SubtotalAmount>${money('Tax', '0.10')}`),
  )
  expect(document).toMatchObject({ kind: 'invoice', orderId: 'W-1', orderPayloadId: 'o1' })
  expect(recordOf(document)).toEqual({
    invoiceNumber: 'I-1',
    type: 'invoice',
    orderNumber: 'W-1',
    orderRefs: ['W-1'],
    customerId: '17',
    customerName: 'Flowers',
    issueDate: '2026-01-31',
    dueDate: '2026-03-02',
    currency: 'USD',
    subtotal: '1234.50',
    taxTotal: '100',
    total: '1334.50',
    balanceDue: '334.50',
    status: 'open',
    sourceUpdatedAt: '2026-02-01T04:30:00.000Z',
    lines: [
      {
        lineNumber: '1',
        sku: 'A',
        description: 'Rose',
        quantity: '300',
        uom: 'EA',
        unitPrice: '4.115',
        lineTotal: '1234.5',
        orderLine: '10',
      },
      {
        lineNumber: '1',
        sku: 'A',
        description: 'Rose',
        quantity: '1',
        uom: 'EA',
        unitPrice: '0',
        tax: '0.10',
        lineTotal: '0',
        orderLine: '10',
      },
    ],
  })
})

test.each([
  ['with negative quantities', '-2', '10.00', '-20.00', '-20.00'],
  ['with negative prices', '2', '-10.00', '-20.00', '-20.00'],
  ['that is positive already', '2', '10.00', '20.00', '20.00'],
])('a credit memo %s is positive', async (_, quantity, price, subtotal, net) => {
  const summary = money('SubtotalAmount', subtotal) + money('Tax', '0') + money('NetAmount', net) + money('DueAmount', net)
  const item = line(quantity, price, money('SubtotalAmount', subtotal))
  expect(recordOf(await cxml('purpose="lineLevelCreditMemo"', summary, item))).toMatchObject({
    type: 'credit_note',
    subtotal: '20.00',
    taxTotal: '0',
    total: '20.00',
    balanceDue: '20.00',
    lines: [{ quantity: '2', unitPrice: '10.00', lineTotal: '20.00' }],
  })
})

test.each([
  ['operation="delete"', '5', 'void'],
  ['', '0.00', 'paid'],
  ['purpose="debitMemo"', '5', 'open'],
])('an invoice with %s and %s due is %s', async (header, due, status) => {
  const summary = money('SubtotalAmount', '5') + money('NetAmount', '5') + money('DueAmount', due)
  expect(recordOf(await cxml(header, summary, line('1', '5')))).toMatchObject({ status, type: 'invoice' })
})

const ubl = async (root: string, lines: string, head = '') => {
  const xsd = 'urn:oasis:names:specification:ubl:schema:xsd'
  const document = `<n:${root} xmlns:n="${xsd}:${root}-2" xmlns:a="${xsd}:CommonAggregateComponents-2" xmlns="${xsd}:CommonBasicComponents-2">
    <ID>R-1</ID><IssueDate>2026-02-03</IssueDate><DueDate>2026-03-03</DueDate>${head}<DocumentCurrencyCode>EUR</DocumentCurrencyCode>
    <a:OrderReference><ID>W-1</ID></a:OrderReference>
    <a:AccountingSupplierParty><a:Party><EndpointID schemeID="0088">73</EndpointID></a:Party></a:AccountingSupplierParty>
    <a:AccountingCustomerParty><a:Party><a:PartyIdentification><ID>17</ID></a:PartyIdentification><a:PartyName><Name>Blumen</Name></a:PartyName></a:Party></a:AccountingCustomerParty>
    <a:TaxTotal><TaxAmount currencyID="EUR">1.90</TaxAmount></a:TaxTotal>
    <a:LegalMonetaryTotal><LineExtensionAmount currencyID="EUR">10.00</LineExtensionAmount><TaxExclusiveAmount currencyID="EUR">10.00</TaxExclusiveAmount><TaxInclusiveAmount currencyID="EUR">11.90</TaxInclusiveAmount><PrepaidAmount currencyID="EUR">1.90</PrepaidAmount><PayableAmount currencyID="EUR">10.00</PayableAmount></a:LegalMonetaryTotal>
    ${lines}</n:${root}>`
  return readUbl(await parseXml(document))[0]
}
const ublLine = (kind: string, quantity: string) =>
  `<a:${kind}Line><ID>1</ID><${quantity} unitCode="C62">200</${quantity}><LineExtensionAmount currencyID="EUR">10.00</LineExtensionAmount><a:OrderLineReference><LineID>10</LineID></a:OrderLineReference><a:Item><Name>Draht</Name><a:SellersItemIdentification><ID>D</ID></a:SellersItemIdentification></a:Item><a:Price><PriceAmount currencyID="EUR">5.00</PriceAmount><BaseQuantity>100</BaseQuantity></a:Price></a:${kind}Line>`

test('an invoice in UBL', async () => {
  const document = await ubl('Invoice', ublLine('Invoice', 'InvoicedQuantity'), '<InvoiceTypeCode>380</InvoiceTypeCode>')
  expect(document).toMatchObject({ payloadId: 'Invoice/73/R-1', sender: { domain: '0088', identity: '73', sharedSecret: null } })
  expect(recordOf(document)).toEqual({
    invoiceNumber: 'R-1',
    type: 'invoice',
    orderNumber: 'W-1',
    orderRefs: ['W-1'],
    customerId: '17',
    customerName: 'Blumen',
    issueDate: '2026-02-03',
    dueDate: '2026-03-03',
    currency: 'EUR',
    subtotal: '10.00',
    taxTotal: '1.90',
    total: '11.90',
    balanceDue: '10.00',
    status: 'open',
    sourceUpdatedAt: '2026-02-03T00:00:00.000Z',
    lines: [
      {
        lineNumber: '1',
        sku: 'D',
        description: 'Draht',
        quantity: '200',
        uom: 'C62',
        unitPrice: '0.05',
        lineTotal: '10.00',
        orderLine: '10',
      },
    ],
  })
})

test('a credit note is one, as CreditNote-2 and as an invoice of its type', async () => {
  expect(recordOf(await ubl('CreditNote', ublLine('CreditNote', 'CreditedQuantity')))).toMatchObject({
    type: 'credit_note',
    total: '11.90',
    lines: [{ quantity: '200' }],
  })
  expect(recordOf(await ubl('Invoice', '', '<InvoiceTypeCode>381</InvoiceTypeCode>'))).toMatchObject({ type: 'credit_note' })
})
