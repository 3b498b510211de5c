import type { Connector, ConnectorRegistry } from '../connector/connector.ts'
import { secretFields } from '../connector/secret-fields.ts'
import type { AppError } from '../kernel/errors.ts'
import type { Connection } from './connection.ts'

/** What of an address can be wrong: it, or what stands behind it. */
const ofAddress = new Set([
  'setup.host-unknown',
  'setup.address-forbidden',
  'setup.certificate-untrusted',
  'setup.protocol-unsupported',
  'setup.not-ssh',
  'setup.redirect-refused',
  'remote.unreachable',
])

const ofOneField: Readonly<Record<string, readonly string[]>> = {
  'setup.host-key-unconfirmed': ['credentials.sftpHostFingerprint'],
  'setup.host-key-changed': ['credentials.sftpHostFingerprint'],
  'setup.private-key-unusable': ['credentials.sftpPrivateKey', 'credentials.privateKey', 'credentials.clientKey'],
  'setup.ssh-algorithms': ['settings.legacyAlgorithms'],
  'setup.answer-too-large': ['settings.maxResponseBytes'],
  'remote.timeout': ['settings.timeout'],
}

const addresses = ['apiUrl', 'doiEndpoint', 'sftpHost', 'accountId', 'tenantId']

/**
 * The credential or setting that a failed check most probably blames, as `credentials.apiUrl`; undefined if it blames none. A hint for
 * people: what the error says counts.
 */
export function fieldAtFault(
  error: AppError,
  connection: Connection,
  { connectors, isProbe }: { readonly connectors: ConnectorRegistry; readonly isProbe: boolean },
): string | undefined {
  const connector = connectors.find(connection)
  if (!connector) return 'settings.product'
  const issue = firstIssue(error)
  if (issue !== undefined) return issue
  const known = ofOneField[error.code]
  if (known) return known.find((field) => hasField(connector, field))
  if (ofAddress.has(error.code)) return addressIn(error.message, connection) ?? credential(addresses, connection)
  if (error.code === 'setup.credentials-rejected') return credential(secretFields(connector.credentials), connection)
  if (isProbe) return 'settings.enabledDataTypes'
  if (error.code === 'setup.resource-missing') return credential(['sftpPath', 'apiUrl', 'doiEndpoint'], connection)
  return undefined
}

/** The field that the error itself names. */
function firstIssue({ details }: AppError): string | undefined {
  const [first] = Array.isArray(details.issues) ? (details.issues as { readonly path?: unknown }[]) : []
  return typeof first?.path === 'string' && /^(?:credentials|settings)\./.test(first.path) ? first.path : undefined
}

function hasField(connector: Connector, field: string): boolean {
  const [part, name = ''] = field.split('.')
  return part === 'settings' ? name === 'timeout' || name in connector.settings.shape : name in connector.credentials.shape
}

const isGiven = (name: string, { credentials, sealed }: Connection): boolean => credentials[name] !== undefined || name in sealed

function credential(names: readonly string[], connection: Connection): string | undefined {
  const name = names.find((candidate) => isGiven(candidate, connection))
  return name === undefined ? undefined : `credentials.${name}`
}

/** The address whose host the message names: that of the token server may be another one than that of the ERP. */
function addressIn(message: string, { credentials }: Connection): string | undefined {
  const urls = Object.entries(credentials).flatMap(([name, value]) =>
    typeof value === 'string' && URL.canParse(value) ? [[name, new URL(value)] as const] : [],
  )
  const named = urls.filter(([, { host }]) => host !== '' && message.includes(host))
  const [found] = named.find(([, { pathname }]) => pathname.length > 1 && message.includes(pathname)) ?? named[0] ?? []
  return found === undefined ? undefined : `credentials.${found}`
}
