import { normaliseRow, type OrderRow, type RestErp, type Row, startRestErp, type WriteAnswer } from '@linkspan/simulators'
import { mappedSettings, mappedShape } from './erp-shape.ts'
import { changed, diff, isDecimalPath, type Leaves, leavesOf, lineOf, rowOf } from './leaves.ts'
import { caller, type ModelSession, type ModelStack } from './model-stack.ts'
import { createOracle, type ModelRecord, type Oracle } from './oracle.ts'
import { createRandom } from './random.ts'
import type { Edit, Scenario, Step } from './scenario.ts'

type Data = Readonly<Record<string, unknown>>
type Run = Extract<Step, { kind: 'run' }>

const initialRows = 3
const newerMs = 60_000

/** Runs a scenario against the product and the model, and throws at the first difference between them. */
export async function runScenario(scenario: Scenario, stack: ModelStack): Promise<void> {
  const { type, locking, normalise, isMapped, strategy } = scenario
  let answer: WriteAnswer = 'record'
  await using erp = await startRestErp({
    dataset: { products: initialRows, orders: initialRows, seed: scenario.seed },
    paging: 'link',
    pageSize: 2,
    answer: () => answer,
    normalise,
    locking,
    ...(isMapped && mappedShape(type)),
  })
  const player = await openPlayer(scenario, stack.open(), erp, createOracle({ type, strategy, normalise }), (next) => {
    answer = next
  })
  for (const [at, step] of [start, ...scenario.steps].entries()) {
    try {
      await player.play(step)
      await player.check()
    } catch (thrown) {
      throw new Error(`Step ${at} (${JSON.stringify(step)}): ${thrown instanceof Error ? thrown.message : thrown}`, { cause: thrown })
    }
  }
  await player.settle()
}

const start: Run = { kind: 'run', direction: 'pull', mode: 'full', answer: 'record', trouble: null }

