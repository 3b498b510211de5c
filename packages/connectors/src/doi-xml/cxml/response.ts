import { buildXml, element } from '@linkspan/connector-kit/xml/build-xml'
import { elementAt, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import { AppError } from '@linkspan/core/connector'
import { withOffset } from '../values.ts'
import type { CxmlMessage } from './envelope.ts'

/**
 * What an answer means. `credentials` and `refused`: the message will not be accepted. `unknown`: it may have been accepted or not, so it
 * is sent again with the same payloadID.
 */
export type AnswerMeaning = 'accepted' | 'credentials' | 'refused' | 'unknown'

export interface CxmlAnswer {
  readonly meaning: AnswerMeaning
  /** HTTP-like, as in `200`. */
  readonly code: string
  /** The partner's own words. */
  readonly text: string
}

/** Done, accepted, no content, forwarded. */
const acceptedCodes: ReadonlySet<string> = new Set(['200', '201', '204', '280', '281'])
/** Codes of 4xx that only ask to try later. */
const temporary: ReadonlySet<string> = new Set(['408', '429'])

/** The meaning of a status code (docs/erp/cxml.md#status-codes). A code that we do not know is `unknown`, never a success. */
export function meaningOf(code: string): AnswerMeaning {
  if (acceptedCodes.has(code)) return 'accepted'
  if (code === '401' || code === '403') return 'credentials'
  return /^4\d\d$/.test(code) && !temporary.has(code) ? 'refused' : 'unknown'
}

/**
 * Reads the `Response/Status` of an answer, whatever its HTTP status (docs/erp/cxml.md#the-status-of-an-answer). Throws
 * `setup.answer-unexpected` if there is none.
 */
export function readResponse(root: XmlElement): CxmlAnswer {
  const status = elementAt(root, 'Response/Status')
  const code = textAt(status, '@code')
  if (root.name !== 'cXML' || code === undefined)
    throw new AppError('setup.answer-unexpected', `The partner answered with <${root.name}> without a Response/Status: check the URL`)
  const texts = [textAt(status, '@text'), textAt(status, '')].filter((each) => each !== undefined)
  return { meaning: meaningOf(code), code, text: texts.join(': ') }
}

/** Our answer to a document that was sent to us: a cXML document with a Response. */
export function buildResponse(
  status: { readonly code: string; readonly text: string; readonly details?: string },
  message: CxmlMessage,
): string {
  const { code, text, details } = status
  const root = element(
    'cXML',
    { payloadID: message.payloadId, timestamp: withOffset(message.timestamp), 'xml:lang': 'en' },
    element('Response', {}, element('Status', { code, text, 'xml:lang': 'en' }, details)),
  )
  return buildXml(root)
}
