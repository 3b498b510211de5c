import type { Listing } from './listing.ts'

/** The pages of a list, one after the other. `read` gets the cursor of each; undefined for the first. */
export async function* everyPage<Item>(read: (cursor: string | undefined) => Promise<Listing<Item>>): AsyncGenerator<readonly Item[]> {
  let cursor: string | undefined
  do {
    const { items, next } = await read(cursor)
    yield items
    cursor = next ?? undefined
  } while (cursor !== undefined)
}
