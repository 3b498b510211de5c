import { ok } from '@linkspan/client'

/** Reads a page of a list: `next` is where the next one begins (null: this was the last), `total` how many there are, if the list counts them. */
export async function readPage<Data>(answer: Parameters<typeof ok<Data>>[0]) {
  const items = await ok(answer)
  const { headers } = (await answer).response
  const total = headers.get('x-total-count')
  return { items, next: headers.get('x-next-cursor'), total: total === null ? null : Number(total) }
}

/** The next page, as infinite queries ask for it. */
export const nextOf = ({ next }: { readonly next: string | null }): string | null => next
