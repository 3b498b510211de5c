import { toInstant } from '@linkspan/core'
import { z } from 'zod'

/** An instant in a query. */
export const Instant = z
  .string()
  .transform((text, context) => {
    const instant = toInstant(text)
    if (instant === null) context.addIssue({ code: 'custom', message: 'must be an ISO 8601 time', input: text })
    return instant ?? z.NEVER
  })
  .meta({ description: 'An ISO 8601 time; without a zone it is UTC.', example: '2026-01-31T00:00:00Z' })
