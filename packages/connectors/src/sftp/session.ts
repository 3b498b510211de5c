import type { OpenContext, Session } from '@linkspan/core'
import { fileChecks } from './check-files.ts'
import { sftpChecks } from './checks.ts'
import type { SftpCredentials } from './credentials.ts'
import { createFolders } from './folders.ts'
import { createLink } from './link.ts'
import type { SftpSettings } from './settings.ts'
import { createFileSink } from './sink.ts'
import { createFileSource } from './source.ts'

export type SftpContext = OpenContext<SftpSettings, SftpCredentials>

/** Opens a session with a server of files; calls nobody yet. */
export async function openSftpSession(context: SftpContext): Promise<Session> {
  const link = createLink(context)
  const folders = createFolders(link, context.credentials.sftpPath)
  return {
    checks: () => sftpChecks({ context, link, folders, further: fileChecks(context, link, folders) }),
    source: (dataType) => createFileSource(context, link, folders, dataType),
    sink: (dataType) => createFileSink(context, link, folders, dataType),
    [Symbol.asyncDispose]: () => link[Symbol.asyncDispose](),
  }
}
