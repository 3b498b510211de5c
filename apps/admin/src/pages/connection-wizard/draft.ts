import type { ConnectionDraft } from '../../api/connection-tests.ts'
import type { NewConnection } from '../../api/connections.ts'
import type { JsonSchema } from '../../api/json-schema.ts'
import type { ConflictPolicy, DataType } from '../../api/names.ts'
import type { Provider } from '../../api/providers.ts'
import { fieldNames, secretNames } from '../../forms/schema-form/schema.ts'
import type { Values } from '../../forms/schema-form/values.ts'

export type SignInKind = Provider['signIn'][number]['kind']

/** A connection that is being made. */
export interface Draft {
  readonly name: string
  readonly provider?: Provider['provider']
  /** The method and the product, see `wayOf`. */
  readonly way?: string
  readonly credentials: Values
  /** The chosen way to sign in; `all` shows the fields of each. */
  readonly signIn?: SignInKind | 'all'
  readonly settings: Values
  /** The data types that are exchanged both ways, and who wins if both sides change the same. */
  readonly policies: Readonly<Partial<Record<DataType, ConflictPolicy>>>
  readonly clientId: string
}

export const emptyDraft: Draft = { name: '', credentials: {}, settings: {}, policies: {}, clientId: '' }

/** What tells the connectors of one provider apart. */
export const wayOf = ({ connectionMethod, product }: Pick<Provider, 'connectionMethod' | 'product'>): string =>
  [connectionMethod, product].filter(Boolean).join(' ')

/** The connector that a draft has chosen; if it names no product, the first of its method, as the API does. */
export function chosen({ provider, way }: Draft, providers: readonly Provider[]): Provider | undefined {
  const own = providers.filter((one) => one.provider === provider)
  return own.find((one) => wayOf(one) === way) ?? own.find(({ connectionMethod }) => connectionMethod === way)
}

/** Another choice begins with its own defaults; what has a field of the same name is kept. */
export function choose(draft: Draft, { provider, way }: Pick<Draft, 'provider' | 'way'>, providers: readonly Provider[]): Draft {
  const own = providers.filter((one) => one.provider === provider)
  const next = own.find((one) => wayOf(one) === way) ?? own[0]
  if (!next) return draft
  const keep = (values: Values, { properties = {} }: JsonSchema) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => name in properties && name !== 'product' && name !== 'enabledDataTypes'))
  const { signIn: _, ...kept } = draft
  return {
    ...kept,
    provider: next.provider,
    way: wayOf(next),
    credentials: keep(draft.credentials, next.credentials),
    settings: {
      ...keep(draft.settings, next.settings),
      ...(next.product !== undefined && { product: next.product }),
      enabledDataTypes: next.dataTypes.filter(({ directions }) => directions.includes('pull')).map(({ dataType }) => dataType),
    },
    policies: {},
  }
}

/** The fields of the chosen way to sign in, or of the commonest one, with those of no way and those that hold something. */
export function accessFields({ credentials, signIn }: Draft, provider: Provider): readonly string[] {
  const all = fieldNames(provider.credentials).filter((name) => name !== 'webhookSecret')
  const way = provider.signIn.find(({ kind }) => kind === signIn) ?? provider.signIn[0]
  if (signIn === 'all' || !way) return all
  const ofWays = new Set(provider.signIn.flatMap(({ fields }) => fields))
  return all.filter((name) => !ofWays.has(name) || way.fields.includes(name) || credentials[name] !== undefined)
}

export const toTest = ({ credentials, settings }: Draft, { provider, connectionMethod: method }: Provider): ConnectionDraft => ({
  provider,
  method,
  credentials,
  settings,
})

export const toConnection = (draft: Draft, { provider, connectionMethod }: Provider, isActive: boolean): NewConnection => ({
  name: draft.name,
  provider,
  connectionMethod,
  credentials: draft.credentials,
  settings: draft.settings,
  status: isActive ? 'active' : 'inactive',
})

/** The draft without its secrets: only that may be kept by the browser. */
export function withoutSecrets(draft: Draft, provider: Provider | undefined): Draft {
  if (!provider) return { ...draft, credentials: {}, settings: {} }
  const without = (values: Values, schema: JsonSchema) => {
    const secrets = secretNames(schema)
    return Object.fromEntries(Object.entries(values).filter(([name]) => !secrets.includes(name)))
  }
  return {
    ...draft,
    credentials: without(draft.credentials, provider.credentials),
    settings: without(draft.settings, provider.settings),
  }
}
