import { toCursor } from '@linkspan/connector-kit/paging/cursor'
import { AppError, type Page } from '@linkspan/core/connector'
import { leaveToLater, lookAgain } from './changed-file.ts'
import { openFaults } from './faults.ts'
import { describe, type FilePull, finish } from './file-pull.ts'
import { faultOfFile } from './finish-file.ts'
import { type Current, withFailure } from './progress.ts'
import { readContent } from './read-content.ts'

/** Reads or resumes one file. A fault of this file alone is recorded and does not stop the others. */
export async function* readFile(pull: FilePull, file: Current): AsyncGenerator<Page> {
  const { name, companion } = file
  if (file.done) return finish(pull, { file, companion, ...file.done, as: 'stored', faults: await faultsSoFar(pull, name) })
  const state = await lookAgain(pull, file)
  if (state !== 'same') return leaveToLater(pull, file, state)
  try {
    yield* readContent(pull, file)
  } catch (thrown) {
    const reason = faultOfFile(thrown)
    if (reason === null) throw thrown
    if (!pull.dryRun && (await lookAgain(pull, file)) === 'changed') return leaveToLater(pull, file, 'changed')
    yield* unreadable(pull, file, reason, thrown)
  }
}

const faultsSoFar = ({ context, plan }: FilePull, name: string) => openFaults(context.state, plan.dataType, name, true)

/** Finishes a file that cannot be read. Throws for a full export: nothing else of the pull can count. */
async function* unreadable(pull: FilePull, file: Current, reason: string, cause: unknown): AsyncGenerator<Page> {
  const { name, companion } = file
  await finish(pull, { file, companion, sha256: '', rows: 0, as: 'unreadable', reason, faults: await faultsSoFar(pull, name) })
  if (pull.dryRun) yield { records: [], next: toCursor(pull.progress), inspectFile: () => describe(pull, name, [], reason) }
  if (pull.plan.content === 'full') throw new AppError('file.unreadable', reason, { cause })
  pull.progress = withFailure(pull.progress, reason)
}
