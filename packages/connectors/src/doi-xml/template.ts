import { textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'

/** An order message in the client's own form, and how to read the answer to it. */
export interface XmlTemplate {
  /** XML with placeholders: `{{orderNumber}}`, `{{#lines}}…{{/lines}}`, `{{shipTo.city}}`. Values are always escaped. */
  readonly text: string
  readonly answer: {
    /** Where the status is, as in `Result/Status` or `Result/@code`. */
    readonly path: string
    /** The statuses that mean that the order was accepted. */
    readonly success: readonly string[]
    /** Where the partner's message is. */
    readonly messagePath?: string
  }
}

/** Whether the order was accepted according to an answer, with the status and the message in it. */
export function readTemplateAnswer(root: XmlElement, { path, success, messagePath }: XmlTemplate['answer']) {
  const status = textAt(root, path)
  const message = messagePath === undefined ? undefined : textAt(root, messagePath)
  return { isAccepted: status !== undefined && success.includes(status), status: status ?? null, text: message ?? status ?? null }
}
