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
}

/** For each name: the size, the modification time, and since when both are the same, in milliseconds of our clock. */
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
      return { complete: files, waiting: [] }
    case 'stable':
      return context.dryRun ? { complete: files, waiting: [] } : findStable(files, complete.seconds * 1000, plan, context)
    case 'trigger':
    case 'checksum': {
      const [found, waiting]: [CompleteFile[], string[]] = [[], []]
      for (const file of files) {
        if (complete.suffixes.some((suffix) => file.name.toLowerCase().endsWith(suffix))) continue
        const companion = companionsOf(file.name, complete.suffixes).find((name) => names.has(name))
        if (companion === undefined) waiting.push(file.name)
        else found.push({ ...file, companion })
      }
      return { complete: found, waiting }
    }
  }
}

/** A file is complete if an earlier call saw it with the same size and time, at least `forMs` ago. Does not wait. */
async function findStable(
  files: readonly RemoteFile[],
  forMs: number,
  { dataType }: FilesPlan,
  { state, now }: FindContext,
): Promise<Found> {
  const key = `seen:${dataType}`
  const [stored] = await state.read([key])
  const before = typeof stored === 'string' ? SeenFiles.parse(JSON.parse(stored)) : {}
  const seen = new Map<string, readonly [size: number, mtime: number, since: number]>()
  const [complete, waiting]: [RemoteFile[], string[]] = [[], []]
  for (const file of files) {
    const known = Object.hasOwn(before, file.name) ? before[file.name] : undefined
    const since = known?.[0] === file.size && known[1] === file.mtime ? known[2] : now.getTime()
    seen.set(file.name, [file.size, file.mtime, since])
    if (known !== undefined && now.getTime() - since >= forMs) complete.push(file)
    else waiting.push(file.name)
  }
  const value = JSON.stringify(Object.fromEntries(seen))
  if (value !== (stored ?? '{}')) await state.write({ [key]: files.length === 0 ? null : value })
  return { complete, waiting }
}
