import { posix } from 'node:path'
import {
  type AcceptedRecord,
  AppError,
  type DataTypeId,
  type OutgoingRecord,
  type RecordSink,
  type WriteOutcome,
} from '@linkspan/core/connector'
import type { SftpConnection } from '../connection/connection.ts'
import type { Folders } from '../connection/folders.ts'
import type { SftpContext } from '../session.ts'
import { SftpPush } from '../settings.ts'
import { endings, renderRecord } from './render-record.ts'
import { createSentFiles, type SentFile } from './sent-files.ts'

const maxNames = 100

/**
 * Writes one file for each record under a temporary name and then renames it, so that nobody reads half of it
 * (docs/erp/sftp-files.md#renaming). How far each has come is remembered before the step that follows, so that after any failure it can be
 * told whether it was sent.
 */
export function createFileSink(
  { settings, state, clock }: SftpContext,
  connection: SftpConnection,
  folders: Folders,
  dataType: DataTypeId,
): RecordSink {
  const push = settings.push?.[dataType as 'orders'] ?? SftpPush.parse({})
  const pattern = push.name ?? `{dataType}_{timestamp}_{sequence}${endings[push.format]}`
  const sent = createSentFiles(state, dataType)
  const now = () => clock.now().toISOString()

  const taken = ({ erpId, reference, data }: OutgoingRecord): AcceptedRecord => ({
    erpId: erpId ?? reference,
    fields: erpId === null ? null : data,
    erpVersion: null,
  })
  const temporary = (folder: string, { name }: SentFile) => posix.join(folder, `.${name}.tmp`)

  /** A name that no file has. */
  async function plan(record: OutgoingRecord, folder: string): Promise<SentFile> {
    for (let tried = 0; tried < maxNames; tried++) {
      const name = nameFor(pattern, { dataType, timestamp: now(), sequence: await sent.nextNumber(), reference: record.reference })
      if (await folders.look(posix.join(folder, name))) continue
      const file: SentFile = { name, state: 'planned', at: now() }
      await sent.write(record, file)
      return file
    }
    throw new AppError(
      'setup.settings-invalid',
      `In ${folder} all names by the pattern "${pattern}" are taken: put {sequence} or {timestamp} into it`,
    )
  }

  /** It has its name: tells who waits for it, and remembers. */
  async function finish(record: OutgoingRecord, file: SentFile, folder: string): Promise<AcceptedRecord> {
    if (push.trigger !== undefined) await connection.write(posix.join(folder, `${file.name}${push.trigger}`), Buffer.alloc(0))
    await sent.write(record, { ...file, state: 'sent' })
    return taken(record)
  }

  /** The record, where its file was renamed already; null where it surely was not. */
  async function findSent(record: OutgoingRecord, file: SentFile | null): Promise<AcceptedRecord | null> {
    if (file === null || file.state === 'planned') return null
    if (file.state === 'sent') return taken(record)
    const folder = await folders.ensure(push.folder)
    return (await folders.look(temporary(folder, file))) ? null : finish(record, file, folder)
  }

  return {
    async write(record): Promise<WriteOutcome> {
      const known = await sent.read(record)
      const already = await findSent(record, known)
      if (already) return { kind: 'accepted', record: already }
      const folder = await folders.ensure(push.folder)
      const file = known ?? (await plan(record, folder))
      await connection.write(temporary(folder, file), await renderRecord(record, push))
      await sent.write(record, { ...file, state: 'uploaded' })
      try {
        await folders.replace(temporary(folder, file), posix.join(folder, file.name))
        return { kind: 'accepted', record: await finish(record, file, folder) }
      } catch (thrown) {
        if (!(thrown instanceof AppError) || thrown.kind === 'setup') throw thrown
        return { kind: 'unknown', error: thrown }
      }
    },
    find: async (record) => findSent(record, await sent.read(record)),
  }
}

interface Naming {
  readonly dataType: DataTypeId
  readonly timestamp: string
  readonly sequence: number
  readonly reference: string
}

/** The name of a file by its pattern. What a reference has in it beyond letters and digits is left out. */
function nameFor(pattern: string, { dataType, timestamp, sequence, reference }: Naming): string {
  const values: Readonly<Record<string, string>> = {
    dataType,
    timestamp: timestamp.slice(0, 19).replace(/\D/g, ''),
    sequence: String(sequence).padStart(6, '0'),
    reference: reference.replace(/[^\w-]/g, ''),
  }
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
