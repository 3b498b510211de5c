import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { type Sample, sampleOf, sampleRows } from '@linkspan/connector-kit/files/detect/sample-rows'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import type { FileFormat } from '@linkspan/connector-kit/files/format'
import { fromCursor, toCursor } from '@linkspan/connector-kit/paging/cursor'
import { AppError, type DataTypeId, type Page, type PullRequest, type RecordSource, type Reject } from '@linkspan/core/connector'
import { z } from 'zod'
import type { SftpConnection } from '../connection/connection.ts'
import type { Folders } from '../connection/folders.ts'
import type { SftpContext } from '../context.ts'
import { describeFile } from '../describe/describe-file.ts'
import { otherPlans, planFor } from '../settings.ts'
import { withAcknowledgements } from './acknowledged.ts'
import { chooseCompleteFiles } from './choose-complete-files.ts'
import { describeForeign } from './choose-files.ts'
import type { CompleteFile } from './complete-files.ts'
import { assertChecksum, hashUpTo } from './content-hash.ts'
import { deferredUntilAbort } from './deferred.ts'
import { faultsOf, openFaults } from './faults.ts'
import { assertKnownColumns, FileReading, readingOf } from './file-reading.ts'
import { type FinishedFile, faultOfFile, finishFile } from './finish-file.ts'
import { createProcessedFiles, isSame } from './processed-files.ts'
import { RowPosition, readRows } from './rows.ts'
import { findScattered } from './scattered-rows.ts'
import { createRowMapper } from './to-records.ts'
import { unpackOptionsFor } from './unpack-options.ts'

/** The file that is being read. `done`: all its rows are read, and at most finishing it is left to do. */
const Current = z.object({
  name: z.string(),
  size: z.int(),
  mtime: z.number(),
  companion: z.string().optional(),
  at: RowPosition.nullable(),
  /** How its values are read. */
  reading: FileReading.optional(),
  /** Whether it was found that no record has rows in several places. */
  isScanned: z.boolean().optional(),
  done: z.object({ sha256: z.string(), rows: z.int() }).nullable(),
})
type Current = z.infer<typeof Current>

/** How far a pull has come. This is the content of its cursor. */
const Progress = z.object({
  current: Current.nullable(),
  /** How many files were begun. */
  begun: z.int(),
  /** Whether a file that should have been read was skipped. */
  partial: z.boolean(),
  /** How many files could not be read, and the messages of the first. */
  failed: z.object({ count: z.int(), words: z.array(z.string()) }),
})
type Progress = z.infer<typeof Progress>

const noProgress: Progress = { current: null, begun: 0, partial: false, failed: { count: 0, words: [] } }
const maxFailures = 5
/** How many rows are looked at together when a file is only scanned. */
const scanSize = 1000
/** Larger files are not scanned for records with rows in several places. */
const maxScannedBytes = 64 * 1024 * 1024

