import { AppError } from '@linkspan/core/connector'
import type { FileEntryWithStats, SFTPWrapper } from 'ssh2'
import type SftpClient from 'ssh2-sftp-client'

/** More than any folder that people keep; a listing that does not end must not fill the memory. */
const maxEntries = 250_000
const maxNameCharacters = 64 * 1024 * 1024
const endOfList = 1

/** The library has the SFTP channel, but its types do not declare it. */
interface WithChannel {
  readonly sftp: SFTPWrapper | undefined
}

/** The entries of a folder, as the server gives them. Throws `setup.request-refused` if there are more than anybody can mean. */
export async function listEntries(client: SftpClient, path: string): Promise<readonly FileEntryWithStats[]> {
  const { sftp } = client as unknown as WithChannel
  if (!sftp) throw new Error('No SFTP connection available')
  const handle = await asPromise<Buffer>((done) => sftp.opendir(path, done))
  try {
    const entries: FileEntryWithStats[] = []
    let characters = 0
    for (;;) {
      const some = await nextEntries(sftp, handle)
      if (some === null) return entries
      for (const { filename, longname } of some) characters += filename.length + longname.length
      entries.push(...some)
      if (entries.length > maxEntries || characters > maxNameCharacters) throw tooMany(path)
    }
  } finally {
    sftp.close(handle, () => {})
  }
}

/** Null at the end of the list. */
async function nextEntries(sftp: SFTPWrapper, handle: Buffer): Promise<readonly FileEntryWithStats[] | null> {
  try {
    return await asPromise<FileEntryWithStats[]>((done) => sftp.readdir(handle, done))
  } catch (thrown) {
    if ((thrown as { readonly code?: unknown }).code === endOfList) return null
    throw thrown
  }
}

const asPromise = <Value>(work: (done: (error: Error | undefined, value: Value) => void) => void): Promise<Value> =>
  new Promise((resolve, reject) => work((error, value) => (error ? reject(error) : resolve(value))))

const tooMany = (path: string): AppError =>
  new AppError('setup.request-refused', `${path} lists more than ${maxEntries} files, or names without end: move old files away`)
