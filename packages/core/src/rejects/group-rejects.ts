import { z } from 'zod'
import { everyPage } from '../kernel/every-page.ts'
import { maxLimit } from '../kernel/listing.ts'
import type { Run } from '../runs/run.ts'
import { maskReject } from './mask-reject.ts'
import type { RejectFate } from './reject-store.ts'
import { type RunRejectPorts, readFates } from './run-rejects.ts'

const count = z.int().min(0)

/** The rejects of a run that have the same path and reason. */
export const ERPRejectGroup = z
  .object({
    path: z.string().describe('The field that was at fault, as in `price` or `lines.0.sku`.'),
    reason: z.string(),
    count: count.describe('How many of the kept rejects of the run have this fault.'),
    open: count.describe('How many of their records are still open.'),
    accepted: z
      .array(z.object({ syncLogId: z.string(), count: count.describe('How many records it has accepted.') }))
      .describe('The later runs that have accepted records of the group, and how many. At most five.'),
    values: z
      .array(z.object({ value: z.unknown(), count: count.describe('How many rejects have the value.') }))
      .describe('The commonest values at the path, at most five.'),
  })
  .meta({ id: 'ERPRejectGroup' })
export type ERPRejectGroup = z.infer<typeof ERPRejectGroup>

/** The groups of a run's rejects, the largest first. */
export interface GroupedRejects {
  /** How many records the run has rejected. */
  readonly rejected: number
  /** How many of them are known to be still open. */
  readonly open: number
  readonly groups: readonly ERPRejectGroup[]
}

const maxShown = 5

interface Counted {
  readonly path: string
  readonly reason: string
  count: number
  open: number
  /** By run, by value as JSON. */
  readonly accepted: Map<string, number>
  readonly values: Map<string, number>
}

const add = (counts: Map<string, number>, key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1)

const commonest = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].sort(([, one], [, other]) => other - one).slice(0, maxShown)

/** Groups the rejects that a run keeps. `masks`: the values are hidden if they are of persons. */
export async function groupRejects(run: Run, masks: boolean, ports: RunRejectPorts): Promise<GroupedRejects> {
  const groups = new Map<string, Counted>()
  const open = new Set<string>()
  for await (const page of everyPage((cursor) => readFates(run, { limit: maxLimit, cursor }, ports))) {
    for (const { reject, key, fate } of page) {
      if (fate?.state === 'open') open.add(key)
      for (const error of (masks ? maskReject(reject, run.dataType) : reject).errors) addError(groups, error, fate)
    }
  }
  return {
    rejected: run.counts.rejected + run.counts.refused,
    open: open.size,
    groups: [...groups.values()].sort((one, other) => other.count - one.count).map(presentGroup),
  }
}

function addError(
  groups: Map<string, Counted>,
  { path, message, value }: { readonly path: string; readonly message: string; readonly value?: unknown },
  fate: RejectFate | null,
): void {
  const name = JSON.stringify([path, message])
  const group = groups.get(name) ?? { path, reason: message, count: 0, open: 0, accepted: new Map(), values: new Map() }
  groups.set(name, group)
  group.count += 1
  if (fate?.state === 'open') group.open += 1
  if (fate?.state === 'accepted' && fate.runId !== null) add(group.accepted, fate.runId)
  add(group.values, JSON.stringify(value ?? null))
}

const presentGroup = ({ accepted, values, ...group }: Counted): ERPRejectGroup => ({
  ...group,
  accepted: commonest(accepted).map(([syncLogId, count]) => ({ syncLogId, count })),
  values: commonest(values).map(([json, count]) => ({ value: JSON.parse(json), count })),
})
