import type { z } from 'zod'

/** One fault of some input: where it is, as a path with dots, and what is wrong there. */
export interface Issue {
  readonly path: string
  readonly message: string
}

/** A schema's complaint as a list for people. `known` names the fields there are, where an unknown one was given. */
export const toIssues = (error: z.ZodError, prefix = '', known: readonly string[] = []): Issue[] =>
  error.issues.map((issue) => ({
    path: [prefix, ...issue.path.map(String)].filter(Boolean).join('.'),
    message:
      issue.code === 'unrecognized_keys'
        ? `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}${known.length > 0 ? `; known are ${known.join(', ')}` : ''}`
        : issue.message,
  }))
