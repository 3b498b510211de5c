import type { Listing } from './listing.ts'

/** The same page of a list with every item mapped. */
export const mapListing = <From, To>({ items, ...rest }: Listing<From>, map: (item: From) => To): Listing<To> => ({
  ...rest,
  items: items.map(map),
})