/** Reads the files of one data type, page by page. */
export function createFileSource(context: SftpContext, connection: SftpConnection, folders: Folders, dataType: DataTypeId): RecordSource {
  const { settings, state, clock, logger, pageSize, signal } = context
  const plan = planFor(settings, dataType)
  const processedFiles = createProcessedFiles(state, dataType)
  const mapper = createRowMapper(plan, clock.now().toISOString().slice(0, 10))
  const finishContext = { plan, settings, connection, folders, processedFiles, clock, logger }

  /** Whether the content brings nothing new. Stock and full exports describe a state, which may recur: only the latest counts. */
  async function isDuplicate(sha256: string): Promise<boolean> {
    const { ever, latest } = await processedFiles.knows(sha256)
    return plan.content === 'full' || dataType === 'inventory' ? latest : ever
  }

  async function* pages({ after, dryRun = false, hasMapping = false }: PullRequest): AsyncGenerator<Page> {
    let progress = after === null ? noProgress : fromCursor(Progress, after)
    const folder = await folders.resolve(plan.folder)
    const finish = async (finished: FinishedFile): Promise<void> => {
      if (!dryRun) await finishFile(finished, finishContext)
    }

    const describe = ({ name }: Current, rows: readonly FileRow[], fault: string | null) =>
      describeFile({ name, plan, context, bytes: connection.read(posix.join(folder, name), 0), rows, fault })

    /** Reads or resumes one file. A fault of this file alone is recorded and does not stop the others. */
    async function* readFile(file: Current): AsyncGenerator<Page> {
      const { name, companion } = file
      const path = posix.join(folder, name)
      const earlierFaults = () => openFaults(state, dataType, name, true)
      if (file.done) return finish({ file, companion, ...file.done, as: 'stored', faults: await earlierFaults() })
      const now = await folders.look(path)
      if (now === null || !isSame(now, file)) {
        progress = { ...progress, partial: true }
        logger.warn(
          { file: name },
          now === null ? `${name} is gone` : `${name} has changed: it will be read again from the beginning once it is complete`,
        )
        return
      }
      try {
        yield* readContent(file, path)
      } catch (thrown) {
        const reason = faultOfFile(thrown)
        if (reason === null) throw thrown
        await finish({ file, companion, sha256: '', rows: 0, as: 'unreadable', reason, faults: await earlierFaults() })
        if (dryRun) yield { records: [], next: toCursor(progress), inspectFile: () => describe(file, [], reason) }
        if (plan.content === 'full') throw new AppError('file.unreadable', reason, { cause: thrown })
        const { count, words } = progress.failed
        progress = { ...progress, failed: { count: count + 1, words: [...words, reason].slice(0, maxFailures) } }
      }
    }

    async function* readContent(file: Current, path: string): AsyncGenerator<Page> {
      const { name, companion, size } = file
      if (size > settings.maxFileBytes)
        throw new AppError('file.unreadable', `${name}: it has ${size} bytes, but settings.maxFileBytes is ${settings.maxFileBytes}`)
      if (size === 0)
        throw new AppError('file.unreadable', `${name}: it is empty; a file without rows must still have the names of its columns`)
      if (file.at === null) {
        if (plan.complete.by === 'checksum') await assertChecksum(connection, folder, file)
        const sha256 = (await processedFiles.knowsSize(size)) ? (await hashUpTo(connection, path, null)).digest('hex') : null
        if (sha256 !== null && (await isDuplicate(sha256))) {
          progress = { ...progress, partial: true }
          const reason = `${name} has the same content as a file that was already read`
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
      let { reading } = file
      const readFrom = { name, format: plan.format, belongTogether: mapper.belongTogether, unpackOptions: unpackOptionsFor(context) }
      const scan = () => readRows({ ...readFrom, batchSize: scanSize, after: null, bytes: (from) => connection.read(path, from) })
      const readingBy = (format: FileFormat, sample: Sample) => {
        if (!hasMapping && !dryRun) assertKnownColumns(plan, sample)
        return readingOf(plan, format, sample)
      }
      const scattered = file.isScanned || size > maxScannedBytes ? new Map() : await findScattered(scan, mapper.keysOf)
      const isScanned = scattered.size === 0
      const onHead = async (head: Buffer, format: FileFormat) => {
        if (format.kind !== 'xlsx') reading = readingBy(format, await sampleRows(head, format))
      }
      for await (const batch of readRows({ ...readFrom, batchSize: pageSize, after: file.at, onHead, bytes })) {
        reading ??= readingBy(batch.next.format, sampleOf(batch.rows))
        const { rows } = batch.next
        if (batch.isLast && plan.rows !== undefined && rows < plan.rows)
          throw new AppError('file.unreadable', `${name}: it has ${rows} rows, but the settings require at least ${plan.rows}`)
        const done = batch.isLast ? { sha256: hash.copy().digest('hex'), rows } : null
        const { records: read, rows: firstRows } = mapper.toRecords(batch.rows, reading, scattered)
        const records = dataType === 'order_status' ? await withAcknowledgements(read, firstRows, state) : read
        const page = {
          records,
          next: toCursor({ ...progress, current: { ...file, at: batch.next, reading, isScanned, done } }),
          ...(isBeginning && { inspectFile: () => describe(file, batch.rows, null) }),
        }
        isBeginning = false
        const addFaults = (rejects: readonly Reject[]) => faults.add(faultsOf(rejects, records, firstRows))
        if (dryRun || done === null) {
          yield { ...page, onCommitted: addFaults }
          continue
        }
        const finished = deferredUntilAbort(signal)
        const onCommitted = async (rejects: readonly Reject[]) => {
          await addFaults(rejects)
          await finish({ file, companion, ...done, as: 'stored', faults }).then(finished.resolve, (thrown) => {
            finished.reject(thrown)
            throw thrown
          })
        }
        yield { ...page, onCommitted }
        await finished.promise
      }
    }

    if (progress.current) {
      const left = progress.current
      progress = { ...progress, current: null }
      yield* readFile(left)
    }
    const chooseRequest = { plan, otherPlans: otherPlans(settings, dataType), folders, processedFiles, state, dryRun }
    const { files, superseded, waiting, known, foreign, names } = await chooseCompleteFiles(chooseRequest, { clock, signal })
    for (const file of superseded)
      await finish({
        file,
        companion: file.companion,
        sha256: '',
        rows: 0,
        as: 'superseded',
        reason: `${file.name} is older than ${files[0]?.name}`,
      })
    if (waiting.length > 0) logger.info({ waiting: waiting.slice(0, 20) }, `${waiting.length} files of ${dataType} may not be complete yet`)
    for (const file of files.slice(0, Math.max(0, settings.maxFiles - progress.begun))) {
      progress = { ...progress, begun: progress.begun + 1 }
      yield* readFile(toCurrent(file))
    }
    const isNothing = files.length + superseded.length + waiting.length + known + progress.begun === 0
    if (isNothing && dryRun)
      for (const { name, why } of foreign.slice(0, maxFailures)) {
        const file = { name, size: 0, mtime: 0, at: null, done: null }
        yield { records: [], next: toCursor(progress), inspectFile: () => describe(file, [], `${name} is not read: ${why}`) }
      }
    const meant = isNothing ? describeForeign(foreign.filter(({ isMeant }) => isMeant)) : null
    if (meant !== null) throw new AppError('file.unreadable', meant)
    const unread = isNothing ? describeForeign(foreign) : null
    if (progress.failed.count > 0) throw unreadableFiles(progress.failed)
    if (!dryRun) await processedFiles.prune(names, clock.now())
    yield {
      records: [],
      next: null,
      ...(unread !== null && { warnings: [unread] }),
      partial: plan.content === 'delta' || progress.partial || progress.begun === 0,
    }
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

function unreadableFiles({ count, words }: Progress['failed']): AppError {
  const more = count > words.length ? `; and ${count - words.length} more` : ''
  return new AppError('file.unreadable', `${count === 1 ? 'A file' : `${count} files`} could not be read. ${words.join('; ')}${more}`, {
    details: { files: words },
  })
}
