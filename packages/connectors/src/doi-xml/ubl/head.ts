import { elementAt, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import type { DocumentHead } from '../documents.ts'
import { dayAt, readInstant, requiredAt } from '../values.ts'

/** What a document says about itself, apart from the order that it is about. */
export type UblHead = Omit<DocumentHead, 'orderId' | 'orderPayloadId'>

/** Where each document names its sender. */
const senders: Readonly<Record<string, string>> = {
  OrderResponse: 'SellerSupplierParty/Party',
  DespatchAdvice: 'DespatchSupplierParty/Party',
  Invoice: 'AccountingSupplierParty/Party',
  CreditNote: 'AccountingSupplierParty/Party',
  ApplicationResponse: 'SenderParty',
}

/** Reads who sent a document and what identifies it. Throws `request.invalid` if it has no `ID`. */
export function readUblHead(root: XmlElement): UblHead {
  const party = elementAt(root, senders[root.name] ?? '')
  const domain = textAt(party, 'EndpointID/@schemeID') ?? textAt(party, 'PartyIdentification/ID/@schemeID') ?? null
  const identity = textAt(party, 'EndpointID') ?? textAt(party, 'PartyIdentification/ID') ?? null
  const id = requiredAt(root, 'ID')
  return {
    payloadId: [root.name, identity ?? '', textAt(root, 'UUID') ?? id].join('/'),
    sender: { domain, identity, sharedSecret: null },
    isTest: false,
    writtenAt: issuedAt(root),
  }
}

/** When the document was issued. Date and time are separate elements, and the time may be missing. */
function issuedAt(root: XmlElement): string | null {
  const [day, time] = [dayAt(root, 'IssueDate'), textAt(root, 'IssueTime')]
  if (day === null) return null
  return (time === undefined ? null : readInstant(`${day}T${time}`)) ?? readInstant(day)
}
