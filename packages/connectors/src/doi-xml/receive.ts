import { createHash } from 'node:crypto'
import { basicHeader } from '@linkspan/connector-kit/authorizers/basic'
import { child, type XmlElement } from '@linkspan/connector-kit/xml/element'
import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import {
  type Admission,
  AppError,
  type DataTypeId,
  type InboundAnswer,
  type InboundHead,
  type InboundRequest,
  type InboundResult,
  isSameSecret,
  type ReceiveContext,
  toAppError,
} from '@linkspan/core/connector'
import { type DoiCredentials, inboundCredentials } from './credentials.ts'
import { readCxmlHead } from './cxml/head.ts'
import { readCxml, requestNameOf } from './cxml/read-inbound.ts'
import { buildResponse } from './cxml/response.ts'
import type { InboundDocument } from './documents.ts'
import { messageCharset } from './message-charset.ts'
import { CxmlSettings, type DoiSettings } from './settings.ts'
import { isUbl, readUbl } from './ubl/read-inbound.ts'
import { buildUblResponse } from './ubl/response.ts'

type Context = ReceiveContext<DoiSettings, DoiCredentials>

interface Status {
  readonly code: string
  readonly text: string
}

/**
 * Receives one message from a partner. Without the right credentials the answer is 401, whatever the dialect; anything else is answered in
 * the message's own dialect, as partners expect (docs/erp/cxml.md#the-status-of-an-answer). A body that is no XML is answered in
 * cXML if its sender expects that. Throws `request.…` if not, or if it is neither cXML nor UBL.
 */
export async function receiveDocument(request: InboundRequest, context: Context): Promise<InboundResult> {
  const basic = checkBasicAuth(request, context)
  if (basic === 'wrong') return refused(401, plain('The credentials are wrong'))
  let root: XmlElement
  try {
    root = await parseXml(request.body, { as: 'request', charset: messageCharset(request) })
  } catch (thrown) {
    if (basic === 'missing') return refused(401, plain('Credentials are required'))
    if (speaksCxml(request, context)) return refusedAsCxml(toAppError(thrown), context)
    throw thrown
  }
  if (root.name === 'cXML') return receiveCxml(root, basic === 'right', context)
  if (basic !== 'right') return refused(401, plain('Credentials are required'))
  if (isUbl(root)) return receiveUbl(root, context)
  throw new AppError('request.invalid', `A document <${root.name}> is not accepted: send cXML or UBL 2`)
}

/** Whether a sender whose document cannot be read expects cXML: the document begins so, or names its DTD; or the connection is cXML's. */
function speaksCxml({ body }: InboundRequest, { settings }: Context): boolean {
  const start = Buffer.from(body.subarray(0, 2000)).toString('latin1').replaceAll('\0', '')
  return (
    /<cXML\b|<!DOCTYPE\s+cXML\b/.test(start) ||
    (settings.dialect === 'cxml' && !/<(\w+:)?\w+[^>]*urn:oasis:names:specification:ubl/.test(start))
  )
}

function refusedAsCxml(error: AppError, { clock }: Context): InboundResult {
  if (error.code !== 'request.malformed') throw error
  return refused(400, cxmlAnswer(clock)({ code: '400', text: error.message }))
}

const cxmlAnswer = (clock: Context['clock']) => {
  const timestamp = clock.now().toISOString()
  return ({ code, text }: Status, http = 200): InboundAnswer => {
    const payloadId = `${createHash('sha256').update(`${code} ${timestamp} ${text}`).digest('hex').slice(0, 24)}@linkspan`
    return {
      status: http,
      contentType: xml,
      body: buildResponse({ code, text: statusTexts[code] ?? text, details: text }, { payloadId, timestamp }),
    }
  }
}

