import type { Connector } from '../connector/connector.ts'
import { secretFields } from '../connector/secret-fields.ts'
import { AppError } from '../kernel/errors.ts'
import type { Issue } from '../kernel/issues.ts'
import { looksSecret } from './looks-secret.ts'

type Fields = Readonly<Record<string, unknown>>

/** A secret in a field that everyone who may read sees. */
export interface PlainSecret extends Issue {
  readonly value: string
}

/** The readable fields of a connection. */
export interface ReadableFields {
  readonly credentials: Fields
  readonly settings: Fields
}

/** Where a secret of this place belongs; undefined if the connector has no field for it. */
type FieldFor = (place: 'header' | 'query', path: string, name: string) => string | undefined

/**
 * The secrets in headers, queries and URLs that a connection shows. Each message names the field to use instead; what the connector has
 * no such field for is left alone. What stands behind the # of a URL is never sent, so a secret there needs no other field.
 */
export function plainSecrets(connector: Connector, { credentials, settings }: ReadableFields): PlainSecret[] {
  const fieldFor = fieldsOf(connector)
  const found: PlainSecret[] = []
  const add = (place: 'header' | 'query', path: string, name: string, value: string, holder = `${path}.${name}`) => {
    const instead = looksSecret(name, value) ? fieldFor(place, path, name) : undefined
    if (instead === undefined) return
    found.push({ path: holder, value, message: `holds a secret ("${name}") that everyone who may read would see: use ${instead} instead` })
  }
  const walk = (value: unknown, path: string, key: string): void => {
    if (typeof value === 'string') {
      for (const [name, text] of queryOf(value)) add('query', path, name, text, path)
      for (const [name, text] of fragmentOf(value)) if (looksSecret(name, text)) found.push({ path, value: text, message: behindHash })
      return
    }
    if (typeof value !== 'object' || value === null) return
    const place = key === 'headers' ? 'header' : key === 'query' ? 'query' : null
    for (const [name, inner] of Object.entries(value)) {
      if (place && typeof inner === 'string') add(place, path, name, inner)
      else walk(inner, `${path}.${name}`, name)
    }
  }
  walk(credentials, 'credentials', '')
  walk(settings, 'settings', '')
  return found
}

const behindHash = 'holds a secret behind its #, which everyone who may read would see, and which is never sent: leave it out'

const tokenUrl = 'credentials.tokenUrl'

function fieldsOf(connector: Connector): FieldFor {
  const settings = secretFields(connector.settings)
  const credentials = secretFields(connector.credentials)
  return (place, path, name) => {
    if (path === tokenUrl)
      return /secret|password/i.test(name) && credentials.includes('clientSecret') ? 'credentials.clientSecret' : undefined
    const field = place === 'header' ? 'secretHeaders' : 'secretQuery'
    return settings.includes(field) ? `settings.${field}` : undefined
  }
}

/** The parameters of a URL or path. Empty for any other text. */
function queryOf(text: string): Iterable<readonly [string, string]> {
  const [, query] = /^[^\s?#]*\?([^\s#]+)/.exec(text.slice(0, 4000)) ?? []
  return query === undefined ? [] : new URLSearchParams(query)
}

/** The parameters behind the # of a URL or path, as in `#access_token=…` and `#/start?key=…`; text alone has no name. */
function fragmentOf(text: string): (readonly [string, string])[] {
  const [, fragment = ''] = /^(?:https?:\/\/|\/)[^\s#]*#(\S+)/i.exec(text.slice(0, 4000)) ?? []
  return [...new URLSearchParams(fragment.replaceAll('?', '&'))].map(([name, value]) => (value === '' ? ['', name] : [name, value]))
}

/**
 * Throws `request.invalid` if readable fields hold a secret. What a connection holds already may stay, so that its other fields can
 * be changed.
 */
export function throwIfPlainSecrets(connector: Connector, after: ReadableFields, before: ReadableFields | null): void {
  const known = new Set(before ? plainSecrets(connector, before).map(toText) : [])
  const issues = plainSecrets(connector, after)
    .filter((secret) => !known.has(toText(secret)))
    .map(({ path, message }) => ({ path, message }))
  const [first] = issues
  if (first) throw new AppError('request.invalid', `${first.path} ${first.message}`, { details: { issues } })
}

const toText = ({ path, message, value }: PlainSecret): string => JSON.stringify([path, message, value])
