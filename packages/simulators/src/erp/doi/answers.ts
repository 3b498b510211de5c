import { type Answer, text } from '../../exchange.ts'
import { escapeXml } from './xml-tree.ts'

export interface DoiStatus {
  /** The code of a cXML Status, for example `200`, `406` or `560`. */
  readonly code: string
  readonly text: string
}

const contentType = 'text/xml; charset=UTF-8'

const dtd = 'http://xml.cxml.org/schemas/cXML/1.2.063/cXML.dtd'

/** A cXML Response. Its Status code is independent of the HTTP status (docs/erp/cxml.md#the-status-of-an-answer). */
export function cxmlAnswer(status: DoiStatus, payloadId: string, time: string, httpStatus = 200, more = ''): Answer {
  const inner = `<Response><Status code="${escapeXml(status.code)}" text="${escapeXml(status.text)}" xml:lang="en"/>${more}</Response>`
  const document = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE cXML SYSTEM "${dtd}">\n<cXML payloadID="${escapeXml(payloadId)}" timestamp="${time}" xml:lang="en">${inner}</cXML>`
  return text(document, contentType, { status: httpStatus })
}

/** A ProfileResponse: which requests are accepted, and at which URL. */
export const profile = (url: string, time: string): string =>
  `<ProfileResponse effectiveDate="${time}">${['OrderRequest', 'ProfileRequest'].map((name) => `<Transaction requestName="${name}"><URL>${escapeXml(url)}</URL></Transaction>`).join('')}</ProfileResponse>`

const xsd = 'urn:oasis:names:specification:ubl:schema:xsd'

/** The opening tag of a UBL document, with unusual prefixes, as partners may choose them (docs/erp/ubl.md#namespaces). */
export const ublRoot = (name: string): string =>
  `<ns:${name} xmlns:ns="${xsd}:${name}-2" xmlns:a="${xsd}:CommonAggregateComponents-2" xmlns:b="${xsd}:CommonBasicComponents-2">`

/** An ApplicationResponse: AB if the order was accepted, RE if it was refused (docs/erp/ubl.md#application-responses). */
export function ublAnswer(status: DoiStatus, orderId: string, payloadId: string, time: string): Answer {
  const code = status.code.startsWith('2') ? 'AB' : 'RE'
  const response = `<a:Response><b:ResponseCode>${code}</b:ResponseCode><b:Description>${escapeXml(status.text)}</b:Description></a:Response>`
  const reference = `<a:DocumentReference><b:ID>${escapeXml(orderId)}</b:ID><b:DocumentTypeCode>220</b:DocumentTypeCode></a:DocumentReference>`
  const head = `<b:ID>${escapeXml(payloadId)}</b:ID><b:IssueDate>${time.slice(0, 10)}</b:IssueDate>`
  return text(
    `<?xml version="1.0" encoding="UTF-8"?>\n${ublRoot('ApplicationResponse')}${head}<a:DocumentResponse>${response}${reference}</a:DocumentResponse></ns:ApplicationResponse>`,
    contentType,
  )
}
