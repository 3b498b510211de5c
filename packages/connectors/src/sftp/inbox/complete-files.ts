import type { ConnectorState } from '@linkspan/core/connector'
import { z } from 'zod'
import type { RemoteFile } from '../connection/folders.ts'
import type { FilesPlan } from '../settings.ts'
import { companionsOf } from './file-names.ts'

/** A complete file, and the name of the trigger or checksum file beside it, if there is one. */
export interface CompleteFile extends RemoteFile {
  readonly companion?: string | undefined
}

interface Found {
  readonly complete: readonly CompleteFile[]
  /** Names of files that may not be complete yet. */
  readonly waiting: readonly string[]
  /** When the next of them is complete if it stays the same, in milliseconds from now. Null if no time makes one complete. */
  readonly dueInMs: number | null
  /** Whether one of them has changed since the last look. */
  readonly isGrowing: boolean
}

const nothingDue = { dueInMs: null, isGrowing: false }

/** How long a file must stay the same if the settings do not say. */
const defaultQuietSeconds = 30
/** A file that has been seen to change is quiet for longer before it counts as complete: its sender may only have stalled. */
const growingExtraMs = 30_000

/**
 * For each name: the size, the modification time, and since when both are the same, in milliseconds of our clock. For a file that has been
 * seen to change, that is the time from which its longer wait begins to count.
 */
const SeenFiles = z.record(z.string(), z.tuple([z.number(), z.number(), z.number()]))

interface FindContext {
  readonly state: ConnectorState
  readonly now: Date
  /** Remember nothing, and treat a file that may still change as complete. */
  readonly dryRun: boolean
}

/**
 * Tells complete files from those that may still be written, as the settings say (docs/erp/sftp-files.md#complete-files). `names` are all
 * in the folder.
 */
export async function findComplete(
  files: readonly RemoteFile[],
  names: ReadonlySet<string>,
  plan: FilesPlan,
  context: FindContext,
): Promise<Found> {
  const { complete } = plan
  switch (complete.by) {
    case 'immediately':
      return { complete: files, waiting: [], ...nothingDue }
    case 'stable':
      return context.dryRun ? { complete: files, waiting: [], ...nothingDue } : findStable(files, complete.seconds, plan, context)
    case 'trigger':
    case 'checksum': {
      const [found, waiting]: [CompleteFile[], string[]] = [[], []]
      for (const file of files) {
        if (complete.suffixes.some((suffix) => file.name.toLowerCase().endsWith(suffix))) continue
        const companion = companionsOf(file.name, complete.suffixes).find((name) => names.has(name))
        if (companion === undefined) waiting.push(file.name)
        else found.push({ ...file, companion })
      }
      return { complete: found, waiting, ...nothingDue }
    }
  }
}

/** A file is complete if an earlier call saw it with the same size and time, long enough ago. Does not wait. */
async function findStable(
  files: readonly RemoteFile[],
  seconds: number | undefined,
  { dataType }: FilesPlan,
  { state, now }: FindContext,
): Promise<Found> {
  const key = `seen:${dataType}`
  const [stored] = await state.read([key])
  const before = typeof stored === 'string' ? SeenFiles.parse(JSON.parse(stored)) : {}
  const forMs = (seconds ?? defaultQuietSeconds) * 1000
  const extraMs = seconds === undefined ? growingExtraMs : 0
  const seen = new Map<string, readonly [size: number, mtime: number, since: number]>()
  const [complete, waiting]: [RemoteFile[], string[]] = [[], []]
  let [dueInMs, isGrowing] = [Number.POSITIVE_INFINITY, false]
  for (const file of files) {
    const known = Object.hasOwn(before, file.name) ? before[file.name] : undefined
    const isQuiet = known?.[0] === file.size && known[1] === file.mtime
    const since = isQuiet ? known[2] : now.getTime() + (known === undefined ? 0 : extraMs)
    seen.set(file.name, [file.size, file.mtime, since])
    if (known !== undefined && now.getTime() - since >= forMs) {
      complete.push(file)
      continue
    }
    waiting.push(file.name)
    dueInMs = Math.min(dueInMs, Math.max(0, since + forMs - now.getTime()))
    isGrowing ||= known !== undefined && !isQuiet
  }
  const value = JSON.stringify(Object.fromEntries(seen))
  if (value !== (stored ?? '{}')) await state.write({ [key]: files.length === 0 ? null : value })
  return { complete, waiting, dueInMs: waiting.length === 0 ? null : dueInMs, isGrowing }
}
