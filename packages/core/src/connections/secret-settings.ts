import type { Connector } from '../connector/connector.ts'
import { secretFields } from '../connector/secret-fields.ts'
import { AppError } from '../kernel/errors.ts'
import { isFields } from '../kernel/is-fields.ts'
import type { Sealed, SecretBox } from '../kernel/secret-box.ts'
import { mask, sealingContext } from './sealing.ts'

type Fields = Readonly<Record<string, unknown>>
type SealedFields = Readonly<Record<string, Sealed>>

/** Begins the names of sealed settings among a connection's sealed fields. No credential has a dot in its name. */
const prefix = 'settings.'

export const isSealedSetting = (name: string): boolean => name.startsWith(prefix)

const sealedName = (field: string, entry: string): string => `${prefix}${field}.${entry}`

/** Settings with the values of sealed entries in their places, as in `{ secretHeaders: { 'X-Key': value } }`. */
export function withSealedSettings<Settings extends Fields>(settings: Settings, sealed: Fields): Settings & Fields {
  const records: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(sealed)) {
    if (!isSealedSetting(name)) continue
    const [, field = '', entry = ''] = /^([^.]*)\.(.*)$/s.exec(name.slice(prefix.length)) ?? []
    const entries = records[field]
    records[field] = { ...(isFields(entries) && entries), [entry]: value }
  }
  return { ...settings, ...records }
}

/** Settings as the API shows them. */
export const maskSettings = <Settings extends Fields>(settings: Settings, sealed: SealedFields): Settings & Fields =>
  withSealedSettings(settings, Object.fromEntries(Object.keys(sealed).map((name) => [name, mask])))

export interface SplitSettings<Settings> {
  /** What stays readable. */
  readonly settings: Settings
  readonly sealed: SealedFields
}

/**
 * Splits valid settings: each entry of a record that the connector marks as secret is sealed by itself. A masked one keeps its sealed value.
 * Throws `request.invalid` if a masked one was never stored.
 */
export function sealSettings<Settings extends Fields>(
  connector: Connector,
  settings: Settings,
  before: SealedFields,
  { box, connectionId }: { readonly box: SecretBox; readonly connectionId: string },
): SplitSettings<Settings> {
  const sealed: Record<string, Sealed> = {}
  const marked = secretFields(connector.settings)
  for (const field of marked) {
    const entries = settings[field]
    for (const [entry, value] of Object.entries(isFields(entries) ? entries : {})) {
      const name = sealedName(field, entry)
      const kept = value === mask ? before[name] : box.seal(String(value), sealingContext(connectionId, name))
      if (!kept) throw lostSecret(`settings.${field}.${entry}`)
      sealed[name] = kept
    }
  }
  const readable = { ...settings } as Record<string, unknown>
  for (const field of marked) delete readable[field]
  return { settings: readable as Settings, sealed }
}

function lostSecret(path: string): AppError {
  const message = 'is masked, but no such secret is stored; enter it'
  return new AppError('request.invalid', `The settings are not valid: ${path} ${message}`, { details: { issues: [{ path, message }] } })
}
