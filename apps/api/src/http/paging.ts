import { AppError, defaultLimit, type Listing, maxLimit, type PageQuery } from '@linkspan/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'

/** A whole number in a query; `fallback` if it is absent. */
export const wholeNumber = (min: number, max: number, fallback: number, description: string) =>
  z
    .string()
    .refine((text) => /^\d{1,16}$/.test(text), `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`))
    .default(fallback)
    .meta({ type: 'integer', minimum: min, maximum: max, default: fallback, description })

export const Limit = wholeNumber(1, maxLimit, defaultLimit, 'The maximum number of items in the answer.')

/** The query of every paged list. */
export const PageParameters = z.object({
  limit: Limit,
  cursor: z
    .string()
    .min(1)
    .max(2000)
    .optional()
    .describe('The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same.'),
})

/** The path and query of the same request for the next page: with `cursor` in place of its own. */
export function nextPage(url: string, cursor: string): string {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  searchParams.set('cursor', cursor)
  return `${pathname}?${searchParams}`
}

/** Returns the items of one page, and sets `Link` and `X-Next-Cursor` if there is a next one, and `X-Total-Count` if the total is known. */
export function page<Item>(request: FastifyRequest, reply: FastifyReply, { items, next, total }: Listing<Item>): Item[] {
  if (next !== null) reply.header('link', `<${nextPage(request.url, next)}>; rel="next"`).header('x-next-cursor', next)
  if (total !== undefined) reply.header('x-total-count', total)
  return [...items]
}

/** One page of a list that is known as a whole. Its cursors are places in the list. */
export function pageOf<Item>(all: readonly Item[], { limit, cursor = '0' }: PageQuery): Listing<Item> {
  if (!/^\d{1,9}$/.test(cursor)) throw new AppError('request.malformed', 'The cursor was not issued by this listing')
  const from = Number(cursor)
  return { items: all.slice(from, from + limit), next: from + limit < all.length ? String(from + limit) : null }
}
