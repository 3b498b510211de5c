import { buildXml, element } from '@linkspan/connector-kit/xml/build-xml'
import { elementAt, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import { AppError } from '@linkspan/core/connector'
import { withOffset } from '../values.ts'
import type { CxmlMessage } from './envelope.ts'

/**
 * What an answer means: `taken`; `credentials` and `refused` are for good; `unknown` may have been taken or not, and is asked again
 * with the same payloadID.
 */
export type AnswerMeaning = 'taken' | 'credentials' | 'refused' | 'unknown'

export interface CxmlAnswer {
  readonly meaning: AnswerMeaning
  /** HTTP-like. */
  readonly code: string
  /** The partner's own words. */
  readonly text: string
}

/** Taken: done, accepted, nothing to say, forwarded. */
const taken: ReadonlySet<string> = new Set(['200', '201', '204', '280', '281'])
/** Those of 4xx that only ask for patience. */
const passing: ReadonlySet<string> = new Set(['408', '429'])

/** What a status code means (docs/erp/cxml.md#status-codes). An unlisted code is `unknown`, never a success. */
export function meaningOf(code: string): AnswerMeaning {
  if (taken.has(code)) return 'taken'
  if (code === '401' || code === '403') return 'credentials'
  return /^4\d\d$/.test(code) && !passing.has(code) ? 'refused' : 'unknown'
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
  const words = [textAt(status, '@text'), textAt(status, '')].filter((each) => each !== undefined)
  return { meaning: meaningOf(code), code, text: words.join(': ') }
}

/** Our answer to a document that was sent to us. */
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
