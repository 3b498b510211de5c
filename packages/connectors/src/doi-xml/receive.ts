import { createHash, timingSafeEqual } from 'node:crypto'
import { basicHeader } from '@linkspan/connector-kit/authorizers/basic'
import { charsetIn } from '@linkspan/connector-kit/xml/charset'
import type { XmlElement } from '@linkspan/connector-kit/xml/element'
import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import {
  AppError,
  type DataTypeId,
  type InboundAnswer,
  type InboundRequest,
  type InboundResult,
  type ReceiveContext,
  toAppError,
} from '@linkspan/core/connector'
import { type DoiCredentials, inboundProof } from './credentials.ts'
import { readCxml, readCxmlHead, requestNameOf } from './cxml/read-inbound.ts'
import { buildResponse } from './cxml/response.ts'
import type { InboundDocument } from './documents.ts'
import { CxmlSettings, type DoiSettings } from './settings.ts'
import { isUbl, readUbl } from './ubl/read-inbound.ts'
import { buildUblResponse } from './ubl/response.ts'

type Context = ReceiveContext<DoiSettings, DoiCredentials>

interface Status {
  readonly code: string
  readonly text: string
}

/**
 * Takes one message of a partner. A sender that does not prove to be the partner gets 401 in every dialect; everything else is answered by
 * a status within the message, as partners expect (docs/erp/cxml.md#the-status-of-an-answer).
 */
export async function receiveDocument(request: InboundRequest, context: Context): Promise<InboundResult> {
  const basic = readBasic(request, context)
  if (basic === 'wrong') return refused(401, plain('The credentials are not right'))
  let root: XmlElement
  try {
    root = await parseXml(request.body, { as: 'request', charset: charsetIn([request.headers['content-type']].flat()[0]) })
  } catch (thrown) {
    if (basic === 'missing') return refused(401, plain('Credentials are wanted'))
    throw thrown
  }
  if (root.name === 'cXML') return receiveCxml(root, basic === 'right', context)
  if (basic !== 'right') return refused(401, plain('Credentials are wanted'))
  if (isUbl(root)) return receiveUbl(root, context)
  throw new AppError('request.invalid', `A document <${root.name}> is not taken: send cXML or UBL 2`)
}

function receiveCxml(root: XmlElement, isKnown: boolean, { settings, credentials, clock }: Context): InboundResult {
  const timestamp = clock.now().toISOString()
  const answer = ({ code, text }: Status, http = 200): InboundAnswer => {
    const payloadId = `${createHash('sha256').update(`${code} ${timestamp} ${text}`).digest('hex').slice(0, 24)}@linkspan`
    return {
      status: http,
      contentType: xml,
      body: buildResponse({ code, text: words[code] ?? text, details: text }, { payloadId, timestamp }),
    }
  }
  try {
    const head = readCxmlHead(root)
    const { sharedSecret } = inboundProof(credentials)
    if (!isSame(head.sender.sharedSecret ?? '', sharedSecret) || (!isKnown && settings.inboundBasic === 'required'))
      return refused(401, answer({ code: '401', text: 'The credentials are not right' }, 401))
    const { deploymentMode } = settings.cxml ?? CxmlSettings.parse({})
    if (head.isTest !== (deploymentMode === 'test'))
      return refused(200, answer({ code: '406', text: `Only documents for ${deploymentMode} are taken here` }))
    if (requestNameOf(root) === 'ProfileRequest') return { answer: answer({ code: '200', text: 'OK' }), messageId: null, documents: [] }
    return { answer: answer({ code: '200', text: 'OK' }), messageId: head.payloadId, documents: toStored(readCxml(root), settings) }
  } catch (thrown) {
    const { code, message } = toAppError(thrown)
    if (!code.startsWith('request.')) throw thrown
    return refused(200, answer({ code: '400', text: message }))
  }
}

function receiveUbl(root: XmlElement, { settings, clock }: Context): InboundResult {
  const answer = (isTaken: boolean, text: string, about: string): InboundAnswer => ({
    status: isTaken ? 200 : 400,
    contentType: xml,
    body: buildUblResponse({ isTaken, text, about, timestamp: clock.now().toISOString() }),
  })
  try {
    const documents = readUbl(root)
    const [first] = documents
    if (!first) throw new AppError('request.invalid', `A <${root.name}> came that speaks of nothing`)
    return { answer: answer(true, 'Accepted', first.payloadId), messageId: first.payloadId, documents: toStored(documents, settings) }
  } catch (thrown) {
    const { code, message } = toAppError(thrown)
    if (!code.startsWith('request.')) throw thrown
    return refused(400, answer(false, message, root.name))
  }
}

/** What is kept of documents: all but the secret that they showed. What is said of an order is its status's and its own, as far as these are synced. */
function toStored(documents: readonly InboundDocument[], settings: object): InboundResult['documents'] {
  const { enabledDataTypes = [] } = settings as { readonly enabledDataTypes?: readonly DataTypeId[] }
  const synced = (['order_status', 'orders'] as const).filter((type) => enabledDataTypes.includes(type))
  const ofOrders = synced.length > 0 ? synced : (['order_status'] as const)
  return documents.flatMap((document) => {
    const text = JSON.stringify({ ...document, sender: { ...document.sender, sharedSecret: null } })
    return (document.kind === 'invoice' ? (['invoices'] as const) : ofOrders).map((dataType) => ({ dataType, text }))
  })
}

const xml = 'text/xml; charset=utf-8'
const plain = (text: string): InboundAnswer => ({ status: 401, contentType: 'text/plain; charset=utf-8', body: text })
const refused = (status: number, answer: InboundAnswer): InboundResult => ({
  answer: { ...answer, status },
  messageId: null,
  documents: [],
})

/** cXML wants the name of a status beside its code. */
const words: Readonly<Record<string, string>> = { '200': 'OK', '400': 'Bad Request', '401': 'Unauthorized', '406': 'Not Acceptable' }

function readBasic({ headers }: InboundRequest, { credentials }: Context): 'missing' | 'right' | 'wrong' {
  const shown = [headers.authorization].flat()[0]
  if (shown === undefined) return 'missing'
  const { username, password } = inboundProof(credentials)
  return isSame(shown, basicHeader(username, password)) ? 'right' : 'wrong'
}

/** In constant time, whatever the lengths. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
