import { dnsCheck } from '@linkspan/connector-kit/http/check-endpoint'
import type { CheckStep } from '@linkspan/core/connector'
import type { SftpConnection } from './connection.ts'
import type { Folders } from './folders.ts'
import type { SftpConnectionContext } from './open-session.ts'
import { placeOf, readGreeting } from './open-socket.ts'

interface Checked {
  readonly context: SftpConnectionContext
  readonly connection: SftpConnection
  readonly folders: Folders
  /** Steps to run once the folder is known to be there. */
  readonly further: readonly CheckStep[]
}

/** The steps of a connection test. No credential is sent before the server has shown the saved host key. */
export function sftpChecks({ context, connection, folders, further }: Checked): readonly CheckStep[] {
  const { credentials } = context
  const { sftpHost: host, sftpPort: port, sftpUsername, sftpPath } = credentials
  const target = { ...context, host, port }
  const url = new URL(`ssh://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`)
  let hostKey: string | undefined
  return [
    dnsCheck({ ...target, url }),
    {
      name: 'TCP',
      essential: true,
      async run() {
        const begun = performance.now()
        const greeting = await readGreeting(target)
        return `Connected to ${placeOf(target)} in ${Math.round(performance.now() - begun)} ms: ${greeting}`
      },
    },
    {
      name: 'Host key',
      essential: true,
      async run() {
        hostKey = await connection.hostKey()
        return `The server shows the saved host key, ${hostKey}`
      },
      facts: () => (hostKey === undefined ? {} : { hostKey }),
    },
    {
      name: 'Authentication',
      essential: true,
      async run() {
        await connection.login()
        return `Logged in as ${sftpUsername}`
      },
    },
    {
      name: 'Folder',
      essential: true,
      async run() {
        const path = await folders.resolve('.')
        const files = await folders.list(path)
        return `${sftpPath} is ${path}, with ${files.length} files`
      },
    },
    ...further,
  ]
}
