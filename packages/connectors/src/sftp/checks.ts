import type { CheckStep } from '@linkspan/core'
import { dnsCheck } from '../http/check-endpoint.ts'
import type { Folders } from './folders.ts'
import type { LinkContext, SftpLink } from './link.ts'
import { placeOf, readGreeting } from './open-socket.ts'

export interface Checked {
  readonly context: LinkContext
  readonly link: SftpLink
  readonly folders: Folders
  /** What is found in the folders, data type by data type. */
  readonly further: readonly CheckStep[]
}

/** What a connection test goes through. No credential leaves before the host key has proven to be the saved one. */
export function sftpChecks({ context, link, folders, further }: Checked): readonly CheckStep[] {
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
      run: async () => `The server has the saved host key, ${await link.hostKey()}`,
    },
    {
      name: 'Authentication',
      essential: true,
      async run() {
        await link.login()
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
