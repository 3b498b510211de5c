import type { z } from 'zod'
import { aboutVariable, Environment } from './environment.ts'

/** A setting as it is in effect. Of a secret only that it is set. */
export interface EffectiveSetting {
  readonly name: string
  readonly description: string
  /** Null for a secret, and for one that is not set and has no default. */
  readonly value: string | null
  readonly default: string | null
  readonly isSet: boolean
  readonly isSecret: boolean
}

/** Every setting, in the order of `.env.example`. `given` are the variables that are set. */
export function effectiveSettings(given: Readonly<Record<string, string | undefined>>): EffectiveSetting[] {
  return Object.entries(Environment.shape).map(([name, schema]) => {
    const { description, isSecret = false } = aboutVariable(name)
    const own = given[name]
    const fallback = defaultOf(schema)
    const value = isSecret ? null : own === undefined ? fallback : withoutCredentials(own)
    return { name, description, value, default: fallback, isSet: own !== undefined, isSecret }
  })
}

function defaultOf(schema: z.ZodType): string | null {
  const { success, data } = schema.safeParse(undefined)
  return success && data !== undefined ? String(data) : null
}

/** A URL without the parts that may hold a secret; any other text as it is. */
function withoutCredentials(text: string): string {
  if (!text.includes('://') || !URL.canParse(text)) return text
  const url = new URL(text)
  url.username = ''
  url.password = ''
  url.search = ''
  url.hash = ''
  return url.href
}
