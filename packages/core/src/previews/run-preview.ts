import type { Connection } from '../connections/connection.ts'
import { openSession } from '../connections/open-session.ts'
import { done, type JobResult } from '../jobs/contract.ts'
import { type DeadlineSignal, deadlineSignal } from '../kernel/deadline-signal.ts'
import { AppError, toAppError } from '../kernel/errors.ts'
import { excerptOf } from '../kernel/excerpt.ts'
import type { Fields } from '../kernel/is-fields.ts'
import { createRedactor, type Redactor } from '../kernel/redact.ts'
import { openMapping } from '../mapping/open-mapping.ts'
import type { DescribedFile } from '../records/described-file.ts'
import type { SourceRecord } from '../records/record.ts'
import { pushRemarks } from '../sync-configs/push-remarks.ts'
import { type JudgedRecord, judgeRecords, showResult } from './judge-records.ts'
import { mappedColumns } from './mapped-columns.ts'
import type { AskedOfWorker, ERPPreview, PreviewedRecord, PreviewFailure, PreviewOutcome, PreviewRequest } from './preview.ts'
import { previewMapping } from './preview-mapping.ts'
import { previewPush } from './preview-push.ts'
import { readChoices } from './read-choices.ts'
import { runEvaluation } from './run-evaluation.ts'
import type { RunPreviewPorts } from './run-preview-ports.ts'

/** Executes one preview job. A worker that is stopped snoozes it, so that another worker executes it. */
export async function runPreview(
  { connectionId, previewId }: { readonly connectionId: string; readonly previewId: string },
  ports: RunPreviewPorts,
  signal: AbortSignal,
): Promise<JobResult> {
  const request = await ports.previews.asked(previewId)
  if (!request) return done
  const outcome = await attempt(connectionId, request, ports, signal)
  if (signal.aborted) return { kind: 'snooze', delayMs: 0, reason: toAppError(signal.reason).message }
  await ports.previews.answer(previewId, outcome)
  return done
}

async function attempt(connectionId: string, request: AskedOfWorker, ports: RunPreviewPorts, signal: AbortSignal): Promise<PreviewOutcome> {
  const redactor = createRedactor()
  const leaving = new AbortController()
  let deadline: DeadlineSignal | undefined
  try {
    const connection = await ports.connections.get(connectionId)
    if (!connection) throw new AppError('request.not-found', `Connection ${connectionId} was deleted`)
    const { timeout } = connection.settings
    deadline = deadlineSignal(timeout, signal, leaving.signal)
    return await answer(connection, request, ports, deadline.signal, redactor).catch((thrown: unknown) => {
      throw deadline?.isOverdue
        ? new AppError('remote.timeout', `The answer took longer than the ${timeout} ms that settings.timeout allows`)
        : thrown
    })
  } catch (thrown) {
    const error = toAppError(thrown)
    if (error.code === 'store.unavailable') throw error
    if (error.kind === 'bug') ports.logger.error({ connectionId, error: redactor.clean(error.message) }, 'A preview failed')
    return { failure: redactor.cleanDeep(toFailure(error)) }
  } finally {
    leaving.abort(new AppError('run.ended', 'The preview is over'))
    deadline?.[Symbol.dispose]()
  }
}

async function answer(
  connection: Connection,
  request: AskedOfWorker,
  ports: RunPreviewPorts,
  signal: AbortSignal,
  redactor: Redactor,
): Promise<PreviewOutcome> {
  switch (request.direction) {
    case 'push':
      return { preview: await previewPush(connection, request, ports, signal, redactor) }
    case 'evaluate':
      return { evaluation: await runEvaluation(connection, request, ports, signal, redactor) }
    case 'choices':
      return { choices: await readChoices(connection, request, ports, signal, redactor) }
    default:
      return { preview: await readPreview(connection, request, ports, signal, redactor) }
  }
}

const toFailure = ({ code, message, details, retryAfterMs }: AppError): PreviewFailure => ({
  code,
  message,
  details,
  ...(retryAfterMs !== undefined && { retryAfterMs }),
})

async function readPreview(
  connection: Connection,
  { dataType, direction: _, limit, ...asked }: PreviewRequest,
  ports: RunPreviewPorts,
  signal: AbortSignal,
  redactor: Redactor,
): Promise<ERPPreview> {
  const { source, settings } = await previewMapping({ connectionId: connection.id, dataType, direction: 'pull' }, asked, ports)
  await using mapping = openMapping(settings, signal)
  await using session = await openSession(connection, ports, signal, redactor)
  const found: SourceRecord[] = []
  const files = new Map<string, DescribedFile>()
  let total: number | null = null
  try {
    for await (const page of session.source(dataType).pages({ after: null, since: null, dryRun: true, hasMapping: mapping !== null })) {
      found.push(...redactor.cleanDeep(page.records.slice(0, limit - found.length)))
      total = page.total ?? total
      const file = page.inspectFile && redactor.cleanDeep(await page.inspectFile())
      if (file) files.set(file.name, { ...file, columns: mappedColumns(file.columns, settings.fieldMapping) })
      if (found.length === limit) break
    }
  } catch (thrown) {
    if (!isShown(thrown, files)) throw thrown
  }
  const mapper = mapping && (await mapping.mapperFor(found))
  const remarks = pushRemarks(connection, dataType, settings, ports)
  return {
    dataType,
    mapping: source,
    total,
    records: judgeRecords(dataType, found, mapper).map(show),
    files: [...files.values()],
    ...(remarks.length > 0 && { remarks: [...remarks] }),
  }
}

/** Whether the failure is an unreadable file that the preview shows with its fault, beside the files that can be read. */
const isShown = (thrown: unknown, files: ReadonlyMap<string, DescribedFile>): boolean =>
  thrown instanceof AppError && thrown.code === 'file.unreadable' && [...files.values()].some(({ fault }) => fault !== null)

function show(judged: JudgedRecord): PreviewedRecord {
  const { source } = judged
  const raw = excerptOf(source.raw)
  const found = excerptOf(source.fields)
  const { shortened, ...result } = showResult(judged)
  return {
    ...result,
    raw: raw.value,
    found: {
      id: source.id,
      fields: found.value as Fields,
      changedAt: source.changedAt,
      ...(source.rejection && { rejection: source.rejection }),
    },
    shortened: shortened || raw.shortened || found.shortened,
  }
}
