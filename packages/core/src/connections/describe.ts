import { z } from 'zod'
import type { ConnectorRegistry } from '../connector/connector.ts'
import { type Connector, connectionMethods, directionsOf, providers, signInKinds } from '../connector/connector.ts'
import { secretFields } from '../connector/secret-fields.ts'
import { DataTypeId } from '../records/data-types.ts'
import { credentialsSchema, settingsSchema } from './credentials.ts'

const FieldSource = z.object({
  field: z.string().describe('The canonical field, or `id` for the id of the record.'),
  sources: z.array(z.string()).describe('Names or paths in the row of the ERP. If one is enough, the first that has a value is taken.'),
  note: z.string().optional().describe('How the value is made, if it is not simply copied.'),
})

/** What an administration interface needs to draw the form of a connection. */
export const ERPProvider = z
  .object({
    provider: z.enum(providers),
    connectionMethod: z.enum(connectionMethods),
    product: z
      .string()
      .optional()
      .describe(
        'The value of `settings.product` that chooses this connector, if the provider has several; the first listed is the default.',
      ),
    connector: z.string(),
    title: z.string(),
    credentials: z.record(z.string(), z.unknown()).describe('JSON Schema of `credentials`; a secret field has `"secret": true`.'),
    secretFields: z.array(z.string()),
    signIn: z
      .array(
        z.object({
          kind: z
            .enum(signInKinds)
            .describe(
              'password: user and password · api-key · token: one that was made elsewhere · client-credentials: of OAuth 2.0 · certificate: of TLS · key-pair: Linkspan signs with the private key · assertion: a signed one that was made elsewhere · token-pairs: OAuth 1.0a.',
            ),
          fields: z.array(z.string()).describe('The fields of `credentials` that it needs or may have.'),
        }),
      )
      .describe('The ways to sign in, the commonest first. Fields of no way belong to all of them. Empty if there is only one way.'),
    settings: z.record(z.string(), z.unknown()).describe('JSON Schema of `settings`.'),
    choices: z
      .array(z.object({ field: z.string(), title: z.string().describe('What is listed.') }))
      .describe('The fields of `settings` whose values `GET /erp/connections/{id}/choices/{field}` lists from the ERP.'),
    dataTypes: z.array(
      z.object({
        dataType: DataTypeId,
        directions: z.array(z.enum(['pull', 'push', 'bidirectional'])),
        incremental: z.boolean(),
        fieldSources: z.array(FieldSource).describe("The connector's own mapping. A `fieldMapping` takes precedence over it."),
      }),
    ),
  })
  .meta({ id: 'ERPProvider' })
export type ERPProvider = z.infer<typeof ERPProvider>

const toJsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>

const toFieldSources = ({ fieldSources }: Connector, dataType: DataTypeId) =>
  (fieldSources?.[dataType] ?? []).map((one) => ({ ...one, sources: [...one.sources] }))

const describe = (connector: Connector): Omit<ERPProvider, 'provider'> => ({
  connectionMethod: connector.method,
  ...(connector.product !== undefined && { product: connector.product }),
  connector: connector.id,
  title: connector.title,
  credentials: toJsonSchema(credentialsSchema(connector)),
  secretFields: [...secretFields(credentialsSchema(connector))],
  signIn: (connector.signIn ?? []).map(({ kind, fields }) => ({ kind, fields: [...fields] })),
  settings: toJsonSchema(settingsSchema(connector)),
  choices: Object.entries(connector.choices ?? {}).map(([field, title]) => ({ field, title })),
  dataTypes: Object.entries(connector.capabilities).map(([dataType, { pull }]) => ({
    dataType: dataType as DataTypeId,
    directions: directionsOf(connector, dataType as DataTypeId),
    incremental: pull === 'incremental',
    fieldSources: toFieldSources(connector, dataType as DataTypeId),
  })),
})

/** Describes every combination of provider, method and product that has a connector. */
export const describeProviders = (registry: ConnectorRegistry): ERPProvider[] =>
  providers.flatMap((provider) =>
    connectionMethods.flatMap((method) => registry.serving(provider, method).map((connector) => ({ provider, ...describe(connector) }))),
  )
