import { defaultLimit, type Listing, maxLimit } from '@linkspan/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'

/** A whole number in a query; `fallback` where it is absent. */
export const wholeNumber = (smallest: number, largest: number, fallback: number, description: string) =>
  z
    .string()
    .refine((text) => /^\d{1,16}$/.test(text), `must be a whole number from ${smallest} to ${largest}`)
    .transform(Number)
    .pipe(z.number().min(smallest, `must be at least ${smallest}`).max(largest, `must be at most ${largest}`))
    .default(fallback)
    .meta({ type: 'integer', minimum: smallest, maximum: largest, default: fallback, description })

export const Limit = wholeNumber(1, maxLimit, defaultLimit, 'How many at most.')

/** The query of every paged list. */
export const PageParameters = z.object({
  limit: Limit,
  cursor: z.string().min(1).max(500).optional().describe('Where to go on: from `X-Next-Cursor`, or follow `Link`.'),
})

/** The same request, one page further: its path with `cursor` in place of the former one. */
export function nextPage(url: string, cursor: string): string {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  searchParams.set('cursor', cursor)
  return `${pathname}?${searchParams}`
}

/** The items of one page; where to find the next one is said in the headers. */
export function page<Item>(request: FastifyRequest, reply: FastifyReply, { items, next }: Listing<Item>): Item[] {
  if (next !== null) reply.header('link', `<${nextPage(request.url, next)}>; rel="next"`).header('x-next-cursor', next)
  return [...items]
}
