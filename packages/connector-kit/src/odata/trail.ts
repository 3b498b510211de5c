import { createHash } from 'node:crypto'
import { z } from 'zod'

export const Trail = z.object({ steps: z.number().int().nonnegative(), mark: z.string() })

/** What a position remembers of the way to it: how many links were followed, and one of them. */
export type Trail = z.infer<typeof Trail>

/**
 * The trail after one more link; null if the link leads back to the remembered one. The link of every step that is a power of two is
 * remembered, so a circle of any length is found within a few rounds, even if each link is followed by another process.
 */
export function extendTrail(trail: Trail | undefined, link: string): Trail | null {
  const name = createHash('sha256').update(link).digest('base64url').slice(0, 16)
  if (trail?.mark === name) return null
  const steps = (trail?.steps ?? 0) + 1
  const isPowerOfTwo = (steps & (steps - 1)) === 0
  return { steps, mark: isPowerOfTwo || trail === undefined ? name : trail.mark }
}
