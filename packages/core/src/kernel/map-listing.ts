import type { Listing } from './listing.ts'

/** The same page of a list with every item mapped. */
export const mapListing = <From, To>({ items, next }: Listing<From>, map: (item: From) => To): Listing<To> => ({
  items: items.map(map),
  next,
})
