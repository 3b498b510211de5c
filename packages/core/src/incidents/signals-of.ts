import { z } from 'zod'
import type { ERPEvent, EventType } from '../events/event.ts'
import { DataTypeId } from '../records/data-types.ts'
import { Direction } from '../runs/run.ts'
import { causeOfCode } from './causes.ts'
import type { IncidentCause } from './incident.ts'
import type { Signal } from './observation.ts'
import { type ConnectionTrouble, observeConnection, type WatchedConnection } from './observe.ts'
import { parts } from './parts.ts'

const Stream = z.object({ connectionId: z.string(), dataType: DataTypeId })
const Directed = Stream.extend({ direction: Direction })
const Ended = Directed.extend({
  syncLogId: z.string(),
  dryRun: z.boolean().optional(),
  readAll: z.boolean().optional(),
  counts: z.looseObject({ rejected: z.int() }),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
})
const Order = z.object({ connectionId: z.string(), recordId: z.string(), syncLogId: z.string().optional(), message: z.string().optional() })
const Conflicts = z.object({ connectionId: z.string(), dataType: DataTypeId, open: z.int() })
const Circuit = z.object({ connectionId: z.string(), reason: z.string().optional(), code: z.string().optional() })
const Freshness = Directed.extend({ ageSeconds: z.number().optional(), allowedSeconds: z.number().optional() })

/** What a reading of an event may use. */
interface Reading<Data> {
  readonly data: Data
  readonly observe: (trouble: Omit<ConnectionTrouble, 'at'>) => Signal
  readonly resolve: (part: string, message: string) => Signal
}

interface Rule {
  readonly read: (data: unknown, reading: Omit<Reading<never>, 'data'>) => readonly Signal[]
}

const rule = <Schema extends z.ZodType>(schema: Schema, read: (reading: Reading<z.output<Schema>>) => readonly Signal[]): Rule => ({
  read: (data, reading) => read({ ...reading, data: schema.parse(data) }),
})

const runParts = ({ connectionId, dataType, direction }: z.infer<typeof Directed>) =>
  (direction === 'bidirectional' ? (['pull', 'push'] as const) : [direction]).map((one) => parts.runs(connectionId, dataType, one))

/** Rejected records are missing until a sync of everything rejects none. */
function rejectsOf(
  { connectionId, dataType, readAll, syncLogId: runId, counts: { rejected } }: z.infer<typeof Ended>,
  observe: Reading<never>['observe'],
  resolve: Reading<never>['resolve'],
): readonly Signal[] {
  const part = parts.rejects(connectionId, dataType)
  const message = `${rejected} ${rejected === 1 ? 'record was' : 'records were'} rejected`
  if (rejected > 0) return [observe({ cause: 'record.invalid', parts: [part], dataType, runId, message })]
  return readAll ? [resolve(part, `A sync of all ${dataType} rejected no record`)] : []
}

/** A cancelled run says nothing about the ERP, and neither does a dry run. */
const noFailures: ReadonlySet<string> = new Set(['run.cancelled', 'run.ended', 'run.interrupted', 'run.superseded'])

/** A certificate that ends soon is told by the events of the circuit, but leaves it closed. */
const certificateEnds = 'setup.certificate-ends'

const rules: Partial<Record<EventType, Rule>> = {
  'sync.failed': rule(Ended, ({ data, observe }) => {
    const { dataType, syncLogId: runId, error } = data
    if (data.dryRun || error === undefined || noFailures.has(error.code)) return []
    return [observe({ cause: causeOfCode(error.code), parts: runParts(data), dataType, runId, message: error.message })]
  }),
  'sync.succeeded': rule(Ended, ({ data, observe, resolve }) => {
    if (data.dryRun) return []
    const resolved = runParts(data).map((part) => resolve(part, `The next sync of ${data.dataType} succeeded`))
    return [...resolved, ...rejectsOf(data, observe, resolve)]
  }),
  'order.refused': rule(Order, ({ data: { connectionId, recordId, syncLogId: runId, message = 'no reason given' }, observe }) => {
    const part = parts.record(connectionId, 'orders', recordId)
    return [observe({ cause: 'record.refused', parts: [part], dataType: 'orders', runId, message: `Order ${recordId}: ${message}` })]
  }),
  'order.pushed': rule(Order, ({ data: { connectionId, recordId }, resolve }) => [
    resolve(parts.record(connectionId, 'orders', recordId), `The ERP has accepted order ${recordId}`),
  ]),
  'conflict.opened': rule(Conflicts, ({ data: { connectionId, dataType, open }, observe }) => {
    const message = open === 1 ? '1 conflict waits' : `${open} conflicts wait`
    return [observe({ cause: 'conflict.waiting', parts: [parts.conflicts(connectionId)], dataType, message })]
  }),
  'conflict.resolved': rule(Conflicts, ({ data: { connectionId, open }, resolve }) =>
    open > 0 ? [] : [resolve(parts.conflicts(connectionId), 'No conflict waits any more')],
  ),
  'connection.degraded': rule(Circuit, ({ data: { connectionId, reason, code }, observe }) => {
    if (code === certificateEnds) {
      const message = reason ?? 'The certificate of the ERP ends soon'
      return [observe({ cause: certificateEnds, parts: [parts.certificate(connectionId)], severity: 'warning', message })]
    }
    const cause: IncidentCause = code === undefined ? 'circuit.open' : causeOfCode(code)
    const message = `Linkspan has stopped calling the ERP, and tests the connection from time to time${reason === undefined ? '' : `: ${reason}`}`
    return [observe({ cause, parts: [parts.circuit(connectionId)], severity: 'critical', message })]
  }),
  'connection.recovered': rule(Circuit, ({ data: { connectionId, code }, resolve }) => [
    code === certificateEnds
      ? resolve(parts.certificate(connectionId), 'The certificate of the ERP was renewed')
      : resolve(parts.circuit(connectionId), 'Linkspan can work with the ERP again'),
  ]),
  'freshness.late': rule(Freshness, ({ data, observe }) => {
    const { connectionId, dataType, direction, ageSeconds, allowedSeconds } = data
    const part = parts.freshness(connectionId, dataType, direction)
    const message = `The last proven sync of ${dataType} was ${span(ageSeconds)} ago; allowed are ${span(allowedSeconds)}`
    const consequenceOf = [...runParts(data), parts.circuit(connectionId)]
    return [observe({ cause: 'freshness.late', parts: [part], dataType, consequenceOf, message })]
  }),
  'freshness.met': rule(Directed, ({ data: { connectionId, dataType, direction }, resolve }) => [
    resolve(parts.freshness(connectionId, dataType, direction), `The ${dataType} are up to date again`),
  ]),
}

const span = (seconds: number | undefined): string =>
  seconds === undefined ? 'too long' : seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`

/** What an event of a connection says about incidents: nothing, for most types. Throws if its data do not have the form of its type. */
export function signalsOf({ type, data, timestamp: at }: ERPEvent, connection: WatchedConnection): readonly Signal[] {
  return (
    rules[type]?.read(data, {
      observe: (trouble) => observeConnection(connection, { ...trouble, at }),
      resolve: (part, message) => ({ kind: 'resolve', part, message, at }),
    }) ?? []
  )
}
