/** One page of a list. `next` is the cursor of the next page, or null at the end. */
export interface Listing<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
  /** How many items the whole list has. Only if an index knows exactly that. */
  readonly total?: number | undefined
}

/** How many items of a list are wanted, and from where: `cursor` is the `next` of an earlier page. */
export interface PageQuery {
  readonly limit: number
  readonly cursor?: string | undefined
}

export const defaultLimit = 50
export const maxLimit = 1000
