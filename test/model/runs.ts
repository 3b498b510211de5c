import type { Step } from './scenario.ts'
import { feedEnd, openConflicts, readRecord, tableOf, type World, writesSeen } from './world.ts'

export type Run = Extract<Step, { kind: 'run' }>

export const wholePull: Run = { kind: 'run', direction: 'pull', mode: 'full', answer: 'record', trouble: null }

/** Runs, compares what the log says with the model, and lets the model run. */
export async function run(world: World, step: Run): Promise<void> {
  const { oracle } = world
  const { direction, mode, trouble } = step
  const { recordsPushed } = await runProduct(world, step)
  const pushed = oracle.run({ direction, isFull: mode === 'full', answer: world.answer })
  if (trouble === null && recordsPushed !== pushed) throw new Error(`The run pushed ${recordsPushed} records, not ${pushed}`)
  await learnErpIds(world)
}

/** Runs the product alone. Throws if the run does not end in success, or refuses a record. */
export async function runProduct(world: World, { direction, mode, answer, trouble }: Run) {
  const { erp, session, connectionId, scenario } = world
  const { type } = scenario
  world.answer = trouble === null ? answer : 'record'
  if (trouble !== null && trouble.kind !== 'kill') erp.faults.add({ kind: trouble.kind, path: `/${type}`, times: 1 })
  const log = await session.run({ connectionId, dataType: type, direction, mode, since: undefined, dryRun: false }, trouble)
  erp.faults.clear()
  if (log.status !== 'success') throw new Error(`The run ended in ${log.status}: ${log.errorMessage}`)
  if (log.recordsFailed > 0)
    throw new Error(`The run refused records: ${JSON.stringify((await session.core.runs.rejects(log.id, { limit: 5 })).items)}`)
  return log
}

/** The model does not know which ids the ERP gives. */
export async function learnErpIds(world: World): Promise<void> {
  for (const record of world.oracle.records.values())
    if (record.erpId === '(new)') record.erpId = (await readRecord(world, record.id)).erpId
}

/** A dry run changes nothing, and says how many records a run would push if the model can know that. */
export async function dryRun(world: World, { direction, mode }: Extract<Step, { kind: 'dry-run' }>): Promise<void> {
  const { session, connectionId, oracle, scenario } = world
  const before = await snapshot(world)
  const log = await session.run({ connectionId, dataType: scenario.type, direction, mode, since: undefined, dryRun: true })
  if (log.status !== 'success') throw new Error(`The dry run ended in ${log.status}: ${log.errorMessage}`)
  const isForeseeable = [...oracle.records.values()].every(
    ({ isPending, erpId, theirs }) => !isPending || erpId === null || theirs !== null,
  )
  const expected = oracle.forecast({ direction, isFull: mode === 'full', answer: 'record' })
  if (direction === 'bidirectional' && isForeseeable && log.recordsPushed !== expected)
    throw new Error(`The dry run says that ${log.recordsPushed} records would be pushed, not ${expected}`)
  if ((await snapshot(world)) !== before) throw new Error('The dry run has changed something')
}

const snapshot = async (world: World): Promise<string> =>
  JSON.stringify([
    await world.session.core.records.changes(world.connectionId, world.scenario.type, 0, 1000),
    await feedEnd(world),
    [...tableOf(world)],
    writesSeen(world),
    (await openConflicts(world)).map(({ fields }) => fields),
  ])
