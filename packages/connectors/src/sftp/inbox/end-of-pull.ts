import { toCursor } from '@linkspan/connector-kit/paging/cursor'
import { AppError, type Page } from '@linkspan/core/connector'
import { type ChosenFiles, describeForeign } from './choose-files.ts'
import { judgeExpected } from './expected-file.ts'
import { describe, type FilePull } from './file-pull.ts'
import { unreadableFiles } from './progress.ts'

const maxNames = 5

/**
 * Ends a pull: says which files of the folder are not read, and why. Throws `file.unreadable` if files could not be read, or if nothing came
 * but files that are meant for the data type and that nothing can read; and `file.missing` if an expected file has not come.
 */
export async function* endPull(pull: FilePull, chosen: ChosenFiles): AsyncGenerator<Page> {
  const { foreign } = chosen
  const isNothingNew = chosen.files.length + chosen.superseded.length + chosen.waiting.length + pull.progress.begun === 0
  const isNothing = isNothingNew && chosen.known === 0
  if (isNothing && pull.dryRun) yield* inspectForeign(pull, chosen)
  const meant = describeForeign(foreign.filter(({ isMeant }) => isMeant))
  const expectation = await judgeExpected(pull)
  const unreadFailure =
    pull.progress.failed.count > 0 ? unreadableFiles(pull.progress.failed) : isNothing && meant ? unreadable(meant) : null
  const failure = unreadFailure ?? expectation.failure
  const unread = isNothingNew ? describeForeign(foreign) : meant
  const warnings = [...pull.warnings, ...(unread !== null && failure?.message !== unread ? [unread] : []), ...whyUnread(chosen)]
  if (failure !== null) {
    if (warnings.length > 0) yield { records: [], next: toCursor(pull.progress), warnings }
    throw failure
  }
  if (!pull.dryRun) await pull.processedFiles.prune(chosen.names, pull.context.clock.now())
  yield {
    records: [],
    next: null,
    ...(expectation.onCommitted && { onCommitted: expectation.onCommitted }),
    ...(warnings.length > 0 && { warnings }),
    partial: pull.plan.content === 'delta' || pull.progress.partial || pull.progress.begun === 0,
  }
}

const unreadable = (words: string) => new AppError('file.unreadable', words)

/** Shows the files that are not read in a preview. */
function* inspectForeign(pull: FilePull, { foreign }: ChosenFiles): Generator<Page> {
  for (const { name, why } of foreign.slice(0, maxNames))
    yield { records: [], next: toCursor(pull.progress), inspectFile: () => describe(pull, name, [], `${name} is not read: ${why}`) }
}

/** Why files of the data type are in the folder and were not read now. */
function whyUnread({ waiting, stillUnread }: ChosenFiles): string[] {
  const shown = (names: readonly string[]) => `${names.slice(0, maxNames).join(', ')}${names.length > maxNames ? ', …' : ''}`
  const left = stillUnread.map(({ name, at }) => `${name} (tried at ${at})`)
  return [
    ...(waiting.length > 0 ? [`Not read yet, because they may not be complete: ${shown(waiting)}`] : []),
    ...(left.length > 0 ? [`Still in the folder, though they could not be read: ${shown(left)}. Correct them or take them away`] : []),
  ]
}
