import type { ERPChange, ERPPreview, ERPSyncLog, Reject } from '@linkspan/core'
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
  /** The run's log, whatever the level. */
  readonly entries: readonly string[]
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

async function outcomeOf(log: ERPSyncLog, open: OpenCase, client: Client): Promise<Outcome> {
  const path = `/erp/sync-logs/${log.id}`
  const [entries, rejects, content, seen] = await Promise.all([
    client.call<Entry[]>('GET', `${path}/entries?limit=100`),
    log.recordsFailed > 0 ? client.call<Reject[]>('GET', `${path}/rejects?limit=100`) : [],
    contentOf(open, client),
    open.seen?.(),
  ])
  const warnings = entries.filter(({ level }) => level === 'warn').map(({ message }) => message)
  return { log, warnings, entries: entries.map(({ message }) => message), rejects, ...content, seen: seen ?? {} }
}

/** The change feed has each record once, at its latest change. */
async function contentOf({ connectionId, dataType }: OpenCase, client: Client): Promise<Content> {
  const path = `/erp/connections/${connectionId}/changes/${dataType}?after=0&limit=1000`
  const { changes, next } = await client.call<{ changes: ERPChange[]; next: number }>('GET', path)
  return { records: Object.fromEntries(changes.flatMap(({ record }) => (record ? [[record.id, record.data]] : []))), position: next }
}
