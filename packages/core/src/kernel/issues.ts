import type { z } from 'zod'
import { didYouMean } from './nearest-name.ts'
import { plainMessage } from './plain-message.ts'

/** One fault in some input: where it is, as a path with dots, and what is wrong there. */
export interface Issue {
  readonly path: string
  readonly message: string
}

/** A schema's issues for people to read, each path under `prefix`. For an unknown field the message lists the `known` ones. */
export const toIssues = (error: z.ZodError, prefix = '', known: readonly string[] = []): Issue[] =>
  error.issues.map((issue) => ({
    path: [prefix, ...issue.path.map(String)].filter(Boolean).join('.'),
    message:
      issue.code === 'unrecognized_keys'
        ? `unknown field ${issue.keys.map((key) => `"${key}"${didYouMean(key, known)}`).join(', ')}${known.length > 0 ? `; the known fields are ${known.join(', ')}` : ''}`
        : plainMessage(issue.message),
  }))
