import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import { abortError } from '@linkspan/connector-kit/http/deadline'
import { fromCursor, toCursor } from '@linkspan/connector-kit/paging/cursor'
import {
  AppError,
  type DataTypeId,
  type Page,
  type PullRequest,
  type RecordSource,
  type Reject,
  type SourceRecord,
} from '@linkspan/core/connector'
import { z } from 'zod'
import type { SftpConnection } from '../connection/connection.ts'
import type { Folders } from '../connection/folders.ts'
import { describeFile } from '../describe/describe-file.ts'
import type { SftpContext } from '../session.ts'
import { planFor } from '../settings.ts'
import { withAcknowledgements } from './acknowledged.ts'
import type { CompleteFile } from './complete-files.ts'
import { assertChecksum, hashUpTo } from './content-hash.ts'
import { openFaults, type RowFault } from './faults.ts'
import { type FileAccount, faultOfFile, finishFile } from './finish-file.ts'
import { createProcessedFiles, isSame } from './processed-files.ts'
import { RowPosition, readRows } from './rows.ts'
import { createRowMapper } from './to-records.ts'
import { unwrappingFor } from './unpack-options.ts'
import { chooseCompleteFiles } from './wait-for-complete.ts'

/** The file that is being read. `done`: all of its rows are, and only moving it away may be left to do. */
const Current = z.object({
  name: z.string(),
  size: z.int(),
  mtime: z.number(),
  companion: z.string().optional(),
  at: RowPosition.nullable(),
  done: z.object({ sha256: z.string(), rows: z.int() }).nullable(),
})
type Current = z.infer<typeof Current>

/** How far a pull has come. */
const Position = z.object({
  current: Current.nullable(),
  /** Files begun so far. */
  begun: z.int(),
  /** Whether something that should have been read was not. */
  partial: z.boolean(),
  /** What was wrong with files that could not be read: the first of them in words. */
  failed: z.object({ count: z.int(), words: z.array(z.string()) }),
})
type Position = z.infer<typeof Position>

const atTheBeginning: Position = { current: null, begun: 0, partial: false, failed: { count: 0, words: [] } }
const maxWords = 5

