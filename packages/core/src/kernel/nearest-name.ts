import { distance } from 'fastest-levenshtein'

/** Without what only differs in style: `customer_id` and `customerId` are the same. */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** How much of a name may be misspelt. */
const maxShare = 1 / 3

/** The known name that a misspelt one probably stands for; null if none is near. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const wanted = plain(name)
  let best: { readonly name: string; readonly far: number } | null = null
  for (const candidate of known) {
    const far = distance(wanted, plain(candidate))
    if (far <= Math.max(wanted.length, plain(candidate).length) * maxShare && (best === null || far < best.far))
      best = { name: candidate, far }
  }
  return best?.name ?? null
}

/** As a sentence to append: `; did you mean "customerId"?`, or nothing. */
export function didYouMean(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known)
  return nearest === null ? '' : `; did you mean "${nearest}"?`
}
