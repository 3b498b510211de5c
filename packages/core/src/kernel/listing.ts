/** One page of any list, and where the next one begins; null at the end. */
export interface Listing<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

/** How much of a list is wanted, and from where. `cursor` is a `next` that was given out before. */
export interface PageQuery {
  readonly limit: number
  readonly cursor?: string | undefined
}

export const defaultLimit = 50
export const largestLimit = 1000
