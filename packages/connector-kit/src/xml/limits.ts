/**
 * What an XML document may have at most, whether it is a message or a file. `bytes` and `elements` bound what is held in memory as a whole:
 * they apply to messages, not to files, which are read row by row.
 */
export const xmlLimits = {
  /** Elements within elements. */
  depth: 100,
  /** Attributes of one element. */
  attributes: 1000,
  /** Characters in the text of one element, or in one attribute. */
  text: 1_000_000,
  /** Characters of a tag, text or comment that has not ended yet. */
  unfinished: 2_000_000,
  bytes: 10_000_000,
  elements: 100_000,
} as const
