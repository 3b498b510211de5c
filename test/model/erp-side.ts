import { normaliseRow, type OrderRow, type Row } from '@linkspan/simulators'
import { check } from './check.ts'
import { changed, leavesOf, lineOf, rowOf } from './leaves.ts'
import type { ModelRecord } from './model-record.ts'
import { run, wholePull } from './runs.ts'
import { anySku, type Data, type ErpRow, type PathChanges, tableOf, type World } from './world.ts'

/** Lets the ERP keep its first rows in its own form, and tells the model of them. */
export function takeInitialRows(world: World): void {
  const { erp, oracle, scenario } = world
  for (const row of [...tableOf(world)]) {
    const { id, updatedAt: _, ...kept } = { ...normaliseRow(row, scenario.normalise), deleted: undefined } as ErpRow
    erp.change(scenario.type, id, kept as Partial<OrderRow>)
    oracle.addInErp(`E${oracle.records.size}`, id, leavesOf(scenario.type, tableOf(world).get(id) as Data))
  }
}

/** What a person enters in the ERP, which keeps it in its own form. */
export function enter(world: World, record: ModelRecord, changes: PathChanges): void {
  const { erp, oracle, scenario } = world
  const { type, normalise } = scenario
  const row = tableOf(world).get(record.erpId ?? '')
  if (!row) throw new Error(`The ERP has no ${record.name}`)
  const { shipTo, lines, ...fields } = rowOf(changed(leavesOf(type, row), changes))
  const before = new Map(((row.lines ?? []) as Data[]).map((line) => [line.lineNumber, line]))
  const wanted = {
    ...row,
    ...Object.fromEntries([...changes.keys()].filter((path) => !/[.[]/.test(path)).map((path) => [path, fields[path] ?? null])),
    ...(shipTo !== undefined && { shipTo: { ...(row.shipTo as Data), ...(shipTo as Data) } }),
    ...(lines !== undefined && {
      lines: (lines as Data[]).map((line) => ({ ...newLine(world), ...before.get(line.lineNumber), ...line })),
    }),
  }
  const { id, updatedAt: _, ...kept } = normaliseRow(wanted as unknown as Row, normalise) as ErpRow
  erp.change(type, id, kept as Partial<OrderRow>)
  oracle.editInErp(record, leavesOf(type, tableOf(world).get(id) as Data))
}

const newLine = (world: World): Data => ({
  sku: anySku(world),
  quantity: '1',
  quantityShipped: '0',
  unitPrice: '5.00',
  priceUnitQuantity: '1',
  tax: '0.00',
  lineTotal: '5.00',
  uom: 'PC',
})

/** A row that the ERP creates itself. */
export function addInErp(world: World, name: string): void {
  const { erp, oracle, created, scenario } = world
  if (oracle.records.has(name) || created.has(name)) return
  created.add(name)
  const added = erp.add(scenario.type)
  oracle.addInErp(name, added.id, leavesOf(scenario.type, added as unknown as Data))
  const made = oracle.records.get(name)
  if (made) enter(world, made, new Map())
}

export async function editInErp(world: World, record: ModelRecord, changes: PathChanges): Promise<void> {
  if (record.theirs === null || record.conflict?.kind === 'back_and_forth') return
  await showForms(world, record, changes.keys())
  enter(world, record, changes)
}

export function removeInErp({ erp, oracle, scenario }: World, record: ModelRecord): void {
  if (record.theirs === null || record.conflict !== null || record.erpId === null) return
  erp.remove(scenario.type, record.erpId)
  oracle.editInErp(record, null)
}

/** Until the ERP has shown what it made of a write, nobody can tell that from what a person then enters there: so it is shown first. */
export async function showForms(world: World, record: ModelRecord, paths: Iterable<string>): Promise<void> {
  const isHidden =
    (record.isShared && !record.isShown) ||
    [...paths].some((path) => record.unconfirmed.has(path) || record.unconfirmed.has(lineOf(path) ?? path))
  if (!isHidden) return
  await run(world, { ...wholePull, mode: 'incremental' })
  await check(world)
}
