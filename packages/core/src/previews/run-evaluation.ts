import type { Connection } from '../connections/connection.ts'
import { openSession } from '../connections/open-session.ts'
import { AppError } from '../kernel/errors.ts'
import type { Redactor } from '../kernel/redact.ts'
import type { MappingSettings } from '../mapping/mapping.ts'
import { openMapping } from '../mapping/open-mapping.ts'
import type { FoundInRow } from '../records/found-in-row.ts'
import type { SourceRecord } from '../records/record.ts'
import { pushRemarks } from '../sync-configs/push-remarks.ts'
import type { AskedEvaluation, ERPMappingEvaluation, EvaluatedRecord } from './evaluation.ts'
import { type JudgedRecord, judgeRecords, showResult } from './judge-records.ts'
import type { RunPreviewPorts } from './run-preview-ports.ts'
import { createMappingTrace } from './trace-mapping.ts'

/** Applies a mapping to rows that somebody has, as a sync that reads them would. The ERP is not called. */
export async function runEvaluation(
  connection: Connection,
  request: AskedEvaluation,
  ports: RunPreviewPorts,
  signal: AbortSignal,
  redactor: Redactor,
): Promise<ERPMappingEvaluation> {
  const { dataType, mapping: settings } = request
  const sources = await readRows(connection, request, ports, signal, redactor)
  const trace = request.trace ? createMappingTrace(settings) : null
  await using mapping = openMapping(settings, signal, trace?.observer)
  const judged = judgeRecords(dataType, sources, mapping && (await mapping.mapperFor(sources)))
  const count = (kind: JudgedRecord['result']['kind']) => judged.filter(({ result }) => result.kind === kind).length
  const remarks = pushRemarks(connection, dataType, settings, ports)
  return redactor.cleanDeep({
    dataType,
    accepted: count('accepted'),
    filtered: count('filtered'),
    rejected: count('rejected'),
    records: judged.map(
      (each): EvaluatedRecord => ({
        ...showResult(each),
        ...filteredBy(each, settings),
        ...(trace && { trace: trace.of(each.source) }),
      }),
    ),
    ...(remarks.length > 0 && { remarks: [...remarks] }),
  })
}

/** The rows as the connector reads them: anew, or else as it has found them before. */
async function readRows(
  connection: Connection,
  { dataType, raw, found }: AskedEvaluation,
  ports: RunPreviewPorts,
  signal: AbortSignal,
  redactor: Redactor,
): Promise<readonly SourceRecord[]> {
  await using session = await openSession(connection, ports, signal, redactor)
  const read = session.source(dataType).read?.(raw)
  if (read) return read
  if (found) return raw.map((row, at) => asFound(row, found[at]))
  throw new AppError(
    'request.invalid',
    'The connector of this ERP cannot read a row without asking the ERP: send what it has found in each row before, as `found` of a preview',
    { details: { issues: [{ path: 'found', message: 'is needed for this connector' }] } },
  )
}

function filteredBy({ mapped }: JudgedRecord, { filters = [] }: MappingSettings): Pick<EvaluatedRecord, 'filteredBy'> {
  const filter = mapped.kind === 'filtered' ? filters[mapped.by] : undefined
  return filter && mapped.kind === 'filtered' ? { filteredBy: { ...filter, filter: mapped.by } } : {}
}

function asFound(raw: unknown, { rejection, ...own }: FoundInRow = { id: '', fields: {}, changedAt: null }): SourceRecord {
  return { ...own, raw, ...(rejection && { rejection }) }
}
