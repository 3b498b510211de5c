import { posix } from 'node:path'
import { AppError } from '@linkspan/core/connector'
import type { FileStats } from 'ssh2-sftp-client'
import type { SftpConnection } from './connection.ts'
import { listEntries } from './list-entries.ts'
import { isMissing } from './sftp-errors.ts'

/** A file on the server. `mtime` is in milliseconds, though servers only give whole seconds. */
export interface RemoteFile {
  readonly name: string
  readonly size: number
  readonly mtime: number
}

/**
 * The folders of one connection. Nothing outside `sftpPath` is touched, whatever names or links the server has
 * (docs/erp/sftp-files.md#paths).
 */
export interface Folders {
  /** The absolute path of a folder below `sftpPath`. Throws `setup.resource-missing` if there is no such folder. */
  resolve(folder: string): Promise<string>
  /** The same, but creates the folder if it is missing. */
  ensure(folder: string): Promise<string>
  /** The ordinary files of a folder: no folders, no links, no names with path separators. */
  list(path: string): Promise<readonly RemoteFile[]>
  /** The current state of a file; null if it is missing or not an ordinary file. */
  look(path: string): Promise<RemoteFile | null>
  /** Moves a file, under a numbered name if its own is taken in the folder. Returns its new path. */
  move(from: string, toFolder: string, name: string): Promise<string>
  /** Renames a file, replacing any that has the new path. */
  replace(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
}

/** Whether a name stays within its folder and one line: it has no path separators and control characters, and is not "..". */
export const isPlainName = (name: string): boolean => name !== '' && name !== '.' && name !== '..' && !/[/\\\p{Cc}\u2028\u2029]/u.test(name)

const isBelow = (path: string, root: string): boolean => path === root || path.startsWith(root === '/' ? '/' : `${root}/`)

/** For example `products.2.csv` for `products.csv` and 2. */
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
          `${path} leads to ${real}, which is outside ${base}: nothing is read or written there`,
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
            if (!(await exists(whole))) throw thrown // otherwise another process created it meanwhile
          })
      }
      return folders.resolve(folder)
    },
    async list(path) {
      const entries = await connection.call(`Listing ${path}`, (client) => listEntries(client, path))
      const files: RemoteFile[] = []
      for (const { filename: name, longname, attrs } of entries) {
        if (!isPlainName(name)) continue
        const isFile = typedLongName.test(longname) ? !/^[dl]/.test(longname) : (await folders.look(posix.join(path, name))) !== null
        if (isFile) files.push({ name, size: attrs.size, mtime: attrs.mtime * 1000 })
      }
      return files
    },
    async look(path) {
      const stats = await lookAt(path)
      return stats && (stats.isFile || hasNoType(stats.mode))
        ? { name: posix.basename(path), size: stats.size, mtime: stats.modifyTime }
        : null
    },
    async move(from, toFolder, name) {
      for (let number = 1; number <= maxNames; number++) {
        const to = posix.join(toFolder, number === 1 ? name : numbered(name, number))
        if (await exists(to)) continue
        await connection.call(`Moving ${from} to ${to}`, (client) => client.rename(from, to))
        return to
      }
      throw new AppError('setup.request-refused', `${toFolder} has ${maxNames} files named like ${name}: delete some of them`)
    },
    async replace(from, to) {
      const what = `Moving ${from} to ${to}`
      try {
        await connection.call(what, (client) => client.posixRename(from, to))
      } catch (thrown) {
        if (!isUnsupported(thrown)) throw thrown
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

/** The library has `lstat`, which does not follow links, but its types do not declare it. */
interface WithLstat {
  lstat(path: string): Promise<FileStats>
}

/** Whether the server lacks an extension. If it never announced it, the library throws an error that has only a message. */
const isUnsupported = (thrown: unknown): boolean => {
  const cause = thrown instanceof AppError ? (thrown.cause as { readonly message?: string } | undefined) : undefined
  return (
    thrown instanceof AppError && (thrown.code === 'setup.request-refused' || /does not support|unsupported/i.test(cause?.message ?? ''))
  )
}

/** A long name as "ls -l" writes it, which begins with the type. Some servers give the bare name only. */
const typedLongName = /^[-dlbcps][-rwxsStT]{9}/

/** Whether the attributes lack the bits for the type of the file, as those of some servers do. Folders and links always have them there. */
const hasNoType = (mode: number): boolean => (mode & 0o170_000) === 0
