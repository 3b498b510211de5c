import { posix } from 'node:path'
import { AppError } from '@linkspan/core/connector'
import type { FileStats } from 'ssh2-sftp-client'
import type { SftpConnection } from './connection.ts'
import { isMissing } from './sftp-errors.ts'

/** A file of a listing, or as it is now. Times in milliseconds; servers give whole seconds. */
export interface RemoteFile {
  readonly name: string
  readonly size: number
  readonly mtime: number
}

/** The folders of one connection. All paths are below `sftpPath`, whatever names or links the server has (docs/erp/sftp-files.md#paths). */
export interface Folders {
  /** The absolute path of a folder below the root; `setup.resource-missing` where there is none. */
  resolve(folder: string): Promise<string>
  /** The same; the folder is made where there is none. */
  ensure(folder: string): Promise<string>
  /** The files of a folder; no folders, no links, no names that lead elsewhere. */
  list(path: string): Promise<readonly RemoteFile[]>
  /** A file as it is now; null where there is none, or it is no ordinary file. */
  look(path: string): Promise<RemoteFile | null>
  /** Moves a file; where the name is taken there, another one is given. Answers the path that it has now. */
  move(from: string, toFolder: string, name: string): Promise<string>
  /** Puts a file there under its name, replacing what has it. */
  replace(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
}

/** A name that is a name, and no way to elsewhere. */
export const isPlainName = (name: string): boolean => name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name)

const isBelow = (path: string, root: string): boolean => path === root || path.startsWith(root === '/' ? '/' : `${root}/`)

/** `products.csv` as `products.2.csv`. */
const numbered = (name: string, number: number): string => {
  const dot = name.indexOf('.', 1)
  return dot === -1 ? `${name}.${number}` : `${name.slice(0, dot)}.${number}${name.slice(dot)}`
}
const maxNames = 1000

export function createFolders(connection: SftpConnection, sftpPath: string): Folders {
  let root: Promise<string> | null = null
  const realPath = async (path: string): Promise<string> => {
    const found = await connection.call(`Opening ${path}`, (client) => client.realPath(path))
    if (!found) throw new AppError('setup.resource-missing', `${path}: there is no such folder`)
    return found
  }
  const rootPath = (): Promise<string> => {
    root ??= realPath(sftpPath)
    return root
  }

  const folders: Folders = {
    async resolve(folder) {
      const base = await rootPath()
      const path = posix.join(base, folder)
      const real = await realPath(path)
      if (!isBelow(real, base) || !isBelow(path, base))
        throw new AppError(
          'setup.permission-missing',
          `${path} leads to ${real}, which is outside of ${base}: nothing is read or written there`,
        )
      return real
    },
    async ensure(folder) {
      let path = ''
      for (const part of posix.normalize(folder).split('/')) {
        path = posix.join(path, part)
        const whole = posix.join(await rootPath(), path)
        if (await exists(whole)) continue
        await connection
          .call(`Making the folder ${whole}`, (client) => client.mkdir(whole))
          .catch(async (thrown) => {
            if (!(await exists(whole))) throw thrown // else somebody else was faster
          })
      }
      return folders.resolve(folder)
    },
    async list(path) {
      const entries = await connection.call(`Listing ${path}`, (client) => client.list(path))
      return entries
        .filter(({ type, name }) => type !== 'd' && type !== 'l' && isPlainName(name))
        .map(({ name, size, modifyTime }) => ({ name, size, mtime: modifyTime }))
    },
    async look(path) {
      const stats = await lookAt(path)
      return stats?.isFile ? { name: posix.basename(path), size: stats.size, mtime: stats.modifyTime } : null
    },
    async move(from, toFolder, name) {
      for (let number = 1; number <= maxNames; number++) {
        const to = posix.join(toFolder, number === 1 ? name : numbered(name, number))
        if (await exists(to)) continue
        await connection.call(`Moving ${from} to ${to}`, (client) => client.rename(from, to))
        return to
      }
      throw new AppError('setup.request-refused', `${toFolder} has ${maxNames} files named like ${name}: clear it up`)
    },
    async replace(from, to) {
      const what = `Moving ${from} to ${to}`
      try {
        await connection.call(what, (client) => client.posixRename(from, to))
      } catch (thrown) {
        if (!isUnoffered(thrown)) throw thrown
        await folders.remove(to)
        await connection.call(what, (client) => client.rename(from, to))
      }
    },
    async remove(path) {
      await connection
        .call(`Deleting ${path}`, (client) => client.delete(path))
        .catch((thrown) => {
          if (!isMissing(thrown)) throw thrown
        })
    },
  }

  async function lookAt(path: string) {
    try {
      return await connection.call(`Looking at ${path}`, (client) => (client as unknown as WithLstat).lstat(path))
    } catch (thrown) {
      if (isMissing(thrown)) return null
      throw thrown
    }
  }
  const exists = async (path: string): Promise<boolean> => (await lookAt(path)) !== null

  return folders
}

/** The library has it, its types do not: what a connection is, not what it leads to. */
interface WithLstat {
  lstat(path: string): Promise<FileStats>
}

/** The library throws plain words where the server has not announced the extension. */
const isUnoffered = (thrown: unknown): boolean => {
  const cause = thrown instanceof AppError ? (thrown.cause as { readonly message?: string } | undefined) : undefined
  return (
    thrown instanceof AppError && (thrown.code === 'setup.request-refused' || /does not support|unsupported/i.test(cause?.message ?? ''))
  )
}
