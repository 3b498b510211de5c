import { z } from 'zod'

export const url = (schemes: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol),
      `must be a URL that begins with ${schemes.join('// or ')}//`,
    )

export const truth = z.enum(['true', 'false'], { error: 'must be true or false' }).transform((value) => value === 'true')

export interface About {
  readonly description: string
  readonly example: string
  /** Whether its value must never be shown. */
  readonly isSecret?: true
}
export const about = <Schema extends z.ZodType>(schema: Schema, description: string, example: string): Schema =>
  schema.meta({ description, example } satisfies About) as Schema

/** A variable that holds a secret. */
export const aboutSecret = <Schema extends z.ZodType>(schema: Schema, description: string, example: string): Schema =>
  schema.meta({ description, example, isSecret: true } satisfies About) as Schema
