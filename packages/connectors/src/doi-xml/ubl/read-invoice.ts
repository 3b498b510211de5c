import { childrenOf, elementAt, elementsAt, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import { AppError } from '@linkspan/core/connector'
import { type InvoiceDocument, type InvoicedLine, messagesOf } from '../documents.ts'
import { dayAt, decimalAt, divide, requiredAt, requiredDecimalAt, subtract } from '../values.ts'
import type { UblHead } from './head.ts'
import { ublOrderOf } from './order-reference.ts'

/** The values of `InvoiceTypeCode` that make an Invoice a credit note. */
const creditCodes: ReadonlySet<string> = new Set(['81', '261', '381', '396'])

/**
 * Reads an Invoice or a CreditNote. `total` is the sum with tax, `balanceDue` what is left to pay
 * (docs/erp/ubl.md#invoices-and-credit-notes).
 */
export function readUblInvoice(root: XmlElement, head: UblHead): readonly InvoiceDocument[] {
  const totals = elementAt(root, 'LegalMonetaryTotal')
  const issueDate = dayAt(root, 'IssueDate')
  if (issueDate === null)
    throw new AppError('request.invalid', `${root.name}/IssueDate is missing or not a date: correct it, and send the document again`)
  const lines = [...childrenOf(root, 'InvoiceLine'), ...childrenOf(root, 'CreditNoteLine')]
  const named = [root, ...childrenOfAll(lines, 'OrderLineReference')].map(ublOrderOf)
  const orderIds = named.flatMap(({ orderId }) => orderId ?? [])
  const payable = requiredDecimalAt(totals, 'PayableAmount')
  const customer = elementAt(root, 'AccountingCustomerParty/Party')
  const subtotal = decimalAt(totals, 'TaxExclusiveAmount') ?? decimalAt(totals, 'LineExtensionAmount')
  return [
    {
      kind: 'invoice',
      ...head,
      orderId: orderIds[0] ?? null,
      orderPayloadId: named[0]?.orderPayloadId ?? null,
      salesOrderId: named.find(({ salesOrderId }) => salesOrderId !== undefined)?.salesOrderId,
      invoiceNumber: requiredAt(root, 'ID'),
      isCredit: root.name === 'CreditNote' || creditCodes.has(textAt(root, 'InvoiceTypeCode') ?? ''),
      operation: 'new',
      orderRefs: [...new Set(orderIds)],
      orderMessages: messagesOf(named),
      customerId: textAt(customer, 'PartyIdentification/ID') ?? textAt(customer, 'EndpointID') ?? null,
      customerName: textAt(customer, 'PartyName/Name') ?? textAt(customer, 'PartyLegalEntity/RegistrationName') ?? null,
      issueDate,
      dueDate: dayAt(root, 'DueDate') ?? dayAt(root, 'PaymentMeans/PaymentDueDate'),
      currency: textAt(root, 'DocumentCurrencyCode') ?? requiredAt(totals, 'PayableAmount/@currencyID'),
      subtotal,
      taxTotal: taxTotalOf(root, decimalAt(totals, 'TaxInclusiveAmount'), decimalAt(totals, 'TaxExclusiveAmount')),
      total: decimalAt(totals, 'TaxInclusiveAmount') ?? payable,
      balanceDue: payable,
      lines: lines.map(readLine),
    },
  ]
}

const childrenOfAll = (elements: readonly XmlElement[], name: string): XmlElement[] => elements.flatMap((each) => childrenOf(each, name))

/** The first TaxTotal, which is in the document's currency; else the difference between the totals with and without tax. */
function taxTotalOf(root: XmlElement, inclusive: string | null, exclusive: string | null): string | null {
  const given = decimalAt(root, 'TaxTotal/TaxAmount')
  if (given !== null) return given
  return inclusive === null || exclusive === null ? null : subtract(inclusive, exclusive)
}

function readLine(line: XmlElement): InvoicedLine {
  const quantity = elementAt(line, 'InvoicedQuantity') ?? elementAt(line, 'CreditedQuantity')
  const price = decimalAt(line, 'Price/PriceAmount')
  const base = decimalAt(line, 'Price/BaseQuantity')
  return {
    lineNumber: requiredAt(line, 'ID'),
    orderLine: textAt(line, 'OrderLineReference/LineID') ?? null,
    sku: textAt(line, 'Item/SellersItemIdentification/ID') ?? null,
    description: textAt(line, 'Item/Name') ?? textAt(line, 'Item/Description') ?? null,
    quantity: quantity ? decimalAt(quantity, '') : null,
    uom: textAt(quantity, '@unitCode') ?? null,
    unitPrice: price === null || base === null ? price : divide(price, base),
    tax: elementsAt(line, 'TaxTotal/TaxAmount').length > 0 ? decimalAt(line, 'TaxTotal/TaxAmount') : null,
    lineTotal: decimalAt(line, 'LineExtensionAmount'),
  }
}
