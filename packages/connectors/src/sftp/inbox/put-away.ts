import { posix } from 'node:path'
import type { RemoteFile } from '../connection/folders.ts'
import { hashUpTo } from './content-hash.ts'
import type { FinishContext } from './finished-file.ts'
import { isSame } from './processed-files.ts'
import { isRefused } from './write-report.ts'

/** What to do with a file: move it into a folder (its path below `sftpPath`), delete it, or leave it. */
export type Destination = { readonly folder: string } | 'delete' | 'leave'

/** `away`: it is no longer in its folder. `stays`: it is. `changed`: another content is there by now, which is yet to be read. */
export interface PutAway {
  readonly became: 'away' | 'stays' | 'changed'
  readonly warning: string | null
}

/** Moves or deletes a finished file, unless it has changed. Moves it back if it has changed at that very moment. */
export async function putAway(file: RemoteFile, sha256: string, to: Destination, context: FinishContext): Promise<PutAway> {
  const { folders, plan } = context
  const folder = await folders.resolve(plan.folder)
  const path = posix.join(folder, file.name)
  const there = await folders.look(path)
  if (there === null) return { became: 'away', warning: null }
  if (!isSame(there, file)) return changed(file.name)
  if (to === 'leave') return { became: 'stays', warning: null }
  try {
    if (to === 'delete') await folders.remove(path)
    else {
      const moved = await folders.move(path, await folders.ensure(to.folder), file.name)
      if (await isOther(moved, file, sha256, context)) {
        await folders.move(moved, folder, file.name)
        return changed(file.name)
      }
    }
    return { became: 'away', warning: null }
  } catch (thrown) {
    if (!isRefused(thrown)) throw thrown
    return { became: 'stays', warning: `${file.name} could not be moved; it will not be read again (${thrown.message})` }
  }
}

const changed = (name: string): PutAway => ({
  became: 'changed',
  warning: `${name} has changed while it was read: it will be read again from the beginning once it is complete`,
})

/** Whether a moved file differs from what was read. Some servers copy a file to move it, and give the copy a new time. */
async function isOther(path: string, file: RemoteFile, sha256: string, { folders, connection }: FinishContext): Promise<boolean> {
  const moved = await folders.look(path)
  if (moved === null || isSame(moved, file)) return false
  if (moved.size !== file.size || sha256 === '') return moved.size !== file.size
  return (await hashUpTo(connection, path, null)).digest('hex') !== sha256
}

/** Moves or deletes the trigger or checksum file of a finished file. Returns a warning if it cannot. */
export async function putCompanionAway(name: string, to: Destination, { folders, plan }: FinishContext): Promise<string | null> {
  const path = posix.join(await folders.resolve(plan.folder), name)
  if (to === 'leave' || (await folders.look(path)) === null) return null
  try {
    if (to === 'delete') await folders.remove(path)
    else await folders.move(path, await folders.ensure(to.folder), name)
    return null
  } catch (thrown) {
    if (!isRefused(thrown)) throw thrown
    return `${name} could not be moved (${thrown.message})`
  }
}