/** The files of one data type as a source of pages. */
export function createFileSource(context: SftpContext, connection: SftpConnection, folders: Folders, dataType: DataTypeId): RecordSource {
  const { settings, state, clock, logger, pageSize, signal } = context
  const plan = planFor(settings, dataType)
  const processedFiles = createProcessedFiles(state, dataType)
  const mapper = createRowMapper(plan)
  const settling = { plan, settings, connection, folders, processedFiles, clock, logger }

  /** Whether a file brings nothing new. Where a file says how things are now, the same as before can be news once more. */
  async function isDuplicate(sha256: string): Promise<boolean> {
    const { ever, latest } = await processedFiles.knows(sha256)
    return plan.content === 'full' || dataType === 'inventory' ? latest : ever
  }

  async function* pages({ after, dryRun = false }: PullRequest): AsyncGenerator<Page> {
    let position = after === null ? atTheBeginning : fromCursor(Position, after)
    const folder = await folders.resolve(plan.folder)
    const finish = async (account: FileAccount): Promise<void> => {
      if (!dryRun) await finishFile(account, settling)
    }

    const describe = ({ name }: Current, rows: readonly FileRow[], fault: string | null) =>
      describeFile({ name, plan, context, bytes: connection.read(posix.join(folder, name), 0), rows, fault })

    /** One file from where it was left. What is wrong with this file alone is noted, and holds up no other. */
    async function* readFile(file: Current): AsyncGenerator<Page> {
      const { name, companion } = file
      const path = posix.join(folder, name)
      const soFar = () => openFaults(state, dataType, name, true)
      if (file.done) return finish({ file, companion, ...file.done, as: 'stored', faults: await soFar() })
      const now = await folders.look(path)
      if (now === null || !isSame(now, file)) {
        position = { ...position, partial: true }
        logger.warn(
          { file: name },
          now === null ? `${name} is not there any more` : `${name} has changed: it is read from its beginning when it is whole`,
        )
        return
      }
      try {
        yield* readWhole(file, path)
      } catch (thrown) {
        const words = faultOfFile(thrown)
        if (words === null) throw thrown
        await finish({ file, companion, sha256: '', rows: 0, as: 'unreadable', reason: words, faults: await soFar() })
        if (dryRun) yield { records: [], next: toCursor(position), inspectFile: () => describe(file, [], words) }
        if (plan.content === 'full') throw new AppError('file.unreadable', words, { cause: thrown })
        const { count, words: before } = position.failed
        position = { ...position, failed: { count: count + 1, words: [...before, words].slice(0, maxWords) } }
      }
    }

    async function* readWhole(file: Current, path: string): AsyncGenerator<Page> {
      const { name, companion, size } = file
      if (size > settings.maxFileBytes)
        throw new AppError(
          'file.unreadable',
          `${name}: it has ${size} bytes, more than the ${settings.maxFileBytes} of settings.maxFileBytes`,
        )
      if (size === 0) throw new AppError('file.unreadable', `${name}: it is empty; even a file without rows has the names of its columns`)
      if (file.at === null) {
        if (plan.complete.by === 'checksum') await assertChecksum(connection, folder, file)
        const sha256 = (await processedFiles.knowsSize(size)) ? (await hashUpTo(connection, path, null)).digest('hex') : null
        if (sha256 !== null && (await isDuplicate(sha256))) {
          position = { ...position, partial: true }
          const reason = `${name} has the content of a file that was read already`
          return finish({ file, companion, sha256, rows: 0, as: 'duplicate', reason })
        }
      }
      let hash = createHash('sha256')
      async function* bytes(from: number): AsyncGenerator<Buffer> {
        hash = await hashUpTo(connection, path, from)
        for await (const chunk of connection.read(path, from)) {
          hash.update(chunk)
          yield chunk
        }
      }
      const faults = await openFaults(state, dataType, name, file.at !== null)
      let isBeginning = file.at === null
      for await (const batch of readRows({
        name,
        format: plan.format,
        batchSize: pageSize,
        belong: mapper.belong,
        after: file.at,
        unpackOptions: unwrappingFor(context),
        bytes,
      })) {
        const { rows } = batch.next
        if (batch.isLast && plan.rows !== undefined && rows < plan.rows)
          throw new AppError('file.unreadable', `${name}: it has ${rows} rows, fewer than the ${plan.rows} that it has at least`)
        const done = batch.isLast ? { sha256: hash.copy().digest('hex'), rows } : null
        const { records: read, rows: firstRows } = mapper.toRecords(batch.rows)
        const records = dataType === 'order_status' ? await withAcknowledgements(read, firstRows, state) : read
        const page = {
          records,
          next: toCursor({ ...position, current: { ...file, at: batch.next, done } }),
          ...(isBeginning && { inspectFile: () => describe(file, batch.rows, null) }),
        }
        isBeginning = false
        const note = (rejects: readonly Reject[]) => faults.note(faultsOf(rejects, records, firstRows))
        if (dryRun || done === null) {
          yield { ...page, onCommitted: note }
          continue
        }
        const settled = untilAborted(signal)
        const onCommitted = async (rejects: readonly Reject[]) => {
          await note(rejects)
          await finish({ file, companion, ...done, as: 'stored', faults }).then(settled.resolve, (thrown) => {
            settled.reject(thrown)
            throw thrown
          })
        }
        yield { ...page, onCommitted }
        await settled.promise
      }
    }

    if (position.current) {
      const left = position.current
      position = { ...position, current: null }
      yield* readFile(left)
    }
    const choosing = { plan, folders, processedFiles, state, dryRun }
    const { files, superseded, waiting, names } = await chooseCompleteFiles(choosing, { clock, signal })
    for (const file of superseded)
      await finish({
        file,
        companion: file.companion,
        sha256: '',
        rows: 0,
        as: 'superseded',
        reason: `${file.name} is older than ${files[0]?.name}`,
      })
    if (waiting.length > 0) logger.info({ waiting: waiting.slice(0, 20) }, `${waiting.length} files of ${dataType} may still be written`)
    for (const file of files.slice(0, Math.max(0, settings.maxFiles - position.begun))) {
      position = { ...position, begun: position.begun + 1 }
      yield* readFile(toCurrent(file))
    }
    if (position.failed.count > 0) throw unreadableFiles(position.failed)
    if (!dryRun) await processedFiles.prune(names, clock.now())
    yield { records: [], next: null, partial: plan.content === 'delta' || position.partial || position.begun === 0 }
  }

  return { incremental: plan.content === 'delta', pages }
}

const toCurrent = ({ name, size, mtime, companion }: CompleteFile): Current => ({
  name,
  size,
  mtime,
  ...(companion !== undefined && { companion }),
  at: null,
  done: null,
})

function unreadableFiles({ count, words }: Position['failed']): AppError {
  const more = count > words.length ? `; and ${count - words.length} more` : ''
  return new AppError('file.unreadable', `${count === 1 ? 'A file' : `${count} files`} could not be read. ${words.join('; ')}${more}`, {
    details: { files: words },
  })
}

/** Which rows were not taken: rejects come in the order of their records. */
function faultsOf(rejects: readonly Reject[], records: readonly SourceRecord[], rows: readonly FileRow[]): RowFault[] {
  let from = 0
  return rejects.map(({ recordId, errors }) => {
    const at = records.findIndex(({ id }, index) => index >= from && id === recordId)
    if (at >= 0) from = at + 1
    const { number, fault } = rows[at] ?? {}
    return { row: number ?? null, recordId, errors: fault ? [{ path: '', message: `Row ${number} ${fault}`, value: null }] : errors }
  })
}

/** A promise in the hands of somebody else; it rejects when the run is over before. */
function untilAborted(signal: AbortSignal) {
  let resolve!: () => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<void>((...both) => {
    ;[resolve, reject] = both
  })
  promise.catch(() => {})
  if (signal.aborted) reject(abortError(signal))
  else signal.addEventListener('abort', () => reject(abortError(signal)), { once: true })
  return { promise, resolve, reject }
}
