/** How the marks of a series look: a colour, and hatching or dashes for what failed. */
export type Look = 'first' | 'second' | 'third' | 'fourth' | 'fifth' | 'failure'

export interface Series {
  readonly key: string
  readonly title: string
  readonly look: Look
  /** Its sum over all slots, as text; absent if sums mean nothing. */
  readonly total?: string
}

/** A piece of time. `values`: by the key of the series; null if nothing is known of it, which is not zero. */
export interface Slot {
  readonly key: string
  readonly title: string
  readonly values: Readonly<Record<string, number>> | null
}

/** What each slot is wide in the picture, and how high the picture is. */
export const slotWidth = 10
export const height = 100
