import { z } from 'zod'
import type { Listing, PageQuery } from '../kernel/listing.ts'
import { Reject, rejectKeyOf } from '../records/reject.ts'
import type { Run } from '../runs/run.ts'
import type { RunStore } from '../runs/run-store.ts'
import { rejectIdFor } from './reject-id.ts'
import { type RejectFate, type RejectStore, rejectStates } from './reject-store.ts'

/** A reject as the log of its run shows it. */
export const ERPSyncReject = Reject.extend({
  id: z.string().optional().describe('The id of the open reject, to reprocess it; absent if the record is not open.'),
  state: z
    .enum(rejectStates)
    .optional()
    .describe(
      'What became of the record: open: it was rejected when it was last read; accepted: a later run has accepted it; written: the system has written it; gone: a run of everything has not rejected it again. Absent in a dry run and in a push, and if it is not known any more.',
    ),
  closedBy: z.string().optional().describe('The run that has accepted the record, or that did not find it any more.'),
}).meta({ id: 'ERPSyncReject' })
export type ERPSyncReject = z.infer<typeof ERPSyncReject>

export interface RunRejectPorts {
  readonly runs: Pick<RunStore, 'rejects'>
  readonly rejects: Pick<RejectStore, 'find' | 'fates'>
}

/** A kept reject of a run, and what became of its record. */
interface FatedReject {
  readonly reject: Reject
  readonly key: string
  readonly fate: RejectFate | null
}

/** A page of the rejects that a run keeps. A dry run opens no reject, nor does a push: there the record's own state tells more. */
export async function readFates(run: Run, query: PageQuery, { runs, rejects }: RunRejectPorts): Promise<Listing<FatedReject>> {
  const { items, ...rest } = await runs.rejects(run.id, query)
  const keys = items.map(rejectKeyOf)
  const fates = run.dryRun ? [] : await rejects.fates(run, keys)
  return {
    items: items.map((reject, at) => ({ reject, key: keys[at] ?? '', fate: reject.page === 0 ? null : (fates[at] ?? null) })),
    ...rest,
  }
}

/** The same as the API shows it, with the row of each record that no later run has read. */
export async function listRunRejects(run: Run, query: PageQuery, ports: RunRejectPorts): Promise<Listing<ERPSyncReject>> {
  const { items, ...rest } = await readFates(run, query, ports)
  const open = items.filter(({ fate }) => fate?.state === 'open').map(({ key }) => key)
  const found = await ports.rejects.find(run, open)
  const stored = new Map(open.map((key, at) => [key, found[at]?.runId === run.id ? found[at] : null]))
  return {
    items: items.map(({ reject, key, fate }) => {
      const { raw, rawShortened, found: own } = stored.get(key)?.reject ?? {}
      return {
        ...reject,
        ...(raw !== undefined && { raw }),
        ...(rawShortened && { rawShortened }),
        ...(own && { found: own }),
        ...(fate && { state: fate.state }),
        ...(fate?.state === 'open' && { id: rejectIdFor(run, key) }),
        ...(fate && fate.state !== 'open' && fate.runId !== null && { closedBy: fate.runId }),
      }
    }),
    ...rest,
  }
}
