import { elementAt, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import { AppError } from '@linkspan/core/connector'
import type { DocumentHead, InboundDocument } from '../documents.ts'
import { dayAt, readInstant, requiredAt } from '../values.ts'
import { ublDocument } from './namespaces.ts'
import { readDespatchAdvice } from './read-despatch-advice.ts'
import { readUblInvoice } from './read-invoice.ts'
import { readApplicationResponse, readOrderResponse } from './read-response.ts'

export type UblHead = Omit<DocumentHead, 'orderId' | 'orderPayloadId'>

const readers: Readonly<Record<string, (root: XmlElement, head: UblHead) => readonly InboundDocument[]>> = {
  OrderResponse: readOrderResponse,
  DespatchAdvice: readDespatchAdvice,
  Invoice: readUblInvoice,
  CreditNote: readUblInvoice,
  ApplicationResponse: readApplicationResponse,
}

/** Which party sends each document. */
const senders: Readonly<Record<string, string>> = {
  OrderResponse: 'SellerSupplierParty/Party',
  DespatchAdvice: 'DespatchSupplierParty/Party',
  Invoice: 'AccountingSupplierParty/Party',
  CreditNote: 'AccountingSupplierParty/Party',
  ApplicationResponse: 'SenderParty',
}

/** Whether a document is one that `readUbl` reads. */
export const isUbl = ({ name, namespace }: XmlElement): boolean => Object.hasOwn(readers, name) && namespace === ublDocument(name)

/**
 * Reads a document of a partner in UBL 2: one for each order that it names. UBL has no payloadID
 * (docs/erp/ubl.md#identity-of-a-document): the kind of the document, its sender and its `UUID`, otherwise its `ID`, stand for it. Throws
 * `request.invalid`, which says what is missing or cannot be read.
 */
export function readUbl(root: XmlElement): readonly InboundDocument[] {
  const read = isUbl(root) ? readers[root.name] : undefined
  if (!read) throw new AppError('request.invalid', `A document <${root.name}> in ${root.namespace || 'no namespace'} is not taken`)
  return read(root, readHead(root))
}

function readHead(root: XmlElement): UblHead {
  const party = elementAt(root, senders[root.name] ?? '')
  const domain = textAt(party, 'EndpointID/@schemeID') ?? textAt(party, 'PartyIdentification/ID/@schemeID') ?? null
  const identity = textAt(party, 'EndpointID') ?? textAt(party, 'PartyIdentification/ID') ?? null
  const id = requiredAt(root, 'ID')
  return {
    payloadId: [root.name, identity ?? '', textAt(root, 'UUID') ?? id].join('/'),
    sender: { domain, identity, sharedSecret: null },
    isTest: false,
    writtenAt: momentOf(root),
  }
}

/** Date and time stand apart, and the time may be missing. */
function momentOf(root: XmlElement): string | null {
  const [day, time] = [dayAt(root, 'IssueDate'), textAt(root, 'IssueTime')]
  if (day === null) return null
  return (time === undefined ? null : readInstant(`${day}T${time}`)) ?? readInstant(day)
}
