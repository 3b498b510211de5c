import type { DoiIdentity } from './doi-options.ts'
import { amountsOf, type NoticeWriter, type Stamp } from './notices.ts'
import type { DoiRow } from './order-store.ts'
import { escapeXml } from './xml-tree.ts'

interface CxmlParties {
  readonly buyer: DoiIdentity
  readonly supplier: DoiIdentity
  readonly sharedSecret: string
}

const credential = (role: string, { domain, identity }: DoiIdentity, rest = '', after = ''): string =>
  `<${role}><Credential domain="${escapeXml(domain)}"><Identity>${escapeXml(identity)}</Identity>${rest}</Credential>${after}</${role}>`

const referenceTo = ({ orderId, orderDate, payloadId }: DoiRow): string =>
  `<OrderReference orderID="${escapeXml(orderId)}" orderDate="${escapeXml(orderDate)}"><DocumentReference payloadID="${escapeXml(payloadId)}"/></OrderReference>`

/** Writes cXML notices as real partners do: indented, with a DOCTYPE and times in milliseconds (docs/erp/cxml.md#times). */
export function cxmlNotices({ buyer, supplier, sharedSecret }: CxmlParties): NoticeWriter {
  const secret = `<SharedSecret>${escapeXml(sharedSecret)}</SharedSecret>`
  const envelope = (request: string, dtd: string, { payloadId, time }: Stamp): string =>
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.063/${dtd}.dtd">
<cXML payloadID="${escapeXml(payloadId)}" timestamp="${time}" xml:lang="en">
  <Header>${credential('From', supplier)}${credential('To', buyer)}${credential('Sender', supplier, secret, '<UserAgent>Partner 1.0</UserAgent>')}</Header>
  <Request deploymentMode="production">
    ${request}
  </Request>
</cXML>
`
  return {
    confirm: (order, { type, rejected = [], promised }, stamp) => {
      const isRejected = (line: string): boolean => rejected.some(({ lineNumber }) => lineNumber === line)
      const kept = promised === undefined ? [] : order.lines.filter(({ lineNumber }) => !isRejected(lineNumber))
      const items = [...rejected, ...kept].map(({ lineNumber, quantity }) => {
        const line = order.lines.find((each) => each.lineNumber === lineNumber)
        const unit = `<UnitOfMeasure>${escapeXml(line?.uom ?? 'EA')}</UnitOfMeasure>`
        const attributes = isRejected(lineNumber) ? 'type="reject"' : `type="accept" deliveryDate="${promised}T12:00:00+01:00"`
        const status = `<ConfirmationStatus ${attributes} quantity="${quantity}">${unit}</ConfirmationStatus>`
        return `<ConfirmationItem lineNumber="${escapeXml(lineNumber)}" quantity="${line?.quantity ?? quantity}">${unit}${status}</ConfirmationItem>`
      })
      const header = `<ConfirmationHeader type="${type ?? (promised === undefined ? 'accept' : 'detail')}" noticeDate="${stamp.time}" confirmID="${escapeXml(stamp.payloadId)}"/>`
      return envelope(`<ConfirmationRequest>${header}${referenceTo(order)}${items.join('')}</ConfirmationRequest>`, 'Fulfill', stamp)
    },

    ship: (order, lines, options, stamp) => {
      const {
        shipmentId,
        operation = 'new',
        isPlanned = false,
        isReturn = false,
        fulfillment,
        carrier = 'UPS',
        trackingNumbers = [`1Z-${shipmentId}`],
      } = options
      const attributes = [
        `shipmentID="${escapeXml(shipmentId)}" noticeDate="${stamp.time}" shipmentDate="${stamp.time}" operation="${operation}"`,
        ...(isPlanned ? ['shipmentType="planned"'] : []),
        ...(isReturn ? ['reason="return"'] : []),
        ...(fulfillment === undefined ? [] : [`fulfillmentType="${fulfillment}"`]),
      ]
      const packages = trackingNumbers.map((each) => `<ShipmentIdentifier>${escapeXml(each)}</ShipmentIdentifier>`).join('')
      const control = `<ShipControl><CarrierIdentifier domain="companyName">${escapeXml(carrier)}</CarrierIdentifier>${packages}</ShipControl>`
      const items = lines.map(({ lineNumber, quantity }, at) => {
        const line = order.lines.find((each) => each.lineNumber === lineNumber)
        const id = line ? `<ItemID><SupplierPartID>${escapeXml(line.sku)}</SupplierPartID></ItemID>` : ''
        return `<ShipNoticeItem shipNoticeLineNumber="${at + 1}" lineNumber="${escapeXml(lineNumber)}" quantity="${quantity}">${id}<UnitOfMeasure>${escapeXml(line?.uom ?? 'EA')}</UnitOfMeasure></ShipNoticeItem>`
      })
      const portion = `<ShipNoticePortion>${referenceTo(order)}${items.join('')}</ShipNoticePortion>`
      return envelope(
        `<ShipNoticeRequest><ShipNoticeHeader ${attributes.join(' ')}/>${control}${portion}</ShipNoticeRequest>`,
        'Fulfill',
        stamp,
      )
    },

    invoice: (order, { invoiceNumber, isCredit = false }, stamp) => {
      const amounts = amountsOf(order)
      const sign = isCredit ? '-' : ''
      const money = (name: string, amount: string): string => `<${name}><Money currency="${order.currency}">${amount}</Money></${name}>`
      const items = order.lines.map((line, at) => {
        const reference = `<InvoiceDetailItemReference lineNumber="${escapeXml(line.lineNumber)}"><ItemID><SupplierPartID>${escapeXml(line.sku)}</SupplierPartID></ItemID></InvoiceDetailItemReference>`
        const price = `<UnitOfMeasure>${escapeXml(line.uom)}</UnitOfMeasure>${money('UnitPrice', line.unitPrice)}`
        return `<InvoiceDetailItem invoiceLineNumber="${at + 1}" quantity="${sign}${line.quantity}">${price}${reference}${money('SubtotalAmount', `${sign}${amounts.lines[at]!.lineTotal}`)}</InvoiceDetailItem>`
      })
      const total = `${sign}${amounts.total}`
      const tax = `<Tax><Money currency="${order.currency}">0.00</Money><Description xml:lang="en">Tax</Description></Tax>`
      const summary = `<InvoiceDetailSummary>${money('SubtotalAmount', total)}${tax}${money('GrossAmount', total)}${money('NetAmount', total)}${money('DueAmount', total)}</InvoiceDetailSummary>`
      const purpose = isCredit ? 'lineLevelCreditMemo' : 'standard'
      const header = `<InvoiceDetailRequestHeader invoiceID="${escapeXml(invoiceNumber)}" invoiceDate="${stamp.time}" purpose="${purpose}" operation="new"><InvoiceDetailHeaderIndicator/><InvoiceDetailLineIndicator/><PaymentTerm payInNumberOfDays="30"/></InvoiceDetailRequestHeader>`
      const info = `<InvoiceDetailOrderInfo>${referenceTo(order)}</InvoiceDetailOrderInfo>`
      const request = `<InvoiceDetailRequest>${header}<InvoiceDetailOrder>${info}${items.join('')}</InvoiceDetailOrder>${summary}</InvoiceDetailRequest>`
      return envelope(request, 'InvoiceDetail', stamp)
    },

    status: (order, { code = '200', text = 'OK', type }, stamp) => {
      const info = `<DocumentInfo documentID="${escapeXml(order.orderId)}" documentType="OrderRequest" documentDate="${stamp.time}"/>`
      const document = type === undefined ? '' : `<DocumentStatus type="${escapeXml(type)}">${info}</DocumentStatus>`
      const status = `<Status code="${escapeXml(code)}" text="${escapeXml(text)}" xml:lang="en"/>`
      return envelope(
        `<StatusUpdateRequest><DocumentReference payloadID="${escapeXml(order.payloadId)}"/>${status}${document}</StatusUpdateRequest>`,
        'cXML',
        stamp,
      )
    },
  }
}
