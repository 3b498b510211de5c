import type { ConnectorState, DataTypeId } from '@linkspan/core/connector'
import { z } from 'zod'
import type { RemoteFile } from '../connection/folders.ts'
import { SentFile, sentNamePrefix, sentPrefix } from '../outbox/sent-files.ts'

/** What is remembered of a processed file. */
export const ProcessedFile = z.object({
  size: z.int(),
  mtime: z.number(),
  sha256: z.string(),
  /** When it was finished, ISO 8601. */
  at: z.string(),
  rows: z.int(),
  /** Its rows were stored; it had the content of another file; a newer full export replaced it; it could not be read. */
  as: z.enum(['stored', 'duplicate', 'superseded', 'unreadable']),
})
export type ProcessedFile = z.infer<typeof ProcessedFile>

const retentionMs = 400 * 86_400_000
const pruneIntervalMs = 7 * 86_400_000
const batchSize = 1000

/**
 * The processed files of a data type, by name and by content (docs/erp/sftp-files.md#the-same-file-again). Kept as long as the connection.
 */
export interface ProcessedFiles {
  /** The processed files among these names. */
  read(names: readonly string[]): Promise<ReadonlyMap<string, ProcessedFile>>
  /** Whether a stored file had this size. If none had, no file of this size can be a duplicate. */
  knowsSize(size: number): Promise<boolean>
  /** `ever`: this content was stored before. `latest`: and no other content was stored after it. */
  knows(sha256: string): Promise<{ readonly ever: boolean; readonly latest: boolean }>
  add(name: string, file: ProcessedFile): Promise<void>
  /** Once a week, deletes entries older than 400 days of files that are no longer in the folder (`there`). */
  prune(there: ReadonlySet<string>, now: Date): Promise<void>
}

export const isSame = (file: RemoteFile, known: Pick<ProcessedFile, 'size' | 'mtime'>): boolean =>
  file.size === known.size && file.mtime === known.mtime

export function createProcessedFiles(state: ConnectorState, dataType: DataTypeId): ProcessedFiles {
  const [files, hashes, sizes] = [`file:${dataType}:`, `hash:${dataType}:`, `size:${dataType}:`]
  const [latest, pruned] = [`latest:${dataType}`, `pruned:${dataType}`]
  const one = async (name: string): Promise<string | null> => (await state.read([name]))[0] ?? null
  return {
    async read(names) {
      const known = new Map<string, ProcessedFile>()
      for (let from = 0; from < names.length; from += batchSize) {
        const some = names.slice(from, from + batchSize)
        const values = await state.read(some.map((name) => `${files}${name}`))
        for (const [at, name] of some.entries()) {
          const value = values[at]
          if (typeof value === 'string') known.set(name, ProcessedFile.parse(JSON.parse(value)))
        }
      }
      return known
    },
    knowsSize: async (size) => (await one(`${sizes}${size}`)) !== null,
    async knows(sha256) {
      const [name, last] = await state.read([`${hashes}${sha256}`, latest])
      return { ever: typeof name === 'string', latest: last === sha256 }
    },
    async add(name, entry) {
      const isContent = entry.as === 'stored' && entry.sha256 !== ''
      await state.write({
        [`${files}${name}`]: JSON.stringify(entry),
        ...(isContent && { [`${hashes}${entry.sha256}`]: name, [`${sizes}${entry.size}`]: entry.at, [latest]: entry.sha256 }),
      })
    },
    async prune(there, now) {
      const last = await one(pruned)
      if (last !== null && now.getTime() - Date.parse(last) < pruneIntervalMs) return
      const limit = new Date(now.getTime() - retentionMs).toISOString()
      let forgotten: Record<string, null> = {}
      for await (const [name, value] of state.entries()) {
        if (name.startsWith(sentPrefix(dataType))) {
          const sent = SentFile.parse(JSON.parse(value))
          if (sent.at < limit) Object.assign(forgotten, { [name]: null, [`${sentNamePrefix(dataType)}${sent.name}`]: null })
        }
        if (!name.startsWith(files) || there.has(name.slice(files.length))) continue
        const entry = ProcessedFile.parse(JSON.parse(value))
        if (entry.at >= limit) continue
        forgotten[name] = null
        if (entry.as === 'stored' && (await one(`${hashes}${entry.sha256}`)) === name.slice(files.length))
          forgotten[`${hashes}${entry.sha256}`] = null
        if (Object.keys(forgotten).length < batchSize) continue
        await state.write(forgotten)
        forgotten = {}
      }
      await state.write({ ...forgotten, [pruned]: now.toISOString() })
    },
  }
}
