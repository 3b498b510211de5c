import { child, elementsAt, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import { AppError } from '@linkspan/core/connector'
import type { DocumentHead, InboundDocument } from '../documents.ts'
import { instantAt, requiredAt } from '../values.ts'
import { readConfirmation } from './read-confirmation.ts'
import { readInvoice } from './read-invoice.ts'
import { readShipNotice } from './read-ship-notice.ts'
import { readStatusUpdate } from './read-status-update.ts'

/** What a message says about itself, before its request is read. */
export type CxmlHead = Omit<DocumentHead, 'orderId' | 'orderPayloadId'>

const readers: Readonly<Record<string, (request: XmlElement, head: CxmlHead) => readonly InboundDocument[]>> = {
  ConfirmationRequest: readConfirmation,
  ShipNoticeRequest: readShipNotice,
  InvoiceDetailRequest: readInvoice,
  StatusUpdateRequest: readStatusUpdate,
}

/**
 * Who sent a message, and under which name; to be settled before anything else of it is believed. Throws `request.invalid` where it is
 * no cXML message with a payloadID.
 */
export function readCxmlHead(root: XmlElement): CxmlHead {
  if (root.name !== 'cXML') throw new AppError('request.invalid', `A document <${root.name}> came where cXML was awaited`)
  const credentials = elementsAt(root, 'Header/Sender/Credential')
  const credential = credentials.find((each) => child(each, 'SharedSecret')) ?? credentials[0]
  return {
    payloadId: requiredAt(root, '@payloadID'),
    sender: {
      domain: textAt(credential, '@domain') ?? null,
      identity: textAt(credential, 'Identity') ?? null,
      sharedSecret: textAt(credential, 'SharedSecret') ?? null,
    },
    isTest: textAt(root, 'Request/@deploymentMode') === 'test',
    writtenAt: instantAt(root, '@timestamp'),
  }
}

/** The name of the request, as in `ShipNoticeRequest`; null where there is none. */
export const requestNameOf = (root: XmlElement): string | null => child(root, 'Request')?.children[0]?.name ?? null

/**
 * Reads a message of a partner: one document for each order that it names (docs/erp/cxml.md#order-references). Throws `request.invalid`,
 * which says what is missing or cannot be read.
 */
export function readCxml(root: XmlElement): readonly InboundDocument[] {
  const head = readCxmlHead(root)
  const request = child(root, 'Request')?.children[0]
  const read = request && Object.hasOwn(readers, request.name) ? readers[request.name] : undefined
  if (!request || !read)
    throw new AppError(
      'request.invalid',
      `A ${request?.name ?? 'message without a request'} is not taken: send ${Object.keys(readers).join(', ')}`,
    )
  return read(request, head)
}
