import type { ConnectorState, DataTypeId } from '@linkspan/core/connector'
import { z } from 'zod'
import type { RemoteFile } from '../connection/folders.ts'
import { SentFile, sentNamePrefix, sentPrefix } from '../outbox/sent-files.ts'

/** What is remembered of a file that is done with. */
export const LedgerEntry = z.object({
  size: z.int(),
  mtime: z.number(),
  sha256: z.string(),
  /** When it was done, ISO 8601. */
  at: z.string(),
  rows: z.int(),
  /** How it ended: its rows are stored; it had the content of another one; a newer full export made it needless; it could not be read. */
  as: z.enum(['stored', 'duplicate', 'superseded', 'unreadable']),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

const keptMs = 400 * 86_400_000
const prunedEveryMs = 7 * 86_400_000
const step = 1000

/**
 * Which files of a data type are done with, by name and by content (docs/erp/sftp-files.md#the-same-file-again). Lives as long as the
 * connection.
 */
export interface ProcessedFiles {
  /** By name; none where nothing is known of it. */
  read(names: readonly string[]): Promise<ReadonlyMap<string, LedgerEntry>>
  /** Whether some file of that size is known: only then another can have the same content. */
  knowsSize(size: number): Promise<boolean>
  /** Whether this content was stored before; `latest`: whether nothing was stored after it. */
  knows(sha256: string): Promise<{ readonly ever: boolean; readonly latest: boolean }>
  note(name: string, entry: LedgerEntry): Promise<void>
  /** Forgets, now and then, what is old and lies there no more. */
  prune(there: ReadonlySet<string>, now: Date): Promise<void>
}

export const isSame = (file: RemoteFile, known: Pick<LedgerEntry, 'size' | 'mtime'>): boolean =>
  file.size === known.size && file.mtime === known.mtime

export function createProcessedFiles(state: ConnectorState, dataType: DataTypeId): ProcessedFiles {
  const [files, hashes, sizes] = [`file:${dataType}:`, `hash:${dataType}:`, `size:${dataType}:`]
  const [latest, pruned] = [`latest:${dataType}`, `pruned:${dataType}`]
  const one = async (name: string): Promise<string | null> => (await state.read([name]))[0] ?? null
  return {
    async read(names) {
      const known = new Map<string, LedgerEntry>()
      for (let from = 0; from < names.length; from += step) {
        const some = names.slice(from, from + step)
        const values = await state.read(some.map((name) => `${files}${name}`))
        for (const [at, name] of some.entries()) {
          const value = values[at]
          if (typeof value === 'string') known.set(name, LedgerEntry.parse(JSON.parse(value)))
        }
      }
      return known
    },
    knowsSize: async (size) => (await one(`${sizes}${size}`)) !== null,
    async knows(sha256) {
      const [name, last] = await state.read([`${hashes}${sha256}`, latest])
      return { ever: typeof name === 'string', latest: last === sha256 }
    },
    async note(name, entry) {
      const isContent = entry.as === 'stored' && entry.sha256 !== ''
      await state.write({
        [`${files}${name}`]: JSON.stringify(entry),
        ...(isContent && { [`${hashes}${entry.sha256}`]: name, [`${sizes}${entry.size}`]: entry.at, [latest]: entry.sha256 }),
      })
    },
    async prune(there, now) {
      const last = await one(pruned)
      if (last !== null && now.getTime() - Date.parse(last) < prunedEveryMs) return
      const limit = new Date(now.getTime() - keptMs).toISOString()
      let forgotten: Record<string, null> = {}
      for await (const [name, value] of state.entries()) {
        if (name.startsWith(sentPrefix(dataType))) {
          const sent = SentFile.parse(JSON.parse(value))
          if (sent.at < limit) Object.assign(forgotten, { [name]: null, [`${sentNamePrefix(dataType)}${sent.name}`]: null })
        }
        if (!name.startsWith(files) || there.has(name.slice(files.length))) continue
        const entry = LedgerEntry.parse(JSON.parse(value))
        if (entry.at >= limit) continue
        forgotten[name] = null
        if (entry.as === 'stored' && (await one(`${hashes}${entry.sha256}`)) === name.slice(files.length))
          forgotten[`${hashes}${entry.sha256}`] = null
        if (Object.keys(forgotten).length < step) continue
        await state.write(forgotten)
        forgotten = {}
      }
      await state.write({ ...forgotten, [pruned]: now.toISOString() })
    },
  }
}
