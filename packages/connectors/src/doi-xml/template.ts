import { textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'

/** An order message in a client's own form, and where its answer says what became of it. */
export interface XmlTemplate {
  /** XML with placeholders: `{{orderNumber}}`, `{{#lines}}…{{/lines}}`, `{{shipTo.city}}`. Values are escaped, always. */
  readonly text: string
  readonly answer: {
    /** As in `Result/Status` or `Result/@code`. */
    readonly path: string
    /** What stands there when the order was taken. */
    readonly success: readonly string[]
    /** Where the partner's words fixture. */
    readonly messagePath?: string
  }
}

/** Whether an answer says that the order was taken, and in which words. */
export function readTemplateAnswer(root: XmlElement, { path, success, messagePath }: XmlTemplate['answer']) {
  const status = textAt(root, path)
  const words = messagePath === undefined ? undefined : textAt(root, messagePath)
  return { isTaken: status !== undefined && success.includes(status), status: status ?? null, text: words ?? status ?? null }
}
