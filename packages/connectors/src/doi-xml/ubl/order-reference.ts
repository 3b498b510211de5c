import { textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import type { DocumentHead } from '../documents.ts'

/**
 * Peppol wants an `OrderReference/ID` even if there is no number: it is `NA` then, and SalesOrderID may say more
 * (docs/erp/ubl.md#lines-and-orders-that-are-named-otherwise).
 */
const isNumber = (id: string): boolean => !/^n\/?a$/i.test(id)

/** The order that an element refers to by its `OrderReference`: by our number, by our message, or by the partner's own number. */
export function ublOrderOf(element: XmlElement | undefined): Pick<DocumentHead, 'orderId' | 'orderPayloadId' | 'salesOrderId'> {
  const id = textAt(element, 'OrderReference/ID')
  return {
    orderId: id !== undefined && isNumber(id) ? id : null,
    orderPayloadId: textAt(element, 'OrderReference/UUID') ?? null,
    salesOrderId: textAt(element, 'OrderReference/SalesOrderID'),
  }
}
