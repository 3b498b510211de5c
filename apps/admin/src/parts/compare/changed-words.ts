/** A piece of a text, and whether the other text lacks it. */
export interface Word {
  readonly text: string
  readonly isNew: boolean
}

/** A text cut into words and the spaces between them; those words are new that the text before does not have. */
export function changedWords(before: string, after: string): readonly Word[] {
  const known = new Set(before.split(/\s+/))
  return after
    .split(/(\s+)/)
    .filter((text) => text !== '')
    .map((text) => ({ text, isNew: text.trim() !== '' && !known.has(text) }))
}
