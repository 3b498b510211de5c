import { z } from 'zod'
import type { Connection, ConnectionRepository } from '../connections/connection.ts'
import { healthOf } from '../connections/health.ts'
import type { Backlog, OutboxStore } from '../outbox/outbox-store.ts'

const count = z.int().min(0)
const connectionsAtOnce = 100
/** How many connections are looked at. */
export const maxExamined = 1000
const maxDegraded = 20

/** What needs somebody, over the newest connections. */
export const Troubles = z.object({
  records: z
    .object({
      waiting: count.describe('Records that wait to be pushed.'),
      uncertain: count.describe('Records that were sent, and whose outcome is not known yet.'),
      conflicts: count.describe('Conflicts that wait for a person; `GET /erp/conflicts` lists them.'),
    })
    .describe(`Of the newest ${maxExamined} connections.`),
  degraded: z
    .array(z.object({ erpConnectionId: z.string(), name: z.string(), since: z.iso.datetime(), reason: z.string() }))
    .describe(`Connections whose health is degraded, of the newest ${maxExamined}; at most ${maxDegraded}, longest degraded first.`),
})
export type Troubles = z.infer<typeof Troubles>

interface TroublePorts {
  readonly connections: Pick<ConnectionRepository, 'list'>
  readonly outbox: Pick<OutboxStore, 'backlog'>
}

export async function findTroubles({ connections, outbox }: TroublePorts): Promise<Troubles> {
  const records = { waiting: 0, uncertain: 0, conflicts: 0 }
  const degraded: Troubles['degraded'][number][] = []
  let cursor: string | undefined
  for (let examined = 0; examined < maxExamined; examined += connectionsAtOnce) {
    const { items, next } = await connections.list({ limit: connectionsAtOnce, cursor })
    const backlogs = await Promise.all(items.map(({ id, settings }) => outbox.backlog(id, settings.enabledDataTypes)))
    for (const backlog of backlogs) add(records, backlog)
    degraded.push(...items.flatMap(toDegraded))
    if (next === null) break
    cursor = next
  }
  return { records, degraded: degraded.toSorted((one, other) => one.since.localeCompare(other.since)).slice(0, maxDegraded) }
}

function add(sum: { -readonly [Name in keyof Backlog]: number }, more: Backlog): void {
  sum.waiting += more.waiting
  sum.uncertain += more.uncertain
  sum.conflicts += more.conflicts
}

/** A connection that a person has switched off troubles nobody. */
function toDegraded(connection: Connection): Troubles['degraded'] {
  const { state, since, reason = '' } = healthOf(connection)
  if (state !== 'degraded' || connection.status === 'inactive') return []
  return [{ erpConnectionId: connection.id, name: connection.name, since, reason }]
}
