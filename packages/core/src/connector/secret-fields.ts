import { z } from 'zod'
import { oncePerObject } from '../kernel/once-per-object.ts'
import type { Connector } from './connector.ts'

/** Marks a credential field as secret: sealed at rest, masked in answers, redacted in logs. */
export const secret = <Schema extends z.ZodType>(schema: Schema): Schema =>
  schema.meta({ ...schema.meta(), secret: true, writeOnly: true }) as Schema

/** Whether a field is marked itself, or `.optional()`, `.default()` and the like wrap a marked one. */
function isSecret(field: z.core.$ZodType): boolean {
  if (z.globalRegistry.get(field)?.secret === true) return true
  const { innerType, in: input } = field._zod.def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType }
  return (innerType !== undefined && isSecret(innerType)) || (input !== undefined && isSecret(input))
}

/** The names of the fields marked with `secret()`. */
export const secretFields = oncePerObject((credentials: z.ZodObject<z.ZodRawShape>): readonly string[] =>
  Object.entries(credentials.shape)
    .filter(([, field]) => isSecret(field))
    .map(([name]) => name),
)

const soundsSecret = (name: string): boolean => /password|secret|token|key|passphrase/i.test(name) && !/(?:url|id)$/i.test(name)

/** The credential fields that are called like a secret, but neither marked as one nor listed in `publicCredentials`. */
export function unmarkedSecrets({ credentials, publicCredentials = [] }: Pick<Connector, 'credentials' | 'publicCredentials'>): string[] {
  const known: ReadonlySet<string> = new Set([...secretFields(credentials), ...publicCredentials])
  return Object.keys(credentials.shape).filter((name) => soundsSecret(name) && !known.has(name))
}
