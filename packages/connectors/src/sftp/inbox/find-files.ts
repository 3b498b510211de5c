import { posix } from 'node:path'
import type { SftpConnection } from '../connection/connection.ts'
import type { Folders } from '../connection/folders.ts'
import type { SftpContext } from '../context.ts'
import { describeFile } from '../describe/describe-file.ts'
import { type FilesPlan, otherPlans } from '../settings.ts'
import { type ChosenFiles, chooseFiles, describeForeign } from './choose-files.ts'
import type { CompleteFile } from './complete-files.ts'
import { faultOfFile } from './finish-file.ts'
import { createProcessedFiles } from './processed-files.ts'

/** What a connection test found of one data type. */
export interface FoundFiles {
  /** How many files there are, and why others are not read. */
  readonly counts: string
  /** What is wrong with the first new file, or should be set for it; null if nothing. */
  readonly remark: string | null
}

interface Opened {
  readonly context: SftpContext
  readonly connection: SftpConnection
  readonly folders: Folders
}

const maxNames = 3
/** A larger file is not looked into: a packed one may have to be read as a whole. */
const maxExaminedBytes = 16 * 1024 * 1024

/** Lists the files of a data type for a connection test, and examines the first new one. */
export async function findFiles(plan: FilesPlan, opened: Opened): Promise<FoundFiles> {
  const { settings, state, clock } = opened.context
  const chosen = await chooseFiles({
    plan,
    otherPlans: otherPlans(settings, plan.dataType),
    folders: opened.folders,
    processedFiles: createProcessedFiles(state, plan.dataType),
    state,
    now: clock.now(),
    dryRun: true,
  })
  const [first] = chosen.files
  return { counts: countsOf(plan, chosen), remark: first === undefined ? null : await examine(first, plan, opened) }
}

function countsOf({ dataType }: FilesPlan, { files, waiting, known, stillUnread, foreign }: ChosenFiles): string {
  const names = files.slice(0, maxNames).map(({ name }) => name)
  const more = files.length > names.length ? ', …' : ''
  const counts = [
    `${files.length} new${names.length > 0 ? ` (${names.join(', ')}${more})` : ''}`,
    ...(known > 0 ? [`${known} already read`] : []),
    ...(stillUnread.length > 0 ? [`${stillUnread.length} of them could not be read`] : []),
    ...(waiting.length > 0 ? [`${waiting.length} not complete yet`] : []),
  ]
  const isNothing = files.length + waiting.length === 0
  const unread = describeForeign(isNothing ? foreign : foreign.filter(({ isMeant }) => isMeant), maxNames)
  return `${dataType}: ${counts.join(', ')}${unread === null ? '' : ` (${unread})`}`
}

/** What a preview would say about a file. */
async function examine({ name, size }: CompleteFile, plan: FilesPlan, { context, connection, folders }: Opened): Promise<string | null> {
  if (size === 0) return `${name} is empty`
  if (size > maxExaminedBytes) return null
  const bytes = connection.read(posix.join(await folders.resolve(plan.folder), name), 0)
  try {
    const { advice } = await describeFile({ name, plan, context, bytes, rows: [], fault: null })
    return advice.length === 0 ? null : `${name}: ${advice.join('. ')}`
  } catch (thrown) {
    const fault = faultOfFile(thrown)
    if (fault === null) throw thrown
    return `${name} cannot be read: ${fault}`
  }
}
