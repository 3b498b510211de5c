import type { XmlElement } from '@linkspan/connector-kit/xml/element'
import { AppError } from '@linkspan/core/connector'
import type { InboundDocument } from '../documents.ts'
import { readUblHead, type UblHead } from './head.ts'
import { ublDocument } from './namespaces.ts'
import { readDespatchAdvice } from './read-despatch-advice.ts'
import { readUblInvoice } from './read-invoice.ts'
import { readApplicationResponse, readOrderResponse } from './read-response.ts'

const readers: Readonly<Record<string, (root: XmlElement, head: UblHead) => readonly InboundDocument[]>> = {
  OrderResponse: readOrderResponse,
  DespatchAdvice: readDespatchAdvice,
  Invoice: readUblInvoice,
  CreditNote: readUblInvoice,
  ApplicationResponse: readApplicationResponse,
}

/** Whether `readUbl` can read the document. */
export const isUbl = ({ name, namespace }: XmlElement): boolean => Object.hasOwn(readers, name) && namespace === ublDocument(name)

/**
 * Reads a partner's document in UBL 2: one for each order that it is about (docs/erp/ubl.md#identity-of-a-document). UBL has no payloadID:
 * it is made of the kind of document, its sender, and its `UUID` or `ID`. Throws `request.invalid`, which says what is missing or cannot be
 * read.
 */
export function readUbl(root: XmlElement): readonly InboundDocument[] {
  const read = isUbl(root) ? readers[root.name] : undefined
  if (!read) throw new AppError('request.invalid', `A document <${root.name}> in ${root.namespace || 'no namespace'} is not accepted`)
  return read(root, readUblHead(root))
}
