import { dnsCheck } from '@linkspan/connector-kit/http/check-endpoint'
import type { CheckStep } from '@linkspan/core/connector'
import type { SftpConnection, SftpConnectionContext } from './connection.ts'
import type { Folders } from './folders.ts'
import { placeOf, readGreeting } from './open-socket.ts'

export interface Checked {
  readonly context: SftpConnectionContext
  readonly connection: SftpConnection
  readonly folders: Folders
  /** What is found in the folders, data type by data type. */
  readonly further: readonly CheckStep[]
}

/** What a connection test goes through. No credential leaves before the host key has proven to be the saved one. */
export function sftpChecks({ context, connection, folders, further }: Checked): readonly CheckStep[] {
  const { credentials } = context
  const { sftpHost: host, sftpPort: port, sftpUsername, sftpPath } = credentials
  const target = { ...context, host, port }
  const url = new URL(`ssh://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`)
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
      run: async () => `The server has the saved host key, ${await connection.hostKey()}`,
    },
    {
      name: 'Authentication',
      essential: true,
      async run() {
        await connection.login()
        return `${sftpUsername} is logged in`
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
