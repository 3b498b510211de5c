import { AppError, type ErrorCode } from '@linkspan/core/connector'

/** `cutShort`: the document ends too early. `empty`: it has no root element. */
export type XmlFailure = 'malformed' | 'tooLarge' | 'cutShort' | 'empty'

/** What is wrong with an XML document. `toAppError` turns it into the error that fits where the document came from. */
export class XmlFault extends Error {
  readonly failure: XmlFailure
  readonly details: Readonly<Record<string, unknown>>
  constructor(failure: XmlFailure, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.failure = failure
    this.details = details
  }
}

/** Where a document came from: it is an ERP's answer to us, somebody's request to us, or a file. */
export type XmlOrigin = 'answer' | 'request' | 'file'

const codes: Readonly<Record<XmlOrigin, Readonly<Record<XmlFailure, ErrorCode>>>> = {
  answer: {
    malformed: 'setup.answer-unexpected',
    tooLarge: 'setup.answer-too-large',
    cutShort: 'remote.cut-short',
    empty: 'setup.answer-unexpected',
  },
  request: { malformed: 'request.malformed', tooLarge: 'request.too-large', cutShort: 'request.malformed', empty: 'request.malformed' },
  file: { malformed: 'file.unreadable', tooLarge: 'file.unreadable', cutShort: 'file.truncated', empty: 'file.truncated' },
}

export const toAppError = (fault: XmlFault, origin: XmlOrigin): AppError =>
  new AppError(codes[origin][fault.failure], fault.message, { details: fault.details, cause: fault })
