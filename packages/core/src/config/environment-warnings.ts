import { distance } from 'fastest-levenshtein'
import { aboutVariable, Environment } from './environment.ts'

const known = Object.keys(Environment.shape)
const maxDistance = 2
/** Short names are too often near to each other by chance. */
const minLength = 7

/** A sentence for each variable that is set, that nobody reads, and that is nearly called like one that is read. */
export function misspeltVariables(variables: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(variables).flatMap((name) => {
    if (known.includes(name) || name.length < minLength) return []
    const meant = known.find((candidate) => distance(name.toUpperCase(), candidate) <= maxDistance && variables[candidate] === undefined)
    return meant === undefined ? [] : [`The variable ${name} is not known and has no effect; did you mean ${meant}?`]
  })
}

/** The variables that hold an example from .env.example, which everybody knows. */
export function exampleSecrets(env: Environment): string[] {
  const example = Environment.shape
  const keys = example.ENCRYPTION_KEYS.parse(aboutVariable('ENCRYPTION_KEYS').example) ?? []
  const callers = example.API_KEYS.parse(aboutVariable('API_KEYS').example) ?? []
  const isExample = {
    ENCRYPTION_KEYS: env.ENCRYPTION_KEYS?.some(({ bytes }) => keys.some((key) => key.bytes.equals(bytes))),
    API_KEYS: env.API_KEYS?.some(({ secret }) => callers.some((caller) => caller.secret === secret)),
    JWT_SECRET: env.JWT_SECRET === aboutVariable('JWT_SECRET').example,
  }
  return Object.entries(isExample).flatMap(([name, is]) => (is ? [name] : []))
}
