import { buildXml, element, type XmlNode } from '@linkspan/connector-kit/xml/build-xml'
import { withOffset } from '../values.ts'

/** A partner by a name that the other side knows, as in `NetworkId` AN01 (docs/erp/cxml.md#envelope). */
export interface CxmlIdentity {
  readonly domain: string
  readonly identity: string
}

/** How we and the partner know each other. */
export interface CxmlParties {
  readonly from: CxmlIdentity
  readonly to: CxmlIdentity
  readonly sender: CxmlIdentity
  readonly sharedSecret: string
  /** Part of the DOCTYPE, which partners expect and nobody fetches (docs/erp/cxml.md#document-types); `1.2.063` unless told. */
  readonly dtdVersion?: string
  /** `production` unless told. */
  readonly deploymentMode?: 'production' | 'test'
  /** Of names and descriptions: `en` unless told. */
  readonly language?: string
}

export interface CxmlMessage {
  /** Names this very message, in every attempt to send it. */
  readonly payloadId: string
  /** When it is sent: ISO 8601, UTC. */
  readonly timestamp: string
}

export const languageOf = ({ language = 'en' }: CxmlParties): string => language

const credential = ({ domain, identity }: CxmlIdentity, secret?: XmlNode): XmlNode =>
  element('Credential', { domain }, element('Identity', {}, identity), secret)

/** A whole cXML document with a request in it. */
export function buildRequest(request: XmlNode, parties: CxmlParties, { payloadId, timestamp }: CxmlMessage): string {
  const { from, to, sender, sharedSecret, dtdVersion = '1.2.063', deploymentMode = 'production' } = parties
  const root = element('cXML', { payloadID: payloadId, timestamp: withOffset(timestamp), 'xml:lang': languageOf(parties) }, [
    element('Header', {}, [
      element('From', {}, credential(from)),
      element('To', {}, credential(to)),
      element('Sender', {}, [credential(sender, element('SharedSecret', {}, sharedSecret)), element('UserAgent', {}, 'Linkspan')]),
    ]),
    element('Request', { deploymentMode }, request),
  ])
  return buildXml(root, { doctype: `http://xml.cxml.org/schemas/cXML/${dtdVersion}/cXML.dtd` })
}
