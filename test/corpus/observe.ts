import type { ERPPreview, ERPRecord, ERPSyncLog, Reject } from '@linkspan/core'
import type { Client } from '../../script/sandbox/client.ts'
import type { CorpusCase } from './corpus-case.ts'
import type { OpenCase } from './corpus-loader.ts'

interface Entry {
  readonly level: string
  readonly message: string
}

/** What is stored after a run. */
interface Content {
  readonly records: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** The last position in the change feed. */
  readonly position: number
}

/** What one run of a case came to. */
export interface Outcome extends Content {
  readonly log: ERPSyncLog
  readonly warnings: readonly string[]
  readonly rejects: readonly Reject[]
  readonly seen: Readonly<Record<string, unknown>>
}

/** A preview that was made before the first run, or why there is none. */
export type Previewed = { readonly preview: ERPPreview } | { readonly failure: string }

export interface Observed {
  readonly outcomes: readonly Outcome[]
  /** Null if the case only pushes. */
  readonly previewed: Previewed | null
  /** A further run with the input of the last one, if that one was a pull that succeeded. */
  readonly again: (Content & { readonly log: ERPSyncLog }) | null
}

/** Runs a case to its end, and reads what each of its runs came to through the API. */
export async function observe({ runs, sync, mapping }: CorpusCase, open: OpenCase, client: Client): Promise<Observed> {
  const { connectionId: erpConnectionId, dataType } = open
  if (mapping)
    await client.call('POST', '/erp/sync-configs', {
      erpConnectionId,
      dataType,
      settings: { ...mapping, syncOnDemand: true },
    })
  const outcomes: Outcome[] = []
  let previewed: Previewed | null = null
  for (const [at] of runs.entries()) {
    await open.prepare(at + 1)
    if (at === 0 && sync.direction !== 'push') previewed = await preview(open, client)
    outcomes.push(await outcomeOf(await open.run(), open, client))
  }
  const isAccepted = outcomes.at(-1)?.log.status === 'success' && sync.direction !== 'push' && sync.dryRun !== true
  if (!isAccepted) return { outcomes, previewed, again: null }
  await open.prepare(runs.length)
  const log = await open.run()
  return { outcomes, previewed, again: { log, ...(await contentOf(open, client)) } }
}

async function preview({ connectionId, dataType }: OpenCase, client: Client): Promise<Previewed> {
  try {
    return { preview: await client.call<ERPPreview>('POST', `/erp/connections/${connectionId}/preview`, { dataType, limit: 50 }) }
  } catch (thrown) {
    return { failure: (thrown as Error).message }
  }
}

async function outcomeOf({ id }: ERPSyncLog, open: OpenCase, client: Client): Promise<Outcome> {
  const [log, entries, content, seen] = await Promise.all([
    client.call<ERPSyncLog>('GET', `/erp/sync-logs/${id}`),
    client.call<Entry[]>('GET', `/erp/sync-logs/${id}/entries?limit=100`),
    contentOf(open, client),
    open.seen?.(),
  ])
  const rejects = log.recordsFailed > 0 ? await client.call<Reject[]>('GET', `/erp/sync-logs/${id}/rejects?limit=100`) : []
  const warnings = entries.filter(({ level }) => level === 'warn').map(({ message }) => message)
  return { log, warnings, rejects, ...content, seen: seen ?? {} }
}

async function contentOf({ connectionId, dataType }: OpenCase, client: Client): Promise<Content> {
  const [records, { next }] = await Promise.all([
    client.call<ERPRecord[]>('GET', `/erp/connections/${connectionId}/records/${dataType}?limit=100`),
    client.call<{ next: number }>('GET', `/erp/connections/${connectionId}/changes/${dataType}?after=0&limit=1000`),
  ])
  return { records: Object.fromEntries(records.map((record) => [record.id, record.data])), position: next }
}
