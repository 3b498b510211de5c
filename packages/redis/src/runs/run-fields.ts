import { type Checkpoint, type Counts, type PageResult, Run } from '@linkspan/core'

/** A run's hash: numbers as digits, times as milliseconds, empty text for what is absent. */
type Fields = Readonly<Record<string, string | null | undefined>>

export const countFields = [
  'read',
  'created',
  'updated',
  'unchanged',
  'filtered',
  'rejected',
  'deleted',
  'pushed',
  'refused',
  'echoes',
  'conflicts',
  'merged',
  'overridden',
] as const
/** What the script of a page answers, in this order. */
export const pageFields = [
  ...countFields,
  'pages',
  'cursor',
  'complete',
  'partial',
  'total',
  'distinct',
  'unidentified',
  'highWater',
  'asOf',
  'since',
] as const

const number = (text: string | null | undefined): number => Number(text || 0)
const time = (text: string | null | undefined): string | null => (text ? new Date(Number(text)).toISOString() : null)

const toCounts = (fields: Fields): Counts => Object.fromEntries(countFields.map((name) => [name, number(fields[name])])) as Counts

const toCheckpoint = (fields: Fields): Checkpoint => ({
  pages: number(fields.pages),
  cursor: fields.cursor || null,
  complete: fields.complete === '1',
  partial: fields.partial === '1',
  total: fields.total ? Number(fields.total) : null,
  distinct: number(fields.distinct),
  unidentified: number(fields.unidentified),
  highWater: fields.highWater || null,
  serverTime: fields.asOf || null,
  since: fields.since || null,
})

export const toPageResult = (values: readonly (string | null)[]): Omit<PageResult, 'live'> => {
  const fields = Object.fromEntries(pageFields.map((name, index) => [name, values[index]]))
  return { counts: toCounts(fields), checkpoint: toCheckpoint(fields) }
}

const docFields = [
  'id',
  'connectionId',
  'dataType',
  'direction',
  'trigger',
  'mode',
  'since',
  'dryRun',
  'mapping',
  'trace',
  'createdBy',
  'syncConfigId',
  'dueAt',
  'queuedAt',
] as const satisfies readonly (keyof Run)[]

/** The part of a run that never changes. */
export const toDoc = (run: Run): string => JSON.stringify(Object.fromEntries(docFields.map((name) => [name, run[name]])))

export function toRun(fields: Fields): Run | null {
  if (!fields.doc) return null
  return Run.parse({
    ...JSON.parse(fields.doc),
    startedAt: time(fields.startedAt),
    completedAt: time(fields.completedAt),
    status: fields.status,
    attempts: number(fields.attempts),
    failures: number(fields.failures),
    throttledSince: time(fields.throttledSince),
    counts: toCounts(fields),
    checkpoint: toCheckpoint(fields),
    error: fields.error ? JSON.parse(fields.error) : null,
    ...(fields.stop && { stop: JSON.parse(fields.stop) }),
    ...(fields.force && { force: true }),
    ...(fields.verdict && { verdict: JSON.parse(fields.verdict) }),
    ...(fields.leftWaiting && { left: { uncertain: number(fields.leftUncertain), waiting: number(fields.leftWaiting) } }),
    ...(fields.interruptedAt && { interruptedAt: time(fields.interruptedAt) }),
  })
}
