import { defaultLimit, type Listing, maxLimit } from '@linkspan/core'
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

/** Returns the items of one page, and sets the headers `Link` and `X-Next-Cursor` if there is a next one. */
export function page<Item>(request: FastifyRequest, reply: FastifyReply, { items, next }: Listing<Item>): Item[] {
  if (next !== null) reply.header('link', `<${nextPage(request.url, next)}>; rel="next"`).header('x-next-cursor', next)
  return [...items]
}
