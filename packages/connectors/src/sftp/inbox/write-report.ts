import { posix } from 'node:path'
import { AppError } from '@linkspan/core/connector'
import type { FinishContext, FinishedFile } from './finished-file.ts'

/**
 * Writes the report on the rejected rows of a file into the error folder. Returns a warning if the folder cannot be written: the rejects are in
 * the run too. Throws if only the network or the server's disk is in the way, since a later attempt may succeed.
 */
export async function writeReport(finished: FinishedFile, at: string, context: FinishContext): Promise<string | null> {
  const { plan, settings, folders, connection } = context
  const { file, rows, faults, reason } = finished
  const content = { file: file.name, at, rows, notTaken: faults?.count ?? 0, ...(reason !== undefined && { reason }) }
  const bytes = Buffer.from(`${JSON.stringify({ ...content, faults: faults?.first ?? [] }, null, 2)}\n`)
  try {
    const folder = await folders.ensure(posix.join(plan.folder, settings.errorFolder))
    await connection.write(posix.join(folder, `${file.name}.err.json`), bytes)
    return null
  } catch (thrown) {
    if (!isRefused(thrown)) throw thrown
    return `The report on ${file.name} could not be written: ${thrown.message}`
  }
}

/** Whether the server does not allow what was tried, so that trying again is no use. */
export const isRefused = (thrown: unknown): thrown is AppError => thrown instanceof AppError && thrown.code.startsWith('setup.')
