import { elementAt, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import type { DocumentHead } from '../documents.ts'

/** The order that an element refers to by its `OrderReference` or `OrderIDInfo`. */
export function orderReferenceOf(element: XmlElement | undefined): Pick<DocumentHead, 'orderId' | 'orderPayloadId'> {
  const reference = elementAt(element, 'OrderReference')
  return {
    orderId: textAt(reference, '@orderID') ?? textAt(element, 'OrderIDInfo/@orderID') ?? null,
    orderPayloadId:
      textAt(reference, 'DocumentReference/@payloadID') ?? textAt(element, 'OrderIDInfo/DocumentReference/@payloadID') ?? null,
  }
}
