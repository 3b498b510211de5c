import { child, type XmlElement } from '@linkspan/connector-kit/xml/element'
import { AppError } from '@linkspan/core/connector'
import type { InboundDocument } from '../documents.ts'
import { type CxmlHead, readCxmlHead } from './head.ts'
import { readConfirmation } from './read-confirmation.ts'
import { readInvoice } from './read-invoice.ts'
import { readShipNotice } from './read-ship-notice.ts'
import { readStatusUpdate } from './read-status-update.ts'

const readers: Readonly<Record<string, (request: XmlElement, head: CxmlHead) => readonly InboundDocument[]>> = {
  ConfirmationRequest: readConfirmation,
  ShipNoticeRequest: readShipNotice,
  InvoiceDetailRequest: readInvoice,
  StatusUpdateRequest: readStatusUpdate,
}

/** The name of the request, as in `ShipNoticeRequest`; null if there is none. */
export const requestNameOf = (root: XmlElement): string | null => child(root, 'Request')?.children[0]?.name ?? null

/**
 * Reads a partner's message: one document for each order that it is about (docs/erp/cxml.md#order-references). Numbers may have thousands
 * commas; times may be days without a time, or have milliseconds. Throws `request.invalid`, which says what is missing or cannot be read.
 */
export function readCxml(root: XmlElement): readonly InboundDocument[] {
  const head = readCxmlHead(root)
  const request = child(root, 'Request')?.children[0]
  const read = request && Object.hasOwn(readers, request.name) ? readers[request.name] : undefined
  if (!request || !read)
    throw new AppError(
      'request.invalid',
      `A ${request?.name ?? 'message without a request'} is not accepted: send ${Object.keys(readers).join(', ')}`,
    )
  return read(request, head)
}
