import { createHash } from 'node:crypto'
import { AppError } from '@linkspan/core/connector'
import type { SftpConnection } from '../connection/connection.ts'
import type { CompleteFile } from './complete-files.ts'

export type HashAlgorithm = 'sha256' | 'sha1' | 'md5'

/** Hashes a file, or its first `until` bytes. Returns the open hash, so that more can be added. */
export async function hashUpTo(connection: SftpConnection, path: string, until: number | null, algorithm: HashAlgorithm = 'sha256') {
  const hash = createHash(algorithm)
  if (until === 0) return hash
  let left = until ?? Number.POSITIVE_INFINITY
  for await (const chunk of connection.read(path, 0)) {
    hash.update(chunk.length <= left ? chunk : chunk.subarray(0, left))
    left -= chunk.length
    if (left <= 0) break
  }
  return hash
}

const maxChecksumFileBytes = 4096

/**
 * Throws `file.unreadable` if a file differs from its checksum file: `hash`, or `hash  name` as common tools write it
 * (docs/erp/sftp-files.md#complete-files).
 */
export async function assertChecksum(connection: SftpConnection, folder: string, { name, companion = '' }: CompleteFile): Promise<void> {
  const fail = (reason: string): never => {
    throw new AppError('file.unreadable', `${name}: ${reason}`, { details: { file: name, checksum: companion } })
  }
  const algorithm = /\.(sha256|sha1|md5)$/i.exec(companion)?.[1]?.toLowerCase() as HashAlgorithm | undefined
  if (algorithm === undefined) return
  let text = ''
  for await (const chunk of connection.read(`${folder}/${companion}`, 0)) {
    text += chunk.toString('utf8')
    if (text.length > maxChecksumFileBytes) fail(`${companion} is too long to be a checksum file`)
  }
  const lines = text.split(/\r?\n/).map((line) => /^\\?([0-9a-f]{32,64})(?:[ \t]+[ *]?(.+?))?\s*$/i.exec(line.replace(/^\uFEFF/, '')))
  const line = lines.find((found) => found && (found[2] === undefined || found[2].split('/').at(-1) === name)) ?? null
  if (line === null) return fail(`${companion} has no checksum for it`)
  const actual = (await hashUpTo(connection, `${folder}/${name}`, null, algorithm)).digest('hex')
  if (actual !== line[1]?.toLowerCase()) fail(`its ${algorithm} differs from the one in ${companion}: it is cut off or damaged`)
}
