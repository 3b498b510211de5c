import { z } from 'zod'

export const url = (schemes: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol),
      `must be a URL that begins with ${schemes.join('// or ')}//`,
    )

export interface About {
  readonly description: string
  readonly example: string
}
export const about = <Schema extends z.ZodType>(schema: Schema, description: string, example: string): Schema =>
  schema.meta({ description, example } satisfies About) as Schema
