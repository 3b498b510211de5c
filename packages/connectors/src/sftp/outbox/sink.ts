import { posix } from 'node:path'
import {
  type AcceptedRecord,
  AppError,
  type DataTypeId,
  type OutgoingRecord,
  type RecordSink,
  toAppError,
  type WriteOutcome,
} from '@linkspan/core/connector'
import type { SftpConnection } from '../connection/connection.ts'
import type { Folders } from '../connection/folders.ts'
import type { SftpContext } from '../context.ts'
import { SftpPush } from '../settings.ts'
import { contentTypes, endings, renderRecord, textOf } from './render-record.ts'
import { createSentFiles, type SentFile } from './sent-files.ts'

const maxNames = 100

/**
 * Writes one file per record, under a temporary name that is then changed, so that nobody reads half a file
 * (docs/erp/sftp-files.md#renaming). Each step is remembered before the next one begins, so that after any failure `find` can tell whether
 * the record was sent.
 */
export function createFileSink(
  { settings, credentials: { sftpPath }, state, clock }: SftpContext,
  connection: SftpConnection,
  folders: Folders,
  dataType: DataTypeId,
): RecordSink {
  const push = settings.push?.[dataType as 'orders'] ?? SftpPush.parse({})
  const pattern = push.name ?? `{dataType}_{timestamp}_{sequence}${endings[push.format]}`
  const sent = createSentFiles(state, dataType)
  const now = () => clock.now().toISOString()

  const accepted = ({ erpId, reference, data }: OutgoingRecord): AcceptedRecord => ({
    erpId: erpId ?? reference,
    fields: erpId === null ? null : data,
    erpVersion: null,
  })
  const temporary = (folder: string, { name }: SentFile) => posix.join(folder, `.${name}.tmp`)

  const nameWith = ({ reference }: OutgoingRecord, sequence: number) =>
    nameFor(pattern, { dataType, timestamp: now(), sequence, reference })

  /** Picks a name that no file has, and remembers it. */
  async function plan(record: OutgoingRecord, folder: string): Promise<SentFile> {
    for (let attempt = 0; attempt < maxNames; attempt++) {
      const name = nameWith(record, await sent.nextNumber())
      if (await folders.look(posix.join(folder, name))) continue
      const file: SentFile = { name, state: 'planned', at: now() }
      await sent.write(record, file)
      return file
    }
    throw new AppError(
      'setup.settings-invalid',
      `All names with the pattern "${pattern}" are taken in ${folder}: add {sequence} or {timestamp} to it`,
    )
  }

  /** Once the file has its name: writes the trigger file, and remembers it as sent. */
  async function finish(record: OutgoingRecord, file: SentFile, folder: string): Promise<AcceptedRecord> {
    if (push.trigger !== undefined) await connection.write(posix.join(folder, `${file.name}${push.trigger}`), Buffer.alloc(0))
    await sent.write(record, { ...file, state: 'sent' })
    return accepted(record)
  }

  /** The record if its file has been renamed; null if it certainly has not. */
  async function findSent(record: OutgoingRecord, file: SentFile | null): Promise<AcceptedRecord | null> {
    if (file === null || file.state === 'planned') return null
    if (file.state === 'sent') return accepted(record)
    const folder = await folders.ensure(push.folder)
    return (await folders.look(temporary(folder, file))) ? null : finish(record, file, folder)
  }

  return {
    maxAtOnce: 1, // files are numbered, and whoever reads them takes them in that order
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
      } catch (thrown) {
        if (!(thrown instanceof AppError) || thrown.kind === 'setup') throw thrown
        return { kind: 'unknown', error: thrown }
      }
      return finish(record, file, folder).then(
        (finished): WriteOutcome => ({ kind: 'accepted', record: finished }),
        (thrown: unknown): WriteOutcome => ({ kind: 'unknown', error: toAppError(thrown) }), // the file has its name: it may be read already
      )
    },
    async preview(record) {
      const name = (await sent.read(record))?.name ?? nameWith(record, await sent.peekNumber())
      const body = await textOf(await renderRecord(record, push), push)
      const target = posix.join(sftpPath, push.folder, name)
      return { kind: 'message', message: { method: null, target, contentType: contentTypes[push.format], body } }
    },
    find: async (record) => findSent(record, await sent.read(record)),
  }
}

interface NameValues {
  readonly dataType: DataTypeId
  readonly timestamp: string
  readonly sequence: number
  readonly reference: string
}

/** Fills the pattern of a file name. Only letters, digits, "_" and "-" of the reference are used. */
function nameFor(pattern: string, { dataType, timestamp, sequence, reference }: NameValues): string {
  const values: Readonly<Record<string, string>> = {
    dataType,
    timestamp: timestamp.slice(0, 19).replace(/\D/g, ''),
    sequence: String(sequence).padStart(6, '0'),
    reference: reference.replace(/[^\w-]/g, ''),
  }
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
