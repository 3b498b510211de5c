export interface SequenceParts<T> {
  /** How many computed elements there are, and the sort key of each; keys must grow with the rank. */
  readonly size: number
  keyAt(rank: number): string
  /** Ranks of computed elements that are left out, ascending. */
  readonly excluded: readonly number[]
  /** Elements kept in memory, ascending by key. */
  readonly held: readonly { readonly key: string; readonly value: T }[]
}

export type SequenceElement<T> = { readonly rank: number } | { readonly value: T }

/** A sorted list of computed elements and of elements kept in memory. Reading a position takes logarithmic time. */
export interface Sequence<T> {
  readonly length: number
  at(position: number): SequenceElement<T> | undefined
}

export function createSequence<T>({ size, keyAt, excluded, held }: SequenceParts<T>): Sequence<T> {
  const length = size - excluded.length + held.length
  let before = 0
  const positions = held.map(({ key }, number) => {
    const least = before
    before = least + lowerBound(size - least, (i) => keyAt(least + i) < key)
    return number + before - lowerBound(excluded.length, (i) => excluded[i]! < before)
  })

  return {
    length,
    at: (position) => {
      if (!Number.isInteger(position) || position < 0 || position >= length) return undefined
      const heldBefore = lowerBound(positions.length, (i) => positions[i]! < position)
      if (positions[heldBefore] === position) return { value: held[heldBefore]!.value }
      const ordinal = position - heldBefore
      return { rank: ordinal + lowerBound(excluded.length, (i) => excluded[i]! - i <= ordinal) }
    },
  }
}

/** The first number in [0, count) for which `isBefore` is false, else `count`. `isBefore` must never turn true again. */
export function lowerBound(count: number, isBefore: (i: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