async function openPlayer(
  scenario: Scenario,
  session: ModelSession,
  erp: RestErp,
  oracle: Oracle,
  setAnswer: (answer: WriteAnswer) => void,
) {
  const { type, strategy, isMapped, normalise, locking } = scenario
  const { core } = session
  const push = { ...(locking !== 'none' && { ifMatch: true }), ...(type === 'products' && { referenceField: 'sku' }) }
  const { connection } = await core.connections.create(caller, {
    name: `Seed ${scenario.seed}`,
    provider: 'Custom',
    connectionMethod: 'api',
    credentials: { apiUrl: erp.url },
    settings: {
      enabledDataTypes: [type],
      retryDelay: 0,
      retryAttempts: 5,
      timeout: 2000,
      maxDeleteShare: 1,
      resources: { [type]: { push, since: { parameter: 'updated_since' } } },
    },
  })
  const connectionId = connection.id
  await core.syncConfigs.create(caller, {
    erpConnectionId: connectionId,
    dataType: type,
    direction: 'bidirectional',
    enabled: false,
    settings: { conflictResolution: strategy, ...(isMapped && mappedSettings[type]) },
  } as Parameters<typeof core.syncConfigs.create>[1])

  const table = () => erp.dataset[type] as unknown as Iterable<Row & Data> & { get(id: string): (Row & Data) | undefined }
  const read = async (id: string) => core.records.get(connectionId, type, id)
  const feed = async () => (await core.records.changes(connectionId, type, 0, 1000)).next
  const writesSeen = () => erp.requests.filter(({ method }) => method !== 'GET').length

  /** What a person enters in the ERP, which keeps it in its own form. */
  function enter(record: ModelRecord, changes: ReadonlyMap<string, string | undefined>): void {
    const row = table().get(record.erpId ?? '')
    if (!row) throw new Error(`The ERP has no ${record.name}`)
    const leaves = changed(leavesOf(type, row), changes)
    const { shipTo, lines, ...fields } = rowOf(leaves)
    const before = new Map(((row.lines ?? []) as Data[]).map((line) => [line.lineNumber, line]))
    const wanted = {
      ...row,
      ...Object.fromEntries([...changes.keys()].filter((path) => !/[.[]/.test(path)).map((path) => [path, fields[path] ?? null])),
      ...(shipTo !== undefined && { shipTo: { ...(row.shipTo as Data), ...(shipTo as Data) } }),
      ...(lines !== undefined && { lines: (lines as Data[]).map((line) => ({ ...newLine(), ...before.get(line.lineNumber), ...line })) }),
    }
    const { id, updatedAt: _, ...kept } = normaliseRow(wanted as unknown as Row, normalise) as Row & Data
    erp.change(type, id, kept as Partial<OrderRow>)
    oracle.editInErp(record, leavesOf(type, table().get(id) as Data))
  }
  const anySku = () => [...erp.dataset.products][0]?.sku ?? ''
  const newLine = () => ({
    sku: anySku(),
    quantity: '1',
    quantityShipped: '0',
    unitPrice: '5.00',
    priceUnitQuantity: '1',
    tax: '0.00',
    lineTotal: '5.00',
    uom: 'PC',
  })

  for (const row of [...table()]) {
    const own = normaliseRow(row, normalise)
    const { id, updatedAt: _, ...kept } = { ...own, deleted: undefined } as Row & Data
    erp.change(type, id, kept as Partial<OrderRow>)
    oracle.addInErp(`E${[...oracle.records].length}`, id, leavesOf(type, table().get(id) as Data))
  }

  /** An edit by its paths, given what the record is now. */
  function pathsOf(edits: readonly Edit[], leaves: Leaves): Map<string, string | undefined> {
    const lines = [...leaves.keys()].filter((path) => lineOf(path) === path)
    const changes = new Map<string, string | undefined>()
    for (const { field, line, value } of edits) {
      if (line === undefined) changes.set(field, value ?? undefined)
      else if (field === '' && value !== null) {
        const item = `lines[${10 * (lines.length + 10)}]`
        const fields = { description: value, quantity: '2', unitPrice: '7.50', quantityShipped: '0' }
        changes.set(item, '(there)')
        for (const [name, each] of Object.entries(fields)) changes.set(`${item}.${name}`, each)
      } else {
        const item = lines[line % Math.max(1, lines.length)]
        if (item === undefined || (changes.get(item) === undefined && changes.has(item))) continue
        if (field !== '') changes.set(`${item}.${field}`, value ?? undefined)
        else if (lines.length > 1 && ![...changes.keys()].some((path) => lineOf(path) === item)) changes.set(item, undefined)
      }
    }
    return changes
  }

  /** The fields that a platform posts to make its record like the leaves. */
  function posted(stored: Data, wanted: Leaves): Data {
    const before = leavesOf(type, stored)
    const changes = diff(before, wanted)
    const { shipTo, lines, ...fields } = rowOf(wanted)
    const known = new Map(((stored.lines ?? []) as Data[]).map((line) => [line.lineNumber, line]))
    const names = [...changes.keys()].map((path) => path.replace(/[.[].*$/s, ''))
    return {
      ...Object.fromEntries(names.filter((name) => name !== 'lines' && name !== 'shipTo').map((name) => [name, fields[name] ?? null])),
      ...(names.includes('shipTo') && { shipTo: { ...(stored.shipTo as Data | undefined), ...(shipTo as Data) } }),
      ...(names.includes('lines') && {
        lines: ((lines ?? []) as Data[]).map((line) => ({ sku: anySku(), ...known.get(line.lineNumber), ...line })),
      }),
    }
  }

  const post = async (id: string, data: Data, isNewer: boolean) => {
    const updatedAt = new Date(session.now().getTime() + (isNewer ? newerMs : -newerMs)).toISOString()
    const [written] = await core.records.write(caller, {
      connectionId,
      dataType: type,
      records: [{ id, data, updatedAt } as { id: string }],
    })
    return written
  }

  async function create(name: string, edits: readonly Edit[]): Promise<void> {
    if (oracle.records.has(name) || createdBefore.has(name)) return
    createdBefore.add(name)
    const id = `${name}-${scenario.seed}`
    const lines = [{ lineNumber: '10', sku: anySku(), description: 'First', quantity: '2', unitPrice: '12.50', quantityShipped: '0' }]
    const shipTo = { name: 'Ada', line1: 'Way 1', city: 'Bonn' }
    const base: Data =
      type === 'products'
        ? { sku: id, name: 'Mug', price: '1.50', currency: 'EUR' }
        : { orderDate: '2026-11-23', currency: 'EUR', total: '25.00', customerId: '17100001', status: 'pending', shipTo, lines }
    const wanted = changed(leavesOf(type, base), pathsOf(edits, leavesOf(type, base)))
    const data = { ...base, ...posted(base, wanted) }
    await post(id, data, true)
    oracle.create(name, id, leavesOf(type, data), true)
  }
  const createdBefore = new Set<string>()

  async function write(record: ModelRecord, changes: ReadonlyMap<string, string | undefined>, isNewer: boolean): Promise<void> {
    if (record.ours === null) return
    const wanted = changed(record.ours, changes)
    const news = oracle.newsOf(record, wanted)
    const before = await read(record.id)
    const position = await feed()
    const after = await post(record.id, posted(before.data, wanted), isNewer)
    if (news.size === 0 && (after?.version !== before.version || (await feed()) !== position))
      throw new Error(
        `A write that says nothing new made version ${after?.version} of ${before.version}, feed ${await feed()} of ${position}`,
      )
    oracle.write(record, news, isNewer)
  }

  /** Posts back what was read: decimals with more zeros, lines in another order, values as they were first written. */
  async function repeat(record: ModelRecord): Promise<void> {
    if (record.ours === null || !record.isShared) return
    const before = await read(record.id)
    const longer = (path: string, value: string) => (isDecimalPath(path) ? `${value}${value.includes('.') ? '00' : '.00'}` : value)
    const again = new Map([...record.ours].map(([path, value]) => [path, longer(path, record.sentForms.get(path) ?? value)]))
    const { lines, ...fields } = rowOf(again)
    const { shipTo } = fields
    const known = new Map(((before.data.lines ?? []) as Data[]).map((line) => [line.lineNumber, line]))
    const position = await feed()
    const after = await post(
      record.id,
      {
        ...fields,
        ...(shipTo !== undefined && { shipTo: { ...(before.data.shipTo as Data), ...(shipTo as Data) } }),
        ...(lines !== undefined && { lines: (lines as Data[]).map((line) => ({ ...known.get(line.lineNumber), ...line })).toReversed() }),
      },
      true,
    )
    if (after?.version !== before.version || after.syncStatus !== before.syncStatus || (await feed()) !== position)
      throw new Error(`Posted back as it is, ${record.id} went from ${describe(before)} to ${describe(after)}`)
  }
  const describe = (record: { version: number; syncStatus: string } | undefined) => `version ${record?.version} ${record?.syncStatus}`

  /** Until the ERP has shown what it made of a write, nobody can tell that from what a person then enters there: so it is shown first. */
  async function showForms(record: ModelRecord, paths: Iterable<string>): Promise<void> {
    const isHidden =
      (record.isShared && !record.isShown) ||
      [...paths].some((path) => record.unconfirmed.has(path) || record.unconfirmed.has(lineOf(path) ?? path))
    if (isHidden) {
      await run({ ...start, mode: 'incremental' })
      await check()
    }
  }

  async function editInErp(record: ModelRecord, changes: ReadonlyMap<string, string | undefined>): Promise<void> {
    if (record.theirs === null || record.conflict?.kind === 'back_and_forth') return
    await showForms(record, changes.keys())
    enter(record, changes)
  }

  async function run(step: Run): Promise<void> {
    const { direction, mode, trouble } = step
    const answer = trouble === null ? step.answer : 'record'
    setAnswer(answer)
    if (trouble !== null && trouble.kind !== 'kill') erp.faults.add({ kind: trouble.kind, path: `/${type}`, times: 1 })
    const log = await session.run({ connectionId, dataType: type, direction, mode, since: undefined, dryRun: false }, trouble)
    erp.faults.clear()
    if (log.status !== 'success') throw new Error(`The run ended in ${log.status}: ${log.errorMessage}`)
    if (log.recordsFailed > 0)
      throw new Error(`The run refused records: ${JSON.stringify((await core.runs.rejects(log.id, { limit: 5 })).items)}`)
    const pushed = oracle.run({ direction, isFull: mode === 'full', answer })
    if (trouble === null && log.recordsPushed !== pushed) throw new Error(`The run pushed ${log.recordsPushed} records, not ${pushed}`)
    for (const record of oracle.records.values()) {
      if (record.erpId !== '(new)') continue
      record.erpId = (await read(record.id)).erpId
    }
  }

  async function dryRun({ direction, mode }: Extract<Step, { kind: 'dry-run' }>): Promise<void> {
    const snapshot = async () =>
      JSON.stringify([
        await core.records.changes(connectionId, type, 0, 1000),
        [...table()],
        writesSeen(),
        (await conflicts()).map(({ fields }) => fields),
      ])
    const before = await snapshot()
    const log = await session.run({ connectionId, dataType: type, direction, mode, since: undefined, dryRun: true })
    if (log.status !== 'success') throw new Error(`The dry run ended in ${log.status}: ${log.errorMessage}`)
    const isForeseeable = [...oracle.records.values()].every(
      ({ isPending, erpId, theirs }) => !isPending || erpId === null || theirs !== null,
    )
    const expected = oracle.forecast({ direction, isFull: mode === 'full', answer: 'record' })
    if (direction === 'bidirectional' && isForeseeable && log.recordsPushed !== expected)
      throw new Error(`The dry run says that ${log.recordsPushed} records would be pushed, not ${expected}`)
    if ((await snapshot()) !== before) throw new Error('The dry run has changed something')
  }

  const conflicts = async () => (await core.conflicts.list(connectionId, { limit: 100 })).items

  async function resolve(winners: readonly ('erp' | 'system')[]): Promise<void> {
    for (const conflict of await conflicts()) {
      const record = [...oracle.records.values()].find(({ id }) => id === conflict.recordId)
      if (!record) throw new Error(`There is a conflict of ${conflict.recordId}, which nobody knows`)
      const fields = Object.fromEntries(conflict.fields.map(({ path }, at) => [path, winners[at % winners.length] ?? 'erp']))
      const winner = winners[0] ?? 'erp'
      await core.conflicts.resolve(caller, { id: conflict.id, winner, ...(conflict.fields.length > 0 && { fields }) })
      const seen = leavesOf(type, conflict.erp.data)
      oracle.resolve(record, (path) => fields[path] ?? fields[lineOf(path) ?? ''] ?? winner, seen)
    }
  }

  async function duel(record: ModelRecord, ends: 'erp' | 'system' | 'write'): Promise<void> {
    const field = type === 'products' ? 'description' : 'customerReference'
    const both: Run = { ...start, direction: 'bidirectional' }
    await run(both)
    if (!oracle.records.has(record.name) || record.ours === null || record.theirs === null || record.conflict !== null) return
    await write(record, new Map([[field, 'Something else']]), true)
    await run(both) // from now on the totals are those that the ERP computes at each write
    await check()
    const wanted = new Map([[field, 'What we want']])
    for (let round = 0; round < 3; round++) {
      await write(record, wanted, true)
      await run(both)
      await check()
      enter(record, new Map([[field, 'What they want']]))
      await run(both)
      await check()
    }
    await write(record, wanted, true)
    oracle.backAndForth(record, field)
    await check()
    await run(both)
    await check()
    await run({ ...both, mode: 'incremental' })
    await check()
    if (ends === 'write') await write(record, new Map([[field, 'A compromise']]), true)
    else await resolve([ends])
  }

  async function play(step: Step): Promise<void> {
    const record = 'record' in step ? oracle.records.get(step.record) : undefined
    switch (step.kind) {
      case 'run':
        return run(step)
      case 'dry-run':
        return dryRun(step)
      case 'resolve':
        return resolve(step.winners)
      case 'create':
        return create(step.record, step.edits)
      case 'erp-add': {
        if (record || createdBefore.has(step.record)) return
        createdBefore.add(step.record)
        const added = erp.add(type)
        oracle.addInErp(step.record, added.id, leavesOf(type, added as unknown as Data))
        const { [step.record]: made } = Object.fromEntries(oracle.records)
        if (made) enter(made, new Map())
        return
      }
    }
    if (!record) return
    switch (step.kind) {
      case 'write':
        return record.ours === null ? undefined : write(record, pathsOf(step.edits, record.ours), step.isNewer)
      case 'repeat':
        return repeat(record)
      case 'duel':
        return duel(record, step.ends)
      case 'erp-edit':
        return record.theirs === null ? undefined : editInErp(record, pathsOf(step.edits, record.theirs))
      case 'erp-agrees': {
        if (record.ours === null || record.theirs === null) return
        const changes = diff(record.theirs, record.ours)
        return changes.size === 0 ? undefined : editInErp(record, changes)
      }
      case 'erp-remove':
        if (record.theirs === null || record.conflict !== null || record.erpId === null) return
        erp.remove(type, record.erpId)
        return oracle.editInErp(record, null)
    }
  }

  /** Compares both sides with the model. */
  async function check(): Promise<void> {
    const stored = new Map((await core.records.list(connectionId, type, { limit: 1000 })).items.map((record) => [record.id, record]))
    const open = new Map((await conflicts()).map((conflict) => [conflict.recordId, conflict]))
    const faults: string[] = []
    const rows = new Map([...table()].map((row) => [row.id, row]))
    for (const record of oracle.records.values()) {
      const { id, erpId, name, ours, theirs, conflict, isPending, isShared } = record
      const have = stored.get(id)
      faults.push(...differences(`${name} here`, have ? leavesOf(type, have.data) : null, ours))
      stored.delete(id)
      const status = conflict ? 'conflict' : isPending ? 'pending' : 'synced'
      if (have && isShared && have.syncStatus !== status)
        faults.push(`${name} is ${have.syncStatus}, not ${status} ${JSON.stringify(have.error ?? '')}`)
      const row = erpId === null ? undefined : rows.get(erpId)
      faults.push(...differences(`${name} in the ERP`, row ? leavesOf(type, row) : null, theirs))
      if (erpId !== null) rows.delete(erpId)
      const found = open.get(id)
      const paths = (given: Iterable<string>) => [...given].sort().join(', ')
      const [is, wanted] = [
        found && `${found.reason}: ${paths(found.fields.map(({ path }) => path))}`,
        conflict && `${conflict.kind}: ${paths(conflict.paths)}`,
      ]
      if ((is ?? null) !== (wanted ?? null)) faults.push(`${name} has the conflict "${is ?? 'none'}" instead of "${wanted ?? 'none'}"`)
      open.delete(id)
    }
    for (const id of stored.keys()) faults.push(`There is a record ${id} here that should not be there`)
    for (const id of rows.keys()) faults.push(`There is a row ${id} in the ERP that should not be there`)
    for (const id of open.keys()) faults.push(`There is a conflict of ${id}, which should not be there`)
    const { duplicates } = erp.writeLog.summary()
    if (duplicates.length > 0) faults.push(`Orders were stored twice: ${duplicates.join(', ')}`)
    const empty = erp.requests.filter(({ method, body }) => method === 'PATCH' && body === '{}')
    if (empty.length > 0) faults.push('A change without content was sent')
    if (faults.length > 0) throw new Error(faults.join('\n  '))
  }

  function differences(what: string, have: Leaves | null, wanted: Leaves | null): string[] {
    if (have === null || wanted === null) return have === wanted ? [] : [`${what} is ${have === null ? 'missing' : 'there'}`]
    return [...diff(wanted, have)].map(([path, value]) => `${what}: ${path} is "${value}", not "${wanted.get(path)}"`)
  }

  /** Lets both sides come to rest, and proves that they then agree and that nothing moves any more. */
  async function settle(): Promise<void> {
    const random = createRandom(scenario.seed + 1)
    const both: Run = { ...start, direction: 'bidirectional' }
    for (let round = 0; round < 4; round++) {
      await run(both)
      await check()
      await resolve([random.pick(['erp', 'system'] as const), random.pick(['erp', 'system'] as const)])
      await check()
    }
    const [position, writes] = [await feed(), writesSeen()]
    await run(both)
    await run({ ...both, mode: 'incremental' })
    await check()
    if ((await feed()) !== position || writesSeen() !== writes) throw new Error('After all was settled, something still moves')
    for (const { id, erpId, ours, theirs, name } of oracle.records.values()) {
      const faults = differences(`At the end ${name} here`, ours, theirs)
      const total = String((await read(id)).data.total ?? '')
      const wanted = String(table().get(erpId ?? '')?.total ?? '')
      if (type === 'orders' && Number(total) !== Number(wanted)) faults.push(`The total of ${name} is ${total}, not ${wanted}`)
      if (faults.length > 0) throw new Error(faults.join('\n  '))
    }
  }

  return { play, check, settle }
}
