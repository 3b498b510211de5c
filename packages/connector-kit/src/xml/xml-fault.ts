export type XmlFailure = 'malformed' | 'tooLarge' | 'cutShort'

/** What is wrong with a document; where it leaves the parser it becomes an AppError. */
export class XmlFault extends Error {
  readonly failure: XmlFailure
  constructor(failure: XmlFailure, message: string) {
    super(message)
    this.failure = failure
  }
}
