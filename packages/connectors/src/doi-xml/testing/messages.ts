import { basicHeader } from '@linkspan/connector-kit/authorizers/basic'
import type { InboundDialect } from '@linkspan/connector-kit/testing/connector-fixture'
import { textAt } from '@linkspan/connector-kit/xml/element'
import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import type { InboundRequest } from '@linkspan/core/connector'

export interface PartnerProof {
  readonly user: string
  readonly password: string
  readonly sharedSecret: string
}

const request = (body: string, proof: Pick<PartnerProof, 'user' | 'password'> | null): InboundRequest => ({
  method: 'POST',
  query: new URLSearchParams(),
  headers: { 'content-type': 'text/xml; charset=UTF-8', ...(proof && { authorization: basicHeader(proof.user, proof.password) }) },
  body: Buffer.from(body),
})

/** A cXML message of the partner around a request. */
function cxml(payloadId: string, sharedSecret: string | null, inner: string): string {
  const secret = sharedSecret === null ? '' : `<SharedSecret>${sharedSecret}</SharedSecret>`
  const party = (role: string, more = '') =>
    `<${role}><Credential domain="NetworkId"><Identity>AN-SUPPLIER</Identity>${more}</Credential></${role}>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<cXML payloadID="${payloadId}" timestamp="2026-03-01T10:00:00.000Z" xml:lang="en">
  <Header>${party('From')}${party('To')}${party('Sender', secret)}</Header>
  <Request deploymentMode="production">${inner}</Request>
</cXML>`
}

const confirmationOf = (orderId: string, noticeDate: string) =>
  `<ConfirmationRequest><ConfirmationHeader type="accept" noticeDate="${noticeDate}"/><OrderReference orderID="${orderId}"/></ConfirmationRequest>`

/** The partner confirms an order. */
export const confirmation = (orderId: string, writtenAt: string, proof: PartnerProof): InboundRequest =>
  request(cxml(`confirm-${orderId}@partner`, proof.sharedSecret, confirmationOf(orderId, writtenAt)), proof)

/** The partner says something of no order at all. */
export const strayStatus = (id: string, proof: PartnerProof): InboundRequest =>
  request(
    cxml(`stray-${id}@partner`, proof.sharedSecret, '<StatusUpdateRequest><Status code="200" text="OK"/></StatusUpdateRequest>'),
    proof,
  )

const noticeDate = '2026-03-01T10:00:00.000Z'

const cxmlDialect = (proof: PartnerProof): InboundDialect => {
  const message = (id: string, secret: string | null) => cxml(`${id}@partner`, secret, confirmationOf('W-1', noticeDate))
  return {
    name: 'cXML',
    message: (id) => request(message(id, proof.sharedSecret), proof),
    forged: (id) => request(message(id, 'another-secret'), proof),
    unproven: (id) => request(message(id, null), null),
    meaningless: (id) => request(cxml(`${id}@partner`, proof.sharedSecret, '<ConfirmationRequest/>'), proof),
    async verdictOf(body) {
      const code = textAt(await parseXml(body), 'Response/Status/@code')
      if (code === undefined) throw new Error(`This is no answer in cXML: ${body}`)
      return code === '200' ? 'accepted' : 'refused'
    },
  }
}

const ublRoot =
  '<OrderResponse xmlns="urn:oasis:names:specification:ubl:schema:xsd:OrderResponse-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">'

const ublDialect = (proof: PartnerProof): InboundDialect => {
  const ubl = (id: string, inner: string) =>
    `${ublRoot}<cbc:ID>${id}</cbc:ID><cbc:IssueDate>2026-03-01</cbc:IssueDate>${inner}</OrderResponse>`
  const confirm = '<cbc:OrderResponseCode>AP</cbc:OrderResponseCode><cac:OrderReference><cbc:ID>W-1</cbc:ID></cac:OrderReference>'
  return {
    name: 'UBL',
    message: (id) => request(ubl(id, confirm), proof),
    forged: (id) => request(ubl(id, confirm), { ...proof, password: 'another-password' }),
    unproven: (id) => request(ubl(id, confirm), null),
    meaningless: (id) => request(ubl(id, ''), proof),
    async verdictOf(body) {
      const code = textAt(await parseXml(body), 'DocumentResponse/Response/ResponseCode')
      if (code === undefined) throw new Error(`This is no answer in UBL: ${body}`)
      return code === 'AP' ? 'accepted' : 'refused'
    },
  }
}

/** How partners talk to us. */
export const dialectsOf = (proof: PartnerProof): readonly InboundDialect[] => [cxmlDialect(proof), ublDialect(proof)]
