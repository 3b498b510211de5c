import type { ConnectorState } from '@linkspan/core/connector'
import type { Folders, RemoteFile } from '../connection/folders.ts'
import type { FilesPlan } from '../settings.ts'
import { type CompleteFile, findComplete } from './complete-files.ts'
import { byName, type ForeignFile, matcherFor, whyForeign } from './file-names.ts'
import { isSame, type ProcessedFiles } from './processed-files.ts'

export interface ChooseRequest {
  readonly plan: FilesPlan
  /** The files of the connection's other data types. */
  readonly otherPlans: readonly FilesPlan[]
  readonly folders: Folders
  readonly processedFiles: ProcessedFiles
  readonly state: ConnectorState
  readonly now: Date
  readonly dryRun: boolean
}

/** A file that is in the folder, and when it was processed. */
export interface KnownFile {
  readonly name: string
  readonly at: string
}

export interface ChosenFiles {
  /** The files to read, in this order. */
  readonly files: readonly CompleteFile[]
  /** Full exports that a newer one replaces (docs/erp/sftp-files.md#full-exports). */
  readonly superseded: readonly CompleteFile[]
  /** Names of files that may not be complete yet. */
  readonly waiting: readonly string[]
  /** When the next of them is complete if it stays the same, in milliseconds from now. Null if no time makes one complete. */
  readonly dueInMs: number | null
  /** Whether one of them has changed since the last look. */
  readonly isGrowing: boolean
  /** How many processed files are still in the folder. */
  readonly known: number
  /** Those of them that could not be read, or all of whose rows were rejected. */
  readonly stillUnread: readonly KnownFile[]
  /** Files that are not read, and why. */
  readonly foreign: readonly ForeignFile[]
  /** The names of all files in the folder. */
  readonly names: ReadonlySet<string>
}

/** Lists the folder of a data type and picks the complete files that were not processed yet. */
export async function chooseFiles({ plan, otherPlans, folders, processedFiles, ...context }: ChooseRequest): Promise<ChosenFiles> {
  const listed = await folders.list(await folders.resolve(plan.folder))
  const names = new Set(listed.map(({ name }) => name))
  const isOurs = matcherFor(plan.dataType, plan.pattern)
  const ours = listed.filter(({ name }) => isOurs(name))
  const known = await processedFiles.read(ours.map(({ name }) => name))
  const isNew = (file: RemoteFile): boolean => {
    const entry = known.get(file.name)
    return entry === undefined || !isSame(file, entry)
  }
  const fresh = ours.filter(isNew).sort(byName)
  const { complete, ...pending } = await findComplete(fresh, names, plan, context)
  const isFull = plan.content === 'full'
  return {
    files: isFull ? complete.slice(-1) : complete,
    superseded: isFull ? complete.slice(0, -1) : [],
    ...pending,
    known: ours.length - fresh.length,
    stillUnread: ours.flatMap((file) => {
      const entry = isNew(file) ? undefined : known.get(file.name)
      return entry?.as === 'unreadable' ? [{ name: file.name, at: entry.at }] : []
    }),
    foreign: foreignAmong(names, plan, otherPlans),
    names,
  }
}

/** The files that are none of this data type's, nor of another one's. */
function foreignAmong(names: ReadonlySet<string>, { dataType, pattern }: FilesPlan, otherPlans: readonly FilesPlan[]): ForeignFile[] {
  const others = otherPlans.map((other) => matcherFor(other.dataType, other.pattern))
  return [...names]
    .filter((name) => !others.some((isTheirs) => isTheirs(name)))
    .map((name) => whyForeign(name, dataType, pattern))
    .filter((file) => file !== null)
    .sort(byName)
}

/** Files that are not read, in words. Null if there are none. */
export function describeForeign(foreign: readonly ForeignFile[], maxNames = 5): string | null {
  if (foreign.length === 0) return null
  const shown = foreign.slice(0, maxNames).map(({ name, why }) => `${name} is not read: ${why}`)
  return `${shown.join('; ')}${foreign.length > maxNames ? `; and ${foreign.length - maxNames} more files are not read` : ''}`
}
