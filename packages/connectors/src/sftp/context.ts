import type { OpenContext } from '@linkspan/core/connector'
import type { SftpCredentials } from './connection/credentials.ts'
import type { SftpSettings } from './settings.ts'

/** What the connector is given to open a session. */
export type SftpContext = OpenContext<SftpSettings, SftpCredentials>
