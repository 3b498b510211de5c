import { pathsOf } from './edit-paths.ts'
import { changed, diff, isDecimalPath, type Leaves, leavesOf, lineOf, rowOf } from './leaves.ts'
import type { ModelRecord } from './model-record.ts'
import { caller } from './model-stack.ts'
import type { Edit } from './scenario.ts'
import { anySku, type Data, feedEnd, openConflicts, type PathChanges, readRecord, type World } from './world.ts'

const newerMs = 60_000

/** Posts fields of a record, as changed a minute ago or, if it is newer, in a minute. */
export async function post({ session, connectionId, scenario }: World, id: string, data: Data, isNewer: boolean) {
  const updatedAt = new Date(session.now().getTime() + (isNewer ? newerMs : -newerMs)).toISOString()
  const [written] = await session.core.records.write(caller, {
    connectionId,
    dataType: scenario.type,
    records: [{ id, data, updatedAt } as { id: string }],
  })
  return written
}

/** The fields that a platform posts to make its record like the leaves: addresses and lists of lines as a whole. */
function posted(world: World, stored: Data, wanted: Leaves): Data {
  const changes = diff(leavesOf(world.scenario.type, stored), wanted)
  const { shipTo, lines, ...fields } = rowOf(wanted)
  const known = new Map(((stored.lines ?? []) as Data[]).map((line) => [line.lineNumber, line]))
  const names = [...changes.keys()].map((path) => path.replace(/[.[].*$/s, ''))
  return {
    ...Object.fromEntries(names.filter((name) => name !== 'lines' && name !== 'shipTo').map((name) => [name, fields[name] ?? null])),
    ...(names.includes('shipTo') && { shipTo: { ...(stored.shipTo as Data | undefined), ...(shipTo as Data) } }),
    ...(names.includes('lines') && {
      lines: ((lines ?? []) as Data[]).map((line) => ({ sku: anySku(world), ...known.get(line.lineNumber), ...line })),
    }),
  }
}

/** Only what changes: of an address the part, of a line its number and the field, beside the numbers of the other lines. */
export function postedAlone(ours: Leaves, changes: PathChanges): Data {
  const result: Record<string, unknown> = {}
  const lines = [...ours.keys()].filter((path) => lineOf(path) === path)
  const fieldsOfLines = [...changes].filter(([path]) => lineOf(path) !== null)
  if (fieldsOfLines.length > 0)
    result.lines = lines.map((item) => ({
      lineNumber: item.slice('lines['.length, -1),
      ...Object.fromEntries(
        fieldsOfLines.filter(([path]) => lineOf(path) === item).map(([path, value]) => [path.slice(item.length + 1), value ?? null]),
      ),
    }))
  for (const [path, value] of changes) {
    if (lineOf(path) !== null) continue
    const [field = '', part] = path.split('.')
    result[field] = part === undefined ? (value ?? null) : { ...(result[field] as Data | undefined), [part]: value ?? null }
  }
  return result
}

export async function create(world: World, name: string, edits: readonly Edit[]): Promise<void> {
  const { oracle, created, scenario } = world
  const { type, seed } = scenario
  if (oracle.records.has(name) || created.has(name)) return
  created.add(name)
  const id = `${name}-${seed}`
  const lines = [{ lineNumber: '10', sku: anySku(world), description: 'First', quantity: '2', unitPrice: '12.50', quantityShipped: '0' }]
  const shipTo = { name: 'Ada', line1: 'Way 1', city: 'Bonn' }
  const base: Data =
    type === 'products'
      ? { sku: id, name: 'Mug', price: '1.50', currency: 'EUR' }
      : { orderDate: '2026-11-23', currency: 'EUR', total: '25.00', customerId: '17100001', status: 'pending', shipTo, lines }
  const wanted = changed(leavesOf(type, base), pathsOf(edits, leavesOf(type, base)))
  const data = { ...base, ...posted(world, base, wanted) }
  await post(world, id, data, true)
  oracle.create(name, id, leavesOf(type, data), true)
}

export async function write(world: World, record: ModelRecord, changes: PathChanges, isNewer: boolean): Promise<void> {
  if (record.ours === null) return
  const { oracle } = world
  const wanted = changed(record.ours, changes)
  const news = oracle.newsOf(record, wanted)
  const before = await readRecord(world, record.id)
  const position = await feedEnd(world)
  const after = await post(world, record.id, posted(world, before.data, wanted), isNewer)
  const end = await feedEnd(world)
  if (news.size === 0 && (after?.version !== before.version || end !== position))
    throw new Error(`A write that says nothing new made version ${after?.version} of ${before.version}, feed ${end} of ${position}`)
  oracle.write(record, news, isNewer)
}

/** Posts back what was read: decimals with more zeros, lines in another order and without some fields, values as they were first written. */
export async function repeat(world: World, record: ModelRecord): Promise<void> {
  if (record.ours === null || !record.isShared) return
  const before = await readRecord(world, record.id)
  const longer = (path: string, value: string) => (isDecimalPath(path) ? `${value}${value.includes('.') ? '00' : '.00'}` : value)
  const again = new Map([...record.ours].map(([path, value]) => [path, longer(path, record.sentForms.get(path) ?? value)]))
  for (const path of [...again.keys()]) if (path.endsWith('].description') || path === 'shipTo.line1') again.delete(path)
  const { lines, ...fields } = rowOf(again)
  const position = await feedEnd(world)
  const data = { ...fields, ...(lines !== undefined && { lines: (lines as Data[]).toReversed() }) }
  const after = await post(world, record.id, data, true)
  if (after?.version !== before.version || after.syncStatus !== before.syncStatus || (await feedEnd(world)) !== position)
    throw new Error(`Posted back as it is, ${record.id} went from ${describe(before)} to ${describe(after)}`)
}

const describe = (record: { version: number; syncStatus: string } | undefined) => `version ${record?.version} ${record?.syncStatus}`

export async function resolve(world: World, winners: readonly ('erp' | 'system')[]): Promise<void> {
  const { session, oracle, scenario } = world
  for (const conflict of await openConflicts(world)) {
    const record = [...oracle.records.values()].find(({ id }) => id === conflict.recordId)
    if (!record) throw new Error(`There is a conflict of ${conflict.recordId}, which nobody knows`)
    const fields = Object.fromEntries(conflict.fields.map(({ path }, at) => [path, winners[at % winners.length] ?? 'erp']))
    const winner = winners[0] ?? 'erp'
    await session.core.conflicts.resolve(caller, { id: conflict.id, winner, ...(conflict.fields.length > 0 && { fields }) })
    const seen = leavesOf(scenario.type, conflict.erp.data)
    oracle.resolve(record, (path) => fields[path] ?? fields[lineOf(path) ?? ''] ?? winner, seen)
  }
}
