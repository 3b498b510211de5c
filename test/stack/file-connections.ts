import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { ERPRecord } from '@linkspan/core'
import type { Sshd } from '@linkspan/simulators'
import { sftpCredentials } from './sftp-account.ts'
import type { Stack } from './stack.ts'

type Fields = Readonly<Record<string, unknown>>
export type FileConnections = Awaited<ReturnType<typeof fileConnections>>

/** Returns a function that creates connections, each to a folder of its own on an SFTP server. */
export async function fileConnections(stack: Stack, sshd: Sshd) {
  const { privateKey } = await sshd.authorize('ed25519')
  return async (name: string, settings: Fields = {}, credentials: Fields = {}) => {
    const folder = join(sshd.folder, name)
    await mkdir(folder)
    await sshd.own(folder)
    const { id } = await stack.connect({
      connectionMethod: 'sftp',
      provider: 'Infor',
      credentials: { ...sftpCredentials(sshd, privateKey, folder), ...credentials },
      settings: { enabledDataTypes: ['products', 'orders'], complete: { by: 'immediately' }, retryDelay: 0, ...settings },
    })
    return {
      id,
      privateKey,
      put: async (file: string, text: string | Buffer) => {
        await writeFile(join(folder, file), text)
        await sshd.own(join(folder, file))
      },
      files: async () =>
        (await readdir(folder, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map(({ name }) => name)
          .sort(),
      /** The paths of all files below the folder. */
      paths: async () =>
        (await readdir(folder, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
          .sort(),
      read: (path: string) => readFile(join(folder, path), 'utf8'),
      records: () => stack.client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/products?limit=100`),
    }
  }
}
