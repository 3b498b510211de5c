import { z } from 'zod'
import type { Connector } from '../connector/connector.ts'
import { secret, secretFields } from '../connector/secret-fields.ts'
import { AppError } from '../kernel/errors.ts'
import { type Issue, toIssues } from '../kernel/issues.ts'
import { oncePerObject } from '../kernel/once-per-object.ts'
import type { Sealed, SecretBox } from '../kernel/secret-box.ts'
import { ConnectionSettings } from './connection.ts'
import { mask, sealingContext } from './sealing.ts'

type Fields = Readonly<Record<string, unknown>>

/** New fields without those that are null, which are as good as absent. */
export const withoutNulls = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))

/** Zod compiles a schema when it first parses with it, so each is made only once. */
const strict = oncePerObject((schema: z.ZodObject) => schema.strict())

function parse<Schema extends z.ZodObject>(schema: Schema, value: unknown, name: string): z.output<Schema> {
  const result = strict(schema).safeParse(value)
  if (result.success) return result.data as z.output<Schema>
  const issues: Issue[] = toIssues(result.error, name, Object.keys(schema.shape).sort())
  const [first] = issues
  throw new AppError('request.invalid', `The ${name} are not valid: ${first?.path} ${first?.message}`, { details: { issues } })
}

const webhookSecret = secret(
  z
    .string()
    .trim()
    .max(500)
    .refine((text) => text === mask || text.length >= 16, 'must have at least 16 characters')
    .describe('What the ERP proves its events by.')
    .optional(),
)

/** The connector's own credentials, with those that every connection may have. */
export const credentialsSchema = oncePerObject(({ credentials }: Pick<Connector, 'credentials'>) =>
  credentials.safeExtend({ webhookSecret }),
)

/** The common settings with the connector's own; with `product` if that chooses the connector. */
export const settingsSchema = oncePerObject(({ product, settings }: Connector) => {
  const choice =
    product === undefined ? {} : { product: z.literal(product).optional().describe('Which of the systems of this provider it is.') }
  return ConnectionSettings.extend({ ...choice, ...settings.shape })
})

/** Validates the common settings and the connector's own, and fills in defaults. By default all its data types are enabled. Throws `request.invalid`. */
export function parseSettings(connector: Connector, settings: Fields): ConnectionSettings {
  const enabled = { enabledDataTypes: Object.keys(connector.capabilities) }
  return parse(settingsSchema(connector), { ...enabled, ...settings }, 'settings') as ConnectionSettings
}

export interface StoredCredentials {
  readonly credentials: Fields
  readonly sealed: Readonly<Record<string, Sealed>>
}

/**
 * Validates credentials against the connector's schema, and splits them: secrets are sealed, the other fields stay readable.
 * A masked secret keeps its sealed value. Throws `request.invalid` if a field is not valid, or a masked secret was never stored.
 */
export function sealCredentials(
  connector: Connector,
  given: Fields,
  before: StoredCredentials,
  { box, connectionId }: { readonly box: SecretBox; readonly connectionId: string },
): StoredCredentials {
  const schema = credentialsSchema(connector)
  const secrets = new Set(secretFields(schema))
  const kept = (field: string, value: unknown) => value === mask && secrets.has(field)
  const lost = Object.entries(given).filter(([field, value]) => kept(field, value) && !before.sealed[field])
  if (lost.length > 0) {
    const issues = lost.map(([field]) => ({ path: `credentials.${field}`, message: 'is masked, but no such secret is stored; enter it' }))
    throw new AppError('request.invalid', `The credentials are not valid: ${issues[0]?.path} ${issues[0]?.message}`, {
      details: { issues },
    })
  }

  const parsed = parse(schema, given, 'credentials') as Fields
  const open = Object.entries(parsed).filter(([field]) => !secrets.has(field))
  const sealed = Object.entries(parsed)
    .filter(([field, value]) => secrets.has(field) && value !== undefined)
    .map(([field, value]) => [
      field,
      kept(field, given[field]) ? (before.sealed[field] as Sealed) : box.seal(String(value), sealingContext(connectionId, field)),
    ])
  return { credentials: Object.fromEntries(open), sealed: Object.fromEntries(sealed) }
}
