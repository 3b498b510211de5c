import type { Connection } from '../connections/connection.ts'
import { type DataTypeId, dataTypes } from '../records/data-types.ts'
import { describeCause, isOfHost } from './causes.ts'
import type { IncidentCause, Severity } from './incident.ts'
import type { Observation, Subjects } from './observation.ts'

/** What incidents need to know of a connection. */
export interface WatchedConnection {
  readonly id: string
  readonly name: string
  /** Name and port of the host that it calls; null if it is not known. */
  readonly host: string | null
}

export const watchedConnection = ({ id, name, credentials }: Pick<Connection, 'id' | 'name' | 'credentials'>): WatchedConnection => ({
  id,
  name,
  host: hostOf(credentials),
})

/** The host in the credentials of a connection, with its port unless that is the usual one. */
function hostOf({ apiUrl, doiEndpoint, sftpHost, sftpPort = 22 }: Readonly<Record<string, unknown>>): string | null {
  const url = apiUrl ?? doiEndpoint
  if (typeof url === 'string' && URL.canParse(url)) return new URL(url).host
  if (typeof sftpHost !== 'string') return null
  return sftpPort === 22 ? sftpHost.toLowerCase() : `${sftpHost.toLowerCase()}:${sftpPort}`
}

/** What was found wrong with a connection. */
export interface ConnectionTrouble {
  readonly cause: IncidentCause
  /** What is in trouble, by the names of `parts`. */
  readonly parts: readonly string[]
  readonly message: string
  /** When it happened; ISO 8601. */
  readonly at: string
  readonly dataType?: DataTypeId | undefined
  readonly runId?: string | undefined
  /** Default: the severity of the cause. */
  readonly severity?: Severity
  /** Parts whose trouble would explain this one. */
  readonly consequenceOf?: readonly string[]
}

/** The observation of something that is wrong with a connection. */
export function observeConnection(connection: WatchedConnection, trouble: ConnectionTrouble): Observation {
  const { cause, dataType, consequenceOf = [], ...rest } = trouble
  const { title, ...known } = describeCause(cause)
  const host = isOfHost(cause) ? (connection.host ?? undefined) : undefined
  return {
    ...known,
    ...rest,
    kind: 'observe',
    key: isOfHost(cause) ? `${host ?? connection.id}/unavailable` : `${connection.id}/${cause}`,
    cause,
    connectionId: connection.id,
    host,
    dataType,
    consequenceOf,
    title: `${title}: {subject}`,
    subjects: subjectsOf(connection, dataType),
  }
}

function subjectsOf({ name, host }: WatchedConnection, dataType: DataTypeId | undefined): Subjects {
  const connection = `"${name}"`
  return {
    one: dataType === undefined ? connection : `${dataTypes[dataType].title.toLowerCase()} of ${connection}`,
    connection,
    many: `{count} connections${host === null ? '' : ` to ${host}`}`,
  }
}

/** What was found wrong with something that belongs to no connection, as a webhook. */
export interface InstallationTrouble extends Pick<ConnectionTrouble, 'cause' | 'parts' | 'message' | 'at'> {
  /** What the title names: an address, say. */
  readonly subject: string
}

export function observeInstallation({ subject, ...trouble }: InstallationTrouble): Observation {
  const { title, ...known } = describeCause(trouble.cause)
  const subjects = { one: subject, connection: subject, many: subject }
  return {
    ...known,
    ...trouble,
    kind: 'observe',
    key: `${trouble.parts[0]}/${trouble.cause}`,
    consequenceOf: [],
    title: `${title}: {subject}`,
    subjects,
  }
}
