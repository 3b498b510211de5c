import { posix } from 'node:path'
import { AppError } from '@linkspan/core/connector'
import type { FinishContext, FinishedFile } from './finished-file.ts'
import { type Destination, putAway, putCompanionAway } from './put-away.ts'
import { writeReport } from './write-report.ts'

/**
 * Finishes a file: writes the report on its rejected rows, records it as processed, and moves it. It is recorded before it is moved, so that
 * one that cannot be moved is at least not read again; only a bad one that moves is not recorded at all, so that it can be put back.
 * Repeating it after a crash is safe. Returns warnings.
 */
export async function finishFile(finished: FinishedFile, context: FinishContext): Promise<readonly string[]> {
  const { plan, processedFiles, clock, logger } = context
  const { file, companion, sha256, rows, faults, reason } = finished
  const notTaken = faults?.count ?? 0
  const isBad = isRejected(finished)
  const as = isBad ? 'unreadable' : finished.as
  const at = clock.now().toISOString()
  const record = () => processedFiles.add(file.name, { size: file.size, mtime: file.mtime, sha256, at, rows, as })
  const report = plan.onError === 'move' && (isBad || notTaken > 0) ? await writeReport(finished, at, context) : null
  if (!isBad) await record()
  const to = destinationOf(isBad, context)
  const { became, warning } = await putAway(file, isBad ? '' : sha256, to, context)
  if (isBad && became === 'stays') await record()
  const left = companion === undefined || became === 'changed' ? null : await putCompanionAway(companion, to, context)
  await faults?.forget()
  const warnings = [report, warning, left].filter((each) => each !== null)
  for (const words of warnings) logger.warn({ file: file.name }, words)
  logger.info({ file: file.name, rows, notTaken, as }, reason ?? `${file.name} is finished: ${as}`)
  return warnings
}

/** Whether nothing of a file was taken: it could not be read, or all its records were rejected. */
const isRejected = ({ as, rows, records = rows, faults }: FinishedFile): boolean =>
  as === 'unreadable' || (records > 0 && (faults?.count ?? 0) >= records)

function destinationOf(isBad: boolean, { plan, settings }: FinishContext): Destination {
  const below = (folder: string) => ({ folder: posix.join(plan.folder, folder) })
  if (isBad) return plan.onError === 'move' ? below(settings.errorFolder) : 'leave'
  return plan.after === 'archive' ? below(settings.archiveFolder) : plan.after
}

/** The message of an error that concerns one file alone; null for any other error. */
export function faultOfFile(thrown: unknown): string | null {
  const isItsOwn = thrown instanceof AppError && thrown.code.startsWith('file.')
  return isItsOwn ? thrown.message : null
}
