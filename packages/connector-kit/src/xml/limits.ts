/** What a document may have at most. */
export interface XmlLimits {
  readonly bytes: number
  /** Elements within elements. */
  readonly depth: number
  readonly elements: number
  /** Of one element. */
  readonly attributes: number
  /** Characters of one element's text, or of one attribute. */
  readonly text: number
}

export const defaultLimits: XmlLimits = { bytes: 10_000_000, depth: 64, elements: 100_000, attributes: 200, text: 1_000_000 }
