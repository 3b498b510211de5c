import { buildXml, element, type XmlNode } from '@linkspan/connector-kit/xml/build-xml'
import { withOffset } from '../values.ts'

/** The identity of a company in a domain such as `NetworkId` or `DUNS` (docs/erp/cxml.md#envelope). */
export interface CxmlIdentity {
  readonly domain: string
  readonly identity: string
}

/** Who sends a message and who receives it. */
export interface CxmlParties {
  readonly from: CxmlIdentity
  readonly to: CxmlIdentity
  readonly sender: CxmlIdentity
  readonly sharedSecret: string
  /** The version in the DOCTYPE, which partners check (docs/erp/cxml.md#document-types): `1.2.063` by default. */
  readonly dtdVersion?: string
  /** `production` by default. */
  readonly deploymentMode?: 'production' | 'test'
  /** The language of names and descriptions: `en` by default. */
  readonly language?: string
}

export interface CxmlMessage {
  /** Identifies the message, and is the same in every attempt to send it. */
  readonly payloadId: string
  /** When it is sent: ISO 8601, UTC. */
  readonly timestamp: string
}

export const languageOf = ({ language = 'en' }: CxmlParties): string => language

const credential = ({ domain, identity }: CxmlIdentity, secret?: XmlNode): XmlNode =>
  element('Credential', { domain }, element('Identity', {}, identity), secret)

/** A complete cXML document with a request in it. */
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
