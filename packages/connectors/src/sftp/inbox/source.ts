import { fromCursor } from '@linkspan/connector-kit/paging/cursor'
import type { DataTypeId, Page, PullRequest, RecordSource } from '@linkspan/core/connector'
import type { SftpConnection } from '../connection/connection.ts'
import type { Folders } from '../connection/folders.ts'
import type { SftpContext } from '../context.ts'
import { otherPlans, planFor } from '../settings.ts'
import { chooseCompleteFiles } from './choose-complete-files.ts'
import type { ChosenFiles } from './choose-files.ts'
import { endPull } from './end-of-pull.ts'
import { type FilePull, finish } from './file-pull.ts'
import { createProcessedFiles } from './processed-files.ts'
import { noProgress, Progress, toCurrent } from './progress.ts'
import { readFile } from './read-file.ts'
import { readGivenRows } from './read-given-rows.ts'
import { createRowMapper } from './to-records.ts'

/** Reads the files of one data type, page by page. */
export function createFileSource(context: SftpContext, connection: SftpConnection, folders: Folders, dataType: DataTypeId): RecordSource {
  const plan = planFor(context.settings, dataType)
  const shared = {
    context,
    plan,
    connection,
    folders,
    processedFiles: createProcessedFiles(context.state, dataType),
    mapper: createRowMapper(plan, context.clock.now().toISOString().slice(0, 10)),
  }
  return {
    incremental: plan.content === 'delta',
    read: (rows) => readGivenRows(rows, plan, shared.mapper),
    async *pages({ after, dryRun = false, hasMapping = false }: PullRequest) {
      const progress = after === null ? noProgress : fromCursor(Progress, after)
      const folder = await folders.resolve(plan.folder)
      yield* pullFiles({ ...shared, folder, dryRun, hasMapping, progress, warnings: [] })
    },
  }
}

/** Goes on with the file that was being read, then reads all that are complete. */
async function* pullFiles(pull: FilePull): AsyncGenerator<Page> {
  const { current } = pull.progress
  if (current) {
    pull.progress = { ...pull.progress, current: null }
    yield* readFile(pull, current)
  }
  const chosen = await choose(pull)
  await passOver(pull, chosen)
  const { maxFiles } = pull.context.settings
  for (const file of chosen.files.slice(0, Math.max(0, maxFiles - pull.progress.begun))) {
    pull.progress = { ...pull.progress, begun: pull.progress.begun + 1 }
    yield* readFile(pull, toCurrent(file))
  }
  yield* endPull(pull, chosen)
}

async function choose(pull: FilePull): Promise<ChosenFiles> {
  const { context, plan } = pull
  const { settings, state, logger } = context
  const chosen = await chooseCompleteFiles({ ...pull, otherPlans: otherPlans(settings, plan.dataType), state }, context)
  const { waiting } = chosen
  if (waiting.length > 0)
    logger.info({ waiting: waiting.slice(0, 20) }, `${waiting.length} files of ${plan.dataType} may not be complete yet`)
  return chosen
}

/** Finishes the full exports that a newer one replaces. */
async function passOver(pull: FilePull, { superseded, files }: ChosenFiles): Promise<void> {
  for (const file of superseded) {
    const reason = `${file.name} is older than ${files[0]?.name}`
    await finish(pull, { file, companion: file.companion, sha256: '', rows: 0, as: 'superseded', reason })
  }
}