function receiveCxml(root: XmlElement, hasBasicAuth: boolean, { settings, credentials, enabledDataTypes, clock }: Context): InboundResult {
  const answer = cxmlAnswer(clock)
  try {
    const head = readCxmlHead(root)
    const { sharedSecret } = inboundCredentials(credentials)
    if (!isSameSecret(head.sender.sharedSecret ?? '', sharedSecret) || (!hasBasicAuth && settings.inboundBasic === 'required'))
      return refused(401, answer({ code: '401', text: 'The credentials are wrong' }, 401))
    const { deploymentMode } = settings.cxml ?? CxmlSettings.parse({})
    if (head.isTest !== (deploymentMode === 'test'))
      return refused(200, answer({ code: '406', text: `Only documents for ${deploymentMode} are accepted here` }))
    if (requestNameOf(root) === 'ProfileRequest') return { answer: answer({ code: '200', text: 'OK' }), messageId: null, documents: [] }
    return {
      answer: answer({ code: '200', text: 'OK' }),
      ...named(head.payloadId, child(root, 'Request'), readCxml(root), enabledDataTypes),
    }
  } catch (thrown) {
    const { code, message } = toAppError(thrown)
    if (!code.startsWith('request.')) throw thrown
    return refused(200, answer({ code: '400', text: message }))
  }
}

function receiveUbl(root: XmlElement, { enabledDataTypes, clock }: Context): InboundResult {
  const answer = (isAccepted: boolean, text: string, about: string): InboundAnswer => ({
    status: isAccepted ? 200 : 400,
    contentType: xml,
    body: buildUblResponse({ isAccepted, text, about, timestamp: clock.now().toISOString() }),
  })
  try {
    const documents = readUbl(root)
    const [first] = documents
    if (!first) throw new AppError('request.invalid', `The <${root.name}> is about no order`)
    return {
      answer: answer(true, 'Accepted', first.payloadId),
      ...named(first.payloadId, root, documents, enabledDataTypes),
    }
  } catch (thrown) {
    const { code, message } = toAppError(thrown)
    if (!code.startsWith('request.')) throw thrown
    return refused(400, answer(false, message, root.name))
  }
}

/**
 * The documents under the name of their message. The name tells contents apart: a partner that sends something else under a used payloadID,
 * or corrects a document under its number, must not get the first answer.
 */
function named(
  payloadId: string,
  content: XmlElement | undefined,
  documents: readonly InboundDocument[],
  enabledDataTypes: readonly DataTypeId[],
): Pick<InboundResult, 'messageId' | 'documents'> {
  const name = `${payloadId}/${createHash('sha256')
    .update(JSON.stringify(content ?? null))
    .digest('base64url')
    .slice(0, 16)}`
  const stored = documents.map((document, part) => ({ ...document, payloadId: name, ...(part > 0 && { part }) }))
  return { messageId: name, documents: toInboundDocuments(stored, enabledDataTypes) }
}

/**
 * Documents as they are stored, without the shared secret. What a document says about an order goes to `order_status` and to `orders`, if
 * these are synced.
 */
function toInboundDocuments(documents: readonly InboundDocument[], enabledDataTypes: readonly DataTypeId[]): InboundResult['documents'] {
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

/** The texts that cXML requires beside a status code. */
const statusTexts: Readonly<Record<string, string>> = { '200': 'OK', '400': 'Bad Request', '401': 'Unauthorized', '406': 'Not Acceptable' }

/** Whether HTTP Basic was sent, and is right. */
function checkBasicAuth({ headers }: Pick<InboundHead, 'headers'>, { credentials }: Context): 'missing' | 'right' | 'wrong' {
  const sent = [headers.authorization].flat()[0]
  if (sent === undefined) return 'missing'
  const { username, password } = inboundCredentials(credentials)
  return isSameSecret(sent, basicHeader(username, password)) ? 'right' : 'wrong'
}

/** Without HTTP Basic, only the shared secret in a cXML document can prove who sends it, if the settings accept that. */
export async function admitSender(head: InboundHead, context: Context): Promise<Admission> {
  const basic = checkBasicAuth(head, context)
  if (basic === 'right') return 'proven'
  return basic === 'missing' && context.settings.inboundBasic === 'optional' ? 'unproven' : 'refused'
}
