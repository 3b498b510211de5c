import { child, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import type { ConfirmationOutcome, StatusUpdate } from '../documents.ts'
import type { CxmlHead } from './head.ts'

/** By `DocumentStatus/@type`. Other types say nothing about an order. */
const outcomes: Readonly<Record<string, ConfirmationOutcome>> = {
  accepted: 'accepted',
  approved: 'accepted',
  processing: 'accepted',
  received: 'acknowledged',
  rejected: 'rejected',
  canceled: 'rejected',
  cancelled: 'rejected',
}

/**
 * Reads a StatusUpdateRequest. It is about an order unless it names another kind of document. A status code alone changes no order, even if
 * it is an error: it is about the transport of a message (docs/erp/cxml.md#status-updates).
 */
export function readStatusUpdate(request: XmlElement, head: CxmlHead): readonly StatusUpdate[] {
  const status = child(request, 'Status')
  const type = textAt(request, 'DocumentStatus/@type')?.toLowerCase() ?? ''
  const info = child(child(request, 'DocumentStatus'), 'DocumentInfo')
  const isOfOrder = /order/i.test(textAt(info, '@documentType') ?? 'OrderRequest')
  return [
    {
      kind: 'status',
      ...head,
      orderId: isOfOrder ? (textAt(info, '@documentID') ?? null) : null,
      orderPayloadId: textAt(request, 'DocumentReference/@payloadID') ?? null,
      outcome: isOfOrder && Object.hasOwn(outcomes, type) ? (outcomes[type] ?? null) : null,
      code: textAt(status, '@code') ?? null,
      text: textAt(status, '') ?? textAt(status, '@text') ?? null,
    },
  ]
}
