import { diff, type Leaves, leavesOf } from './leaves.ts'
import type { ModelRecord } from './model-record.ts'
import { type ErpRow, openConflicts, tableOf, type World } from './world.ts'

type Stored = Awaited<ReturnType<World['session']['core']['records']['list']>>['items'][number]
type OpenConflict = Awaited<ReturnType<typeof openConflicts>>[number]

/** What both sides have now, by our id or the ERP's. */
export interface Sight {
  readonly stored: ReadonlyMap<string, Stored>
  readonly conflicts: ReadonlyMap<string, OpenConflict>
  readonly rows: ReadonlyMap<string, ErpRow>
}

export async function look(world: World): Promise<Sight> {
  const { session, connectionId, scenario } = world
  const { items } = await session.core.records.list(connectionId, scenario.type, { limit: 1000 })
  return {
    stored: new Map(items.map((record) => [record.id, record])),
    conflicts: new Map((await openConflicts(world)).map((conflict) => [conflict.recordId, conflict])),
    rows: new Map([...tableOf(world)].map((row) => [row.id, row])),
  }
}

/** Compares both sides with the model; throws with all differences. */
export async function check(world: World): Promise<void> {
  const { oracle, erp } = world
  const sight = await look(world)
  const records = [...oracle.records.values()]
  const faults = records.flatMap((record) => faultsOf(world, record, sight))
  const [ids, erpIds] = [new Set(records.map(({ id }) => id)), new Set(records.map(({ erpId }) => erpId))]
  for (const id of sight.stored.keys()) if (!ids.has(id)) faults.push(`There is a record ${id} here that should not be there`)
  for (const id of sight.rows.keys()) if (!erpIds.has(id)) faults.push(`There is a row ${id} in the ERP that should not be there`)
  for (const id of sight.conflicts.keys()) if (!ids.has(id)) faults.push(`There is a conflict of ${id}, which should not be there`)
  const { duplicates } = erp.writeLog.summary()
  if (duplicates.length > 0) faults.push(`Orders were stored twice: ${duplicates.join(', ')}`)
  if (erp.requests.some(({ method, body }) => method === 'PATCH' && body === '{}')) faults.push('A change without content was sent')
  if (faults.length > 0) throw new Error(faults.join('\n  '))
}

/** How a record on both sides differs from what the model believes of it. */
export function faultsOf({ scenario }: World, record: ModelRecord, { stored, conflicts, rows }: Sight): string[] {
  const { type } = scenario
  const { id, erpId, name, ours, theirs, conflict, isPending, isShared } = record
  const have = stored.get(id)
  const faults = differences(`${name} here`, have ? leavesOf(type, have.data) : null, ours)
  const status = conflict ? 'conflict' : isPending ? 'pending' : 'synced'
  if (have && isShared && have.syncStatus !== status)
    faults.push(`${name} is ${have.syncStatus}, not ${status} ${JSON.stringify(have.error ?? '')}`)
  const row = erpId === null ? undefined : rows.get(erpId)
  faults.push(...differences(`${name} in the ERP`, row ? leavesOf(type, row) : null, theirs))
  const paths = (given: Iterable<string>) => [...given].sort().join(', ')
  const found = conflicts.get(id)
  const is = found && `${found.reason}: ${paths(found.fields.map(({ path }) => path))}`
  const wanted = conflict && `${conflict.kind}: ${paths(conflict.paths)}`
  if ((is ?? null) !== (wanted ?? null)) faults.push(`${name} has the conflict "${is ?? 'none'}" instead of "${wanted ?? 'none'}"`)
  return faults
}

export function differences(what: string, have: Leaves | null, wanted: Leaves | null): string[] {
  if (have === null || wanted === null) return have === wanted ? [] : [`${what} is ${have === null ? 'missing' : 'there'}`]
  return [...diff(wanted, have)].map(([path, value]) => `${what}: ${path} is "${value}", not "${wanted.get(path)}"`)
}
