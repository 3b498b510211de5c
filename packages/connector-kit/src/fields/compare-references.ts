/** The fewest characters to which an ERP cuts a reference, as far as is known: a shorter beginning may be another reference. */
const shortestCut = 10
/** References that Linkspan makes: their first ten characters tell them apart already. */
const made = /^LS[0-9A-V]{12}$/

/**
 * How a reference that an ERP shows fits ours. `same`: equal, but for case, spaces, zeros at the beginning, or a cut of a reference that
 * Linkspan made. `near`: equal but for punctuation, or ours cut off, so that it may be another record's.
 */
export function compareReferences(ours: string, theirs: string): 'same' | 'near' | 'other' {
  const [our, their] = [foldReference(ours), foldReference(theirs)]
  if (our === their) return 'same'
  const isCut = their.length >= shortestCut && our.startsWith(their)
  if (isCut && made.test(our)) return 'same'
  const isUnpunctuated = letters(their) !== '' && letters(our) === letters(their)
  return isCut || isUnpunctuated ? 'near' : 'other'
}

/** A reference without case, spaces around it, and zeros at its beginning: what ERPs change in it. */
export const foldReference = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    .toUpperCase()
    .replace(/^0+(?=.)/, '')
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').replace(/^0+(?=.)/, '')

/**
 * Keys under which a reference is found that fits or nearly fits: two references that do have one of them in common. The second is of
 * references that may have been cut.
 */
export function nearKeysOf(reference: string): readonly string[] {
  const folded = foldReference(reference)
  return [`letters:${letters(folded) || folded}`, ...(folded.length >= shortestCut ? [`cut:${folded.slice(0, shortestCut)}`] : [])]
}
