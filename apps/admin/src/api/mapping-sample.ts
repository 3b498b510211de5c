import { type components, isPushPreview, ok } from '@linkspan/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import type { Reject, StreamName } from './names.ts'
import { maxRejects, readOpenRejects } from './rejects.ts'
import { stillData } from './stale-marks.ts'

/** Rows that were rejected, on which a mapping can be tried. */
export interface RejectedRows {
  /** The id of the run that rejected them, or `allOpen`. */
  readonly rejects: string
  /** The field that was at fault; without it, any. */
  readonly path?: string
  /** Rows with this fault come first. Its words are those of the reader's language, so a link may find others than who sent it. */
  readonly reason?: string
}

/** All that are rejected until now, over all runs. */
export const allOpen = 'open'

/** Rows that the ERP has sent, on which a mapping is tried. */
export interface Sample {
  /** Tells samples apart. */
  readonly id: number
  readonly at: string
  readonly total: number | null
  readonly raw: readonly unknown[]
  /** What the connector found in each row; absent if the rows were kept without it. */
  readonly found?: readonly components['schemas']['ERPFoundInRow'][]
  readonly isShortened: boolean
  /** How many of the rows, from the first on, were rejected when they were read; absent if they were chosen for another reason. */
  readonly rejected?: number
}

const maxSample = 25
/** How many open rejects are looked through for those with a fault. */
const maxSearched = 2000

/**
 * The first rows, as the ERP sends them now; or rows that were rejected, and behind them the first rows, because a connector reads each row
 * beside others. They stay until they are asked for again.
 */
export const sampleQuery = (stream: StreamName, rejected?: RejectedRows) =>
  queryOptions({
    queryKey: ['mapping', stream.id, stream.dataType, 'sample', rejected],
    queryFn: ({ signal }) => (rejected ? rejectedRows(stream, rejected, signal) : firstRows(stream, signal)),
    meta: stillData,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
  })

let samples = 0
const nextId = () => ++samples

const timeOf = (headers: Headers) => new Date(headers.get('date') ?? 0).toISOString()

async function firstRows({ id, dataType }: StreamName, signal: AbortSignal): Promise<Sample> {
  const body = { dataType, limit: maxSample }
  const answer = await api.POST('/erp/connections/{id}/preview', { params: { path: { id } }, body, signal })
  const preview = await ok(Promise.resolve(answer))
  if (isPushPreview(preview)) throw new Error('A preview of what the ERP has was asked for')
  return {
    id: nextId(),
    at: timeOf(answer.response.headers),
    total: preview.total,
    raw: preview.records.map(({ raw }) => raw),
    found: preview.records.map(({ found }) => found),
    isShortened: preview.records.some(({ shortened }) => shortened),
  }
}

async function rejectedRows(stream: StreamName, { rejects, path, reason }: RejectedRows, signal: AbortSignal): Promise<Sample> {
  const [{ read, at }, others] = await Promise.all([
    rejects === allOpen ? openRejects(stream, signal) : rejectsOfRun(rejects, signal),
    firstRows(stream, signal).catch(() => null), // the ERP may be away
  ])
  const atFault = read.filter(({ raw, errors }) => raw !== undefined && (path === undefined || errors.some((error) => error.path === path)))
  const isOfReason = ({ errors }: Reject) => errors.some(({ message }) => message === reason)
  const shown = [...atFault.filter(isOfReason), ...atFault.filter((reject) => !isOfReason(reject))].slice(0, maxSample)
  const raw = [...shown.map((reject) => reject.raw), ...(others?.raw ?? [])]
  const found = [...shown.map((reject) => reject.found), ...(others?.found ?? [])].filter((one) => one !== undefined)
  return {
    id: nextId(),
    at,
    total: atFault.length,
    raw,
    ...(found.length === raw.length && { found }), // a connector that can read rows again keeps nothing else
    isShortened: shown.some(({ rawShortened }) => rawShortened) || (others?.isShortened ?? false),
    rejected: shown.length,
  }
}

interface ReadRejects {
  readonly read: readonly Reject[]
  readonly at: string
}

async function rejectsOfRun(runId: string, signal: AbortSignal): Promise<ReadRejects> {
  const params = { path: { id: runId }, query: { limit: maxRejects } }
  const answer = await api.GET('/erp/sync-logs/{id}/rejects', { params, signal })
  return { read: await ok(Promise.resolve(answer)), at: timeOf(answer.response.headers) }
}

async function openRejects({ id, dataType }: StreamName, signal: AbortSignal): Promise<ReadRejects> {
  const read: Reject[] = []
  for (let cursor = ''; ; ) {
    const { items, next, headers } = await readOpenRejects({ connection: id, dataType, limit: maxRejects, cursor }, signal)
    read.push(...items)
    if (next === null || read.length >= maxSearched) return { read, at: timeOf(headers) }
    cursor = next
  }
}
