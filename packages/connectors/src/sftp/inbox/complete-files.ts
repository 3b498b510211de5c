import type { ConnectorState } from '@linkspan/core/connector'
import { z } from 'zod'
import type { RemoteFile } from '../connection/folders.ts'
import type { FilesPlan } from '../settings.ts'
import { companionsOf } from './file-names.ts'

/** A file that is whole, and the one beside it that says so. */
export interface CompleteFile extends RemoteFile {
  readonly companion?: string | undefined
}

export interface Found {
  readonly whole: readonly CompleteFile[]
  /** Names of those that may still be written. */
  readonly waiting: readonly string[]
}

/** For each name: size, time, and since when they are the same, in milliseconds of our clock. */
const Seen = z.record(z.string(), z.tuple([z.number(), z.number(), z.number()]))

interface Looking {
  readonly state: ConnectorState
  readonly now: Date
  /** Nothing is remembered, and there is no waiting. */
  readonly dryRun: boolean
}

/** Tells complete files from those that may still be written, as the settings say (docs/erp/sftp-files.md#complete-files). */
export async function findComplete(
  files: readonly RemoteFile[],
  names: ReadonlySet<string>,
  plan: FilesPlan,
  looking: Looking,
): Promise<Found> {
  const { complete } = plan
  switch (complete.by) {
    case 'immediately':
      return { whole: files, waiting: [] }
    case 'stable':
      return looking.dryRun ? { whole: files, waiting: [] } : findStable(files, complete.seconds * 1000, plan, looking)
    case 'trigger':
    case 'checksum': {
      const [whole, waiting]: [CompleteFile[], string[]] = [[], []]
      for (const file of files) {
        if (complete.suffixes.some((suffix) => file.name.toLowerCase().endsWith(suffix))) continue
        const companion = companionsOf(file.name, complete.suffixes).find((name) => names.has(name))
        if (companion === undefined) waiting.push(file.name)
        else whole.push({ ...file, companion })
      }
      return { whole, waiting }
    }
  }
}

/** A file that has stayed the same from one look to another, so many milliseconds later: no worker waits for it. */
async function findStable(files: readonly RemoteFile[], forMs: number, { dataType }: FilesPlan, { state, now }: Looking): Promise<Found> {
  const key = `seen:${dataType}`
  const [kept] = await state.read([key])
  const before = typeof kept === 'string' ? Seen.parse(JSON.parse(kept)) : {}
  const seen = new Map<string, readonly [size: number, mtime: number, since: number]>()
  const [whole, waiting]: [RemoteFile[], string[]] = [[], []]
  for (const file of files) {
    const known = Object.hasOwn(before, file.name) ? before[file.name] : undefined
    const since = known?.[0] === file.size && known[1] === file.mtime ? known[2] : now.getTime()
    seen.set(file.name, [file.size, file.mtime, since])
    if (known !== undefined && now.getTime() - since >= forMs) whole.push(file)
    else waiting.push(file.name)
  }
  const value = JSON.stringify(Object.fromEntries(seen))
  if (value !== (kept ?? '{}')) await state.write({ [key]: files.length === 0 ? null : value })
  return { whole, waiting }
}
