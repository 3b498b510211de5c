import { ublRoot } from './answers.ts'
import type { DoiIdentity } from './doi-options.ts'
import { amountsOf, type NoticeWriter, type Stamp } from './notices.ts'
import { escapeXml } from './xml-tree.ts'

const responseCodes = { accept: 'AP', reject: 'RE', except: 'CA', detail: 'CA', backordered: 'CA' } as const

/**
 * Writes notices in UBL 2.1, with the partner's own prefixes. UBL has no update operation: a despatch advice replaces an earlier one
 * (docs/erp/ubl.md#despatch-advices).
 */
export function ublNotices({ supplier }: { readonly supplier: DoiIdentity }): NoticeWriter {
  const document = (name: string, id: string, { payloadId, time }: Stamp, inner: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n${ublRoot(name)}<b:ID>${escapeXml(id)}</b:ID><b:UUID>${escapeXml(payloadId)}</b:UUID><b:IssueDate>${time.slice(0, 10)}</b:IssueDate><b:IssueTime>${time.slice(11)}</b:IssueTime>${inner}</ns:${name}>\n`
  const own = `<a:Party><b:EndpointID schemeID="${escapeXml(supplier.domain)}">${escapeXml(supplier.identity)}</b:EndpointID></a:Party>`
  const reference = (orderId: string): string => `<a:OrderReference><b:ID>${escapeXml(orderId)}</b:ID></a:OrderReference>`
  const item = (sku: string): string =>
    `<a:Item><b:Name>${escapeXml(sku)}</b:Name><a:SellersItemIdentification><b:ID>${escapeXml(sku)}</b:ID></a:SellersItemIdentification></a:Item>`

  return {
    confirm: (order, { type = 'accept', rejected = [], promised }, stamp) => {
      const lines = order.lines.map(({ lineNumber, quantity, uom, sku }) => {
        const code = rejected.some((each) => each.lineNumber === lineNumber) ? '7' : '5'
        return `<a:OrderLine><a:LineItem><b:ID>${escapeXml(lineNumber)}</b:ID><b:LineStatusCode>${code}</b:LineStatusCode><b:Quantity unitCode="${escapeXml(uom)}">${quantity}</b:Quantity>${item(sku)}</a:LineItem></a:OrderLine>`
      })
      const delivery =
        promised === undefined
          ? ''
          : `<a:Delivery><a:PromisedDeliveryPeriod><b:EndDate>${promised}</b:EndDate></a:PromisedDeliveryPeriod></a:Delivery>`
      const parties = `<a:SellerSupplierParty>${own}</a:SellerSupplierParty>${delivery}`
      const code = `<b:OrderResponseCode>${responseCodes[type]}</b:OrderResponseCode>`
      return document(
        'OrderResponse',
        stamp.payloadId,
        stamp,
        `${code}${reference(order.orderId)}${parties}${type === 'except' || type === 'detail' ? lines.join('') : ''}`,
      )
    },

    ship: (order, lines, options, stamp) => {
      const { shipmentId, operation = 'new', carrier = 'DHL', trackingNumbers = [`JJD-${shipmentId}`] } = options
      const status = { new: 'NoStatus', update: 'Replace', delete: 'Cancelled' }[operation]
      const delivery = `<a:Delivery>${trackingNumbers
        .slice(0, 1)
        .map((each) => `<b:TrackingID>${escapeXml(each)}</b:TrackingID>`)
        .join('')}<a:Despatch><b:ActualDespatchDate>${stamp.time.slice(0, 10)}</b:ActualDespatchDate></a:Despatch></a:Delivery>`
      const consignment = `<a:Consignment><b:ID>1</b:ID><a:CarrierParty><a:PartyName><b:Name>${escapeXml(carrier)}</b:Name></a:PartyName></a:CarrierParty></a:Consignment>`
      const shipped = lines.map(({ lineNumber, quantity }, at) => {
        const line = order.lines.find((each) => each.lineNumber === lineNumber)
        return `<a:DespatchLine><b:ID>${at + 1}</b:ID><b:DeliveredQuantity unitCode="${escapeXml(line?.uom ?? 'C62')}">${quantity}</b:DeliveredQuantity><a:OrderLineReference><b:LineID>${escapeXml(lineNumber)}</b:LineID></a:OrderLineReference>${item(line?.sku ?? '')}</a:DespatchLine>`
      })
      const head = `<b:DocumentStatusCode>${status}</b:DocumentStatusCode>${options.isReturn ? '<b:DespatchAdviceTypeCode>return</b:DespatchAdviceTypeCode>' : ''}${reference(order.orderId)}`
      const party = `<a:DespatchSupplierParty>${own}</a:DespatchSupplierParty>`
      return document(
        'DespatchAdvice',
        shipmentId,
        stamp,
        `${head}${party}<a:Shipment><b:ID>1</b:ID>${consignment}${delivery}</a:Shipment>${shipped.join('')}`,
      )
    },

    invoice: (order, { invoiceNumber, isCredit = false }, stamp) => {
      const amounts = amountsOf(order)
      const amount = (name: string, value: string): string => `<b:${name} currencyID="${order.currency}">${value}</b:${name}>`
      const [root, line, quantity] = isCredit
        ? ['CreditNote', 'CreditNoteLine', 'CreditedQuantity']
        : ['Invoice', 'InvoiceLine', 'InvoicedQuantity']
      const lines = order.lines.map((each, at) => {
        const body = `<b:ID>${at + 1}</b:ID><b:${quantity} unitCode="${escapeXml(each.uom)}">${each.quantity}</b:${quantity}>${amount('LineExtensionAmount', amounts.lines[at]!.lineTotal)}`
        const price = `<a:Price>${amount('PriceAmount', each.unitPrice)}</a:Price>`
        return `<a:${line}>${body}<a:OrderLineReference><b:LineID>${escapeXml(each.lineNumber)}</b:LineID></a:OrderLineReference>${item(each.sku)}${price}</a:${line}>`
      })
      const head = `${isCredit ? '' : '<b:InvoiceTypeCode>380</b:InvoiceTypeCode>'}<b:DocumentCurrencyCode>${order.currency}</b:DocumentCurrencyCode>${reference(order.orderId)}<a:AccountingSupplierParty>${own}</a:AccountingSupplierParty>`
      const totals = ['LineExtensionAmount', 'TaxExclusiveAmount', 'TaxInclusiveAmount', 'PayableAmount'].map((name) =>
        amount(name, amounts.total),
      )
      return document(root, invoiceNumber, stamp, `${head}<a:LegalMonetaryTotal>${totals.join('')}</a:LegalMonetaryTotal>${lines.join('')}`)
    },

    status: (order, { code = 'AB', text = 'OK' }, stamp) => {
      const response = `<a:Response><b:ResponseCode>${escapeXml(code)}</b:ResponseCode><b:Description>${escapeXml(text)}</b:Description></a:Response>`
      const answered = `<a:DocumentReference><b:ID>${escapeXml(order.orderId)}</b:ID><b:DocumentTypeCode>220</b:DocumentTypeCode></a:DocumentReference>`
      const sender = `<a:SenderParty><b:EndpointID schemeID="${escapeXml(supplier.domain)}">${escapeXml(supplier.identity)}</b:EndpointID></a:SenderParty>`
      return document(
        'ApplicationResponse',
        stamp.payloadId,
        stamp,
        `${sender}<a:DocumentResponse>${response}${answered}</a:DocumentResponse>`,
      )
    },
  }
}
