import type { Fields } from './document.ts'
import { CliError } from './problem.ts'

/** What the API shows in place of a secret. Sent back, it leaves the secret as it is. */
export const mask = '********'

const variable = /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/

/** The environment variable that a value names, as in `${SAP_PASSWORD}`; null if it names none. */
export const variableIn = (value: unknown): string | null => (typeof value === 'string' ? (variable.exec(value)?.[1] ?? null) : null)

/** Credentials to send: values that name a variable are replaced by it, and masked ones stay as they are. Throws if a variable is not set. */
export function withSecrets(credentials: Fields, environment: NodeJS.ProcessEnv): Fields {
  return Object.fromEntries(
    Object.entries(credentials).map(([field, value]) => {
      const name = variableIn(value)
      if (name === null) return [field, value]
      const secret = environment[name]
      if (secret === undefined || secret === '') throw new CliError(`The environment variable ${name} is not set: "${field}" needs it`)
      return [field, secret]
    }),
  )
}

/** Credentials of a connection that exists, without those that the file does not know either: they stay as they are. */
export const withoutSecrets = (credentials: Fields): Fields =>
  Object.fromEntries(Object.entries(credentials).filter(([, value]) => variableIn(value) === null && value !== mask))
