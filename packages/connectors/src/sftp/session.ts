import type { Session } from '@linkspan/core/connector'
import { sftpChecks } from './connection/checks.ts'
import { createSftpConnection } from './connection/connection.ts'
import { createFolders } from './connection/folders.ts'
import type { SftpContext } from './context.ts'
import { fileChecks } from './inbox/check-files.ts'
import { createFileSource } from './inbox/source.ts'
import { createFileSink } from './outbox/sink.ts'

/** Opens a session with an SFTP server. Makes no call yet. */
export async function openSftpSession(context: SftpContext): Promise<Session> {
  const connection = createSftpConnection(context)
  const folders = createFolders(connection, context.credentials.sftpPath)
  return {
    checks: () => sftpChecks({ context, connection, folders, further: fileChecks(context, connection, folders) }),
    source: (dataType) => createFileSource(context, connection, folders, dataType),
    sink: (dataType) => createFileSink(context, connection, folders, dataType),
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  }
}
