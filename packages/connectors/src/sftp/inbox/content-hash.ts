import { createHash } from 'node:crypto'
import { AppError } from '@linkspan/core/connector'
import type { SftpConnection } from '../connection/connection.ts'
import type { CompleteFile } from './complete-files.ts'

export type HashAlgorithm = 'sha256' | 'sha1' | 'md5'

/** The hash of a file's bytes, or of the first `until` of them, as a hash that can go on. */
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
 * Compares a file with the checksum beside it: the hash alone, or followed by a file name (docs/erp/sftp-files.md#complete-files).
 */
export async function assertChecksum(connection: SftpConnection, folder: string, { name, companion = '' }: CompleteFile): Promise<void> {
  const refuse = (words: string): never => {
    throw new AppError('file.unreadable', `${name}: ${words}`, { details: { file: name, checksum: companion } })
  }
  const algorithm = /\.(sha256|sha1|md5)$/i.exec(companion)?.[1]?.toLowerCase() as HashAlgorithm | undefined
  if (algorithm === undefined) return
  let text = ''
  for await (const chunk of connection.read(`${folder}/${companion}`, 0)) {
    text += chunk.toString('utf8')
    if (text.length > maxChecksumFileBytes) refuse(`${companion} is too long for a checksum`)
  }
  const lines = text.split(/\r?\n/).map((line) => /^\\?([0-9a-f]{32,64})(?:[ \t]+[ *]?(.+?))?\s*$/i.exec(line.replace(/^\uFEFF/, '')))
  const line = lines.find((found) => found && (found[2] === undefined || found[2].split('/').at(-1) === name)) ?? null
  if (line === null) return refuse(`${companion} has no checksum of it`)
  const actual = (await hashUpTo(connection, `${folder}/${name}`, null, algorithm)).digest('hex')
  if (actual !== line[1]?.toLowerCase()) refuse(`its ${algorithm} is not the one in ${companion}: it is cut off or damaged`)
}
