import { createHash } from 'node:crypto'
import { buildXml, element } from '@linkspan/connector-kit/xml/build-xml'
import { ublDocument, ublNamespaces } from './namespaces.ts'

export interface UblAnswer {
  readonly isAccepted: boolean
  readonly text: string
  /** The id of the document that it answers. */
  readonly about: string
  /** ISO 8601, UTC. */
  readonly timestamp: string
}

/** Our answer to a UBL document: an ApplicationResponse that accepts (AP) or rejects (RE) it (docs/erp/ubl.md#application-responses). */
export function buildUblResponse({ isAccepted, text, about, timestamp }: UblAnswer): string {
  const root = element(
    'ApplicationResponse',
    { xmlns: ublDocument('ApplicationResponse'), 'xmlns:cac': ublNamespaces.cac, 'xmlns:cbc': ublNamespaces.cbc },
    [
      element('cbc:UBLVersionID', {}, '2.1'),
      element('cbc:ID', {}, createHash('sha256').update(`${about} ${timestamp}`).digest('hex').slice(0, 24)),
      element('cbc:IssueDate', {}, timestamp.slice(0, 10)),
      element('cbc:IssueTime', {}, `${timestamp.slice(11, 19)}Z`),
      element('cac:DocumentResponse', {}, [
        element('cac:Response', {}, [element('cbc:ResponseCode', {}, isAccepted ? 'AP' : 'RE'), element('cbc:Description', {}, text)]),
        element('cac:DocumentReference', {}, element('cbc:ID', {}, about)),
      ]),
    ],
  )
  return buildXml(root)
}
