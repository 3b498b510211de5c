import type { z } from 'zod'
import { AppError } from './errors.ts'
import { toIssues } from './issues.ts'

/** Reads what a caller has sent. Throws `request.invalid` with the path of each mistake. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new AppError('request.invalid', 'The input is not valid', { details: { issues: toIssues(parsed.error) } })
}
