import { AppError } from '@linkspan/core/connector'
import { deadlinesAround } from './deadlines.ts'
import type { FilePull } from './file-pull.ts'

/** Whether the file of the day has come. */
export interface Expectation {
  /** Null if nothing is missing. */
  readonly failure: AppError | null
  /** Remembers which deadline is met, once the pull is stored. Absent if there is nothing to remember. */
  readonly onCommitted?: () => Promise<void>
}

/**
 * Judges a pull by `expectedBy`. Remembered is the latest deadline for which a file has come: one that comes after a deadline that nobody has
 * met is for that, any other for the next (docs/erp/sftp-files.md#files-that-do-not-come). Deadlines from before the setting was made, or
 * changed, do not count: the setting is remembered with the deadline.
 */
export async function judgeExpected({ plan, context, progress, dryRun }: FilePull): Promise<Expectation> {
  const { expectedBy, dataType } = plan
  if (expectedBy === undefined || dryRun) return { failure: null }
  const { last, next } = deadlinesAround(context.clock.now(), expectedBy)
  const key = `expected:${dataType}`
  const [stored] = await context.state.read([key])
  const setting = `${expectedBy.time} ${expectedBy.zone}`
  const met = readMet(stored, setting) ?? last
  const remember = (deadline: string): Expectation => ({
    failure: null,
    onCommitted: () => context.state.write({ [key]: `${deadline} ${setting}` }),
  })
  if (progress.begun > 0) return remember(met >= last ? next : last)
  if (met >= last) return remember(met)
  const message = `No file of ${dataType} has come since ${met}, though one is expected every day by ${expectedBy.time} (${expectedBy.zone})`
  return { failure: new AppError('file.missing', message) }
}

/** The deadline that is remembered for this setting; null if there is none. Older versions remembered no setting. */
function readMet(stored: unknown, setting: string): string | null {
  if (typeof stored !== 'string') return null
  const [, deadline = '', known = setting] = /^(\S+)(?: (.*))?$/.exec(stored) ?? []
  return known === setting ? deadline : null
}
