import type { Connector } from '../connector/connector.ts'
import type { SecretBox } from '../kernel/secret-box.ts'
import type { Connection } from './connection.ts'
import { parseSettings, sealCredentials } from './credentials.ts'
import { type ReadableFields, throwIfPlainSecrets } from './plain-secrets.ts'
import { sealSettings } from './secret-settings.ts'

/** Validates fields, and splits them into what stays readable and what is sealed. Throws `request.invalid`. */
export function sealFields(
  connector: Connector,
  connectionId: string,
  given: ReadableFields,
  before: Connection | null,
  box: SecretBox,
): Pick<Connection, 'credentials' | 'settings' | 'sealed'> {
  const options = { box, connectionId }
  const { credentials, sealed } = sealCredentials(connector, given.credentials, before ?? { credentials: {}, sealed: {} }, options)
  const split = sealSettings(connector, parseSettings(connector, given.settings), before?.sealed ?? {}, options)
  throwIfPlainSecrets(connector, { credentials, settings: split.settings }, before)
  return { credentials, settings: split.settings, sealed: { ...sealed, ...split.sealed } }
}
