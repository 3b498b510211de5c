import { child, childrenOf, elementAt, elementsAt, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import { AppError, addDecimals } from '@linkspan/core/connector'
import { type InvoiceDocument, type InvoicedLine, messagesOf } from '../documents.ts'
import { dayAt, decimalAt, divide, instantAt, multiply, requiredAt } from '../values.ts'
import type { CxmlHead } from './head.ts'
import { orderReferenceOf } from './order-reference.ts'
import { operationOf } from './read-ship-notice.ts'

/**
 * Reads an InvoiceDetailRequest. `total` is NetAmount, which is after discounts and with tax; `balanceDue` is DueAmount
 * (docs/erp/cxml.md#invoices).
 */
export function readInvoice(request: XmlElement, head: CxmlHead): readonly InvoiceDocument[] {
  const header = child(request, 'InvoiceDetailRequestHeader')
  const summary = child(request, 'InvoiceDetailSummary')
  const orders = childrenOf(request, 'InvoiceDetailOrder')
  const parts = [...orders, ...childrenOf(request, 'InvoiceDetailHeaderOrder')].map((each) =>
    orderReferenceOf(child(each, 'InvoiceDetailOrderInfo')),
  )
  const orderRefs = [...new Set(parts.flatMap(({ orderId }) => orderId ?? []))]
  const issueDate = dayAt(header, '@invoiceDate')
  const total = decimalAt(summary, 'NetAmount/Money') ?? decimalAt(summary, 'DueAmount/Money')
  const currency = elementsAt(summary, 'NetAmount/Money').concat(elementsAt(summary, 'SubtotalAmount/Money'))[0]
  if (issueDate === null)
    throw new AppError(
      'request.invalid',
      'InvoiceDetailRequestHeader/@invoiceDate is missing or not a date: correct it, and send the document again',
    )
  if (total === null)
    throw new AppError('request.invalid', 'InvoiceDetailSummary/NetAmount/Money is missing: add it, and send the document again')
  return [
    {
      kind: 'invoice',
      ...head,
      orderId: orderRefs[0] ?? null,
      orderPayloadId: parts[0]?.orderPayloadId ?? null,
      salesOrderId: orders
        .map((each) => textAt(each, 'InvoiceDetailOrderInfo/SupplierOrderInfo/@orderID'))
        .find((each) => each !== undefined),
      writtenAt: instantAt(header, '@invoiceDate') ?? head.writtenAt,
      invoiceNumber: requiredAt(header, '@invoiceID'),
      isCredit: /credit/i.test(textAt(header, '@purpose') ?? ''),
      operation: operationOf(textAt(header, '@operation')),
      orderRefs,
      orderMessages: messagesOf(parts),
      ...customerOf(header),
      issueDate,
      dueDate: dueDateOf(header, issueDate),
      currency: requiredAt(currency, '@currency'),
      subtotal: decimalAt(summary, 'SubtotalAmount/Money'),
      taxTotal: decimalAt(summary, 'Tax/Money'),
      total,
      balanceDue: decimalAt(summary, 'DueAmount/Money'),
      lines: orders.flatMap((order) =>
        [...childrenOf(order, 'InvoiceDetailItem'), ...childrenOf(order, 'InvoiceDetailServiceItem')].map(readLine),
      ),
    },
  ]
}

/** Who pays: the partner in the role `billTo`, else `soldTo`. */
function customerOf(header: XmlElement | undefined): Pick<InvoiceDocument, 'customerId' | 'customerName'> {
  const contacts = elementsAt(header, 'InvoicePartner/Contact')
  const contact = ['billTo', 'soldTo']
    .map((role) => contacts.find((each) => textAt(each, '@role') === role))
    .find((each) => each !== undefined)
  return { customerId: textAt(contact, '@addressID') ?? null, customerName: textAt(contact, 'Name') ?? null }
}

/** The due date by the payment term without a discount; null if there is none. */
function dueDateOf(header: XmlElement | undefined, issueDate: string): string | null {
  const term = childrenOf(header, 'PaymentTerm').find((each) => !child(each, 'Discount'))
  const days = Number(textAt(term, '@payInNumberOfDays') ?? Number.NaN)
  if (!Number.isInteger(days) || Math.abs(days) > 10_000) return null
  return new Date(Date.parse(`${issueDate}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function readLine(item: XmlElement): InvoicedLine {
  const reference = child(item, 'InvoiceDetailItemReference') ?? child(item, 'InvoiceDetailServiceItemReference')
  const quantity = decimalAt(item, '@quantity')
  const unitPrice = unitPriceOf(item)
  const computed = quantity !== null && unitPrice !== null ? multiply(quantity, unitPrice) : null
  return {
    lineNumber: requiredAt(item, '@invoiceLineNumber'),
    orderLine: textAt(reference, '@lineNumber') ?? null,
    sku: textAt(reference, 'ItemID/SupplierPartID') ?? null,
    description: textAt(reference, 'Description') ?? null,
    quantity,
    uom: textAt(item, 'UnitOfMeasure') ?? null,
    unitPrice,
    tax: sumAt(item, 'Tax/Money'),
    lineTotal: decimalAt(item, 'SubtotalAmount/Money') ?? computed,
  }
}

/** The price of one unit: the document may have the price of 100 or 1000 (docs/erp/cxml.md#amounts). */
function unitPriceOf(item: XmlElement): string | null {
  const price = decimalAt(item, 'UnitPrice/Money')
  const basis = decimalAt(elementAt(item, 'PriceBasisQuantity'), '@quantity')
  return price === null || basis === null ? price : divide(price, basis)
}

function sumAt(item: XmlElement, path: string): string | null {
  const found = elementsAt(item, path).map((each) => decimalAt(each, '') ?? '0')
  return found.length === 0 ? null : addDecimals(found)
}
