import { toCursor } from '@linkspan/connector-kit/paging/cursor'
import { AppError, type Page, type Reject } from '@linkspan/core/connector'
import { withAcknowledgements } from './acknowledged.ts'
import { leaveToLater, lookAgain } from './changed-file.ts'
import { assertChecksum } from './content-hash.ts'
import { deferredUntilAbort } from './deferred.ts'
import { duplicateHash } from './duplicates.ts'
import { type Faults, faultsOf, openFaults } from './faults.ts'
import { describe, type FilePull, finish } from './file-pull.ts'
import { openContent } from './open-content.ts'
import type { Current } from './progress.ts'

/**
 * Yields the pages of one file, and finishes it once the last is stored. If the file has changed meanwhile, its last page is not yielded:
 * its last row may be half a row. Throws `file.…` errors for a fault of this file alone.
 */
export async function* readContent(pull: FilePull, file: Current): AsyncGenerator<Page> {
  const { name } = file
  if (file.at === null && !(await begin(pull, file))) return
  const { state, signal } = pull.context
  const faults = await openFaults(state, pull.plan.dataType, name, file.at !== null)
  const content = await openContent(pull, file)
  const isScanned = content.scattered.size === 0
  let isBeginning = file.at === null
  let counted = file.at === null ? 0 : file.records
  for await (const { rows, next, isLast, reading } of content.batches()) {
    if (isLast) assertEnoughRows(pull, name, next.rows)
    if (isLast && !pull.dryRun && (await lookAgain(pull, file)) === 'changed') return leaveToLater(pull, file, 'changed')
    const { records, rows: firstRows } = await toRecords(pull, rows, reading, content.scattered)
    if (counted !== undefined) counted += records.length
    const done = isLast ? { sha256: content.sha256(), rows: next.rows, records: counted } : null
    const current: Current = { ...file, at: next, reading, isScanned, records: counted, done }
    const page: Page = {
      records,
      next: toCursor({ ...pull.progress, current }),
      unique: pull.progress.begun === 1, // what a later file has replaces what an earlier one had
      ...(isBeginning && { inspectFile: () => describe(pull, name, rows, null) }),
    }
    isBeginning = false
    const addFaults = (rejects: readonly Reject[]) => faults.add(faultsOf(rejects, records, firstRows))
    if (done === null || pull.dryRun) yield { ...page, onCommitted: addFaults }
    else yield* lastPage(page, addFaults, () => finishStored(pull, current, faults), signal)
  }
}

/** What comes before the first row. Returns whether the file is to be read. */
async function begin(pull: FilePull, file: Current): Promise<boolean> {
  assertSize(pull, file)
  if (pull.plan.complete.by === 'checksum') await assertChecksum(pull.connection, pull.folder, file)
  const sha256 = await duplicateHash(pull, file)
  if (sha256 === null) return true
  pull.progress = { ...pull.progress, partial: true }
  const reason = `${file.name} has the same content as a file that was already read`
  await finish(pull, { file, companion: file.companion, sha256, rows: 0, as: 'duplicate', reason })
  return false
}

function assertSize({ context: { settings } }: FilePull, { name, size }: Current): void {
  if (size > settings.maxFileBytes)
    throw new AppError('file.unreadable', `${name}: it has ${size} bytes, but settings.maxFileBytes is ${settings.maxFileBytes}`)
  if (size === 0)
    throw new AppError('file.unreadable', `${name}: it is empty; a file without rows must still have the names of its columns`)
}

function assertEnoughRows({ plan }: FilePull, name: string, rows: number): void {
  if (plan.rows !== undefined && rows < plan.rows)
    throw new AppError('file.unreadable', `${name}: it has ${rows} rows, but the settings require at least ${plan.rows}`)
}

async function toRecords({ mapper, plan, context }: FilePull, ...given: Parameters<FilePull['mapper']['toRecords']>) {
  const made = mapper.toRecords(...given)
  return plan.dataType === 'order_status' ? { ...made, records: await withAcknowledgements(made.records, made.rows, context.state) } : made
}

const finishStored = (pull: FilePull, { done, ...file }: Current, faults: Faults): Promise<void> =>
  finish(pull, { file, companion: file.companion, sha256: '', rows: 0, ...done, as: 'stored', faults })

/** Yields the last page of a file, and waits until it is stored and the file is finished. */
async function* lastPage(
  page: Page,
  addFaults: (rejects: readonly Reject[]) => Promise<void>,
  finishAll: () => Promise<void>,
  signal: AbortSignal,
): AsyncGenerator<Page> {
  const finished = deferredUntilAbort(signal)
  const onCommitted = async (rejects: readonly Reject[]) => {
    await addFaults(rejects)
    await finishAll().then(finished.resolve, (thrown) => {
      finished.reject(thrown)
      throw thrown
    })
  }
  yield { ...page, onCommitted }
  await finished.promise
}
