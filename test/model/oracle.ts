import { type Normalise, normaliseRow, type WriteAnswer } from '@linkspan/simulators'
import { changed, diff, type Leaves, leavesOf, lineOf, type ModelType, rowOf, same } from './leaves.ts'
import type { Strategy } from './scenario.ts'

type Changes = ReadonlyMap<string, string | undefined>
type Winner = 'erp' | 'system' | 'nobody'

export interface ModelConflict {
  readonly kind: 'both_changed' | 'back_and_forth' | 'deleted_in_erp'
  /** What a person has to decide. */
  readonly paths: ReadonlySet<string>
}

/** What the model believes of one record. */
export interface ModelRecord {
  readonly name: string
  id: string
  /** Null while the ERP does not have it. */
  erpId: string | null
  /** Whether the system has ever written it. */
  isShared: boolean
  isPending: boolean
  conflict: ModelConflict | null
  /** Null while the platform does not know it. */
  ours: Leaves | null
  /** What the ERP has; null if it has no such record. */
  theirs: Leaves | null
  /** Both sides as they last agreed. */
  base: { readonly ours: Leaves; readonly theirs: Leaves }
  /** Whether the ERP has ever shown what it made of the record. */
  isShown: boolean
  /** What was sent, and the ERP has not shown since. */
  unconfirmed: Set<string>
  /** Values of the system's that the ERP keeps in another form. */
  sentForms: Map<string, string>
  isSystemNewer: boolean
}

export interface OracleOptions {
  readonly type: ModelType
  readonly strategy: Strategy
  readonly normalise: Normalise
}

export interface ModelRun {
  readonly direction: 'pull' | 'push' | 'bidirectional'
  /** Whether the ERP shows everything, so that what it does not show is gone. */
  readonly isFull: boolean
  readonly answer: WriteAnswer
}

const nothing: Leaves = new Map()

/** A plain model of two-way sync: it says what each side has after each step. */
export function createOracle({ type, strategy, normalise }: OracleOptions) {
  const records = new Map<string, ModelRecord>()
  let sends = 0

  const blank = (name: string, id: string): ModelRecord => ({
    name,
    id,
    erpId: null,
    isShared: false,
    isPending: false,
    conflict: null,
    ours: null,
    theirs: null,
    base: { ours: nothing, theirs: nothing },
    isShown: false,
    unconfirmed: new Set(),
    sentForms: new Map(),
    isSystemNewer: false,
  })

  const winnerFor = (record: ModelRecord): Winner => {
    if (strategy === 'manual' || record.conflict !== null) return 'nobody'
    if (strategy === 'newest_wins') return record.isSystemNewer ? 'system' : 'erp'
    return strategy === 'erp_wins' ? 'erp' : 'system'
  }

  /** What of a sight of the ERP's record is an edit by somebody, and what is only the ERP's form of what it was sent. */
  function readChanges({ base, unconfirmed }: ModelRecord, theirs: Leaves) {
    const edits = new Map<string, string | undefined>()
    const forms = new Map<string, string>()
    for (const [path, shown] of diff(base.theirs, theirs)) {
      const isForm = unconfirmed.has(path) || unconfirmed.has(lineOf(path) ?? path)
      if (!isForm) edits.set(path, shown)
      else if (shown !== undefined) forms.set(path, shown)
    }
    return { edits, forms }
  }

  const isWithin = (changes: Changes, line: string): boolean =>
    [...changes].some(([path, value]) => lineOf(path) === line && value !== undefined)
  const removedLines = (changes: Changes): ReadonlySet<string> =>
    new Set([...changes].flatMap(([path, value]) => (value === undefined && lineOf(path) === path ? [path] : [])))

  /** Changes of both sides to the same place, and what is taken from the ERP if `winnerOf` decides. */
  function compare(edits: Changes, mine: Changes, theirs: Leaves, winnerOf: (path: string) => Winner) {
    const contested = new Set<string>()
    const taken = new Map<string, string | undefined>()
    const isTaken = (path: string): boolean => {
      contested.add(path)
      return winnerOf(path) === 'erp'
    }
    const [goneThere, goneHere] = [removedLines(edits), removedLines(mine)]
    for (const line of goneThere) if (goneHere.has(line) || !isWithin(mine, line) || isTaken(line)) taken.set(line, undefined)
    for (const line of goneHere) {
      if (goneThere.has(line) || !isWithin(edits, line) || !isTaken(line)) continue
      for (const [path, value] of theirs) if (lineOf(path) === line) taken.set(path, value)
    }
    for (const [path, value] of edits) {
      const line = lineOf(path) ?? ''
      if (goneThere.has(line) || goneHere.has(line)) continue
      if (!mine.has(path) || same(path, mine.get(path), value) || isTaken(path)) taken.set(path, value)
    }
    return { contested, taken }
  }

  /** The platform sees what the ERP has now. */
  function see(record: ModelRecord): void {
    const { theirs, ours, base } = record
    if (theirs === null) return
    record.isShown = true
    if (!record.isShared || ours === null) {
      record.ours = theirs
      return
    }
    const { edits, forms } = readChanges(record, theirs)
    const mine = diff(base.ours, ours)
    const winner = winnerFor(record)
    const { contested, taken } = compare(edits, mine, theirs, () => winner)
    for (const [path, shown] of forms) {
      if (!mine.has(path)) taken.set(path, shown)
      if (!mine.has(path) || same(path, mine.get(path), shown)) record.sentForms.set(path, base.theirs.get(path) ?? '')
    }
    for (const path of edits.keys()) record.sentForms.delete(path)
    record.ours = changed(ours, taken)
    if (winner === 'nobody' && contested.size > 0) {
      record.conflict = { kind: 'both_changed', paths: contested }
      record.isPending = false
      return
    }
    record.base = { ours: changed(base.ours, new Map([...forms, ...edits])), theirs }
    record.unconfirmed.clear()
    if (record.conflict?.kind === 'back_and_forth' && edits.size === 0) return
    record.conflict = null
    record.isPending = diff(record.base.ours, record.ours).size > 0
  }

  /** A record as the ERP keeps it. */
  const store = (leaves: Leaves): Leaves => leavesOf(type, normaliseRow(rowOf(leaves) as never, { fields: normalise.fields ?? {} }))

  function send(record: ModelRecord, answer: WriteAnswer): void {
    const { ours, theirs, base } = record
    if (ours === null) return
    sends += 1
    const isNew = record.erpId === null
    const changes = isNew ? new Map(ours) : diff(base.ours, ours)
    const sent = changed(theirs ?? nothing, changes)
    const own = new Map(sent)
    for (const path of sent.keys()) if (lineOf(path) === path && !theirs?.has(path)) own.set(`${path}.quantityShipped`, '0')
    if (isNew && type === 'orders') own.set('status', 'pending')
    record.theirs = store(own)
    record.base = { ours, theirs: isNew ? ours : changed(base.theirs, changes) }
    for (const path of changes.keys()) record.unconfirmed.add(path)
    if (isNew) for (const path of record.theirs.keys()) record.unconfirmed.add(path)
    record.isPending = false
    record.erpId ??= '(new)'
    if (answer === 'record') see(record)
  }

  function push(record: ModelRecord, { direction, answer }: ModelRun): void {
    if (!record.isPending) return
    if (record.erpId !== null && record.theirs === null) deletedThere(record, answer)
    else {
      if (record.erpId !== null && direction === 'push') see(record)
      if (record.isPending) send(record, answer)
    }
  }

  /** Changed here, and deleted in the ERP. */
  function deletedThere(record: ModelRecord, answer: WriteAnswer): void {
    if (strategy === 'erp_wins') records.delete(record.name)
    else if (strategy === 'system_wins') {
      createAnew(record)
      send(record, answer)
    } else {
      record.conflict = { kind: 'deleted_in_erp', paths: new Set() }
      record.isPending = false
    }
  }

  function createAnew(record: ModelRecord): void {
    Object.assign(record, {
      erpId: null,
      theirs: null,
      isShown: false,
      isPending: true,
      conflict: null,
      base: { ours: nothing, theirs: nothing },
    })
    record.unconfirmed.clear()
    record.sentForms.clear()
  }

  return {
    records,
    create(name: string, id: string, ours: Leaves, isSystemNewer: boolean): void {
      records.set(name, { ...blank(name, id), ours, isShared: true, isPending: true, isSystemNewer })
    },

    /** What of a write by the system says something new. */
    newsOf(record: ModelRecord, wanted: Leaves): Map<string, string | undefined> {
      const news = diff(record.ours ?? nothing, wanted)
      for (const [path, value] of news) if (record.sentForms.has(path) && same(path, record.sentForms.get(path), value)) news.delete(path)
      return news
    },
    write(record: ModelRecord, news: Changes, isSystemNewer: boolean): void {
      if (news.size === 0 || record.ours === null) return
      if (!record.isShared) record.base = { ours: record.ours, theirs: record.ours }
      record.isShared = true
      record.isSystemNewer = isSystemNewer
      record.ours = changed(record.ours, news)
      for (const path of news.keys()) record.sentForms.delete(path)
      if (record.conflict?.kind === 'back_and_forth') record.conflict = null
      if (record.conflict === null) record.isPending = true
    },

    addInErp(name: string, erpId: string, theirs: Leaves): void {
      records.set(name, { ...blank(name, erpId), erpId, theirs })
    },
    editInErp(record: ModelRecord, theirs: Leaves | null): void {
      record.theirs = theirs
    },

    /** Returns how many records are pushed. */
    run(run: ModelRun): number {
      sends = 0
      const pulls = run.direction !== 'push'
      for (const record of [...records.values()]) {
        if (pulls && record.theirs !== null) see(record)
        const isGone = record.theirs === null && record.erpId !== null && !record.isPending && record.conflict === null
        if (pulls && run.isFull && isGone) records.delete(record.name)
        else if (run.direction !== 'pull') push(record, run)
      }
      return sends
    },
    /** How many records a run would push; nothing changes. */
    forecast(run: ModelRun): number {
      const before = structuredClone(records)
      const pushed = this.run(run)
      records.clear()
      for (const [name, record] of before) records.set(name, record)
      return pushed
    },

    backAndForth(record: ModelRecord, path: string): void {
      record.conflict = { kind: 'back_and_forth', paths: new Set([path]) }
      record.isPending = false
    },
    resolve(record: ModelRecord, winnerOf: (path: string) => 'erp' | 'system', seen: Leaves): void {
      const { conflict, ours, base } = record
      if (conflict === null || ours === null) return
      if (conflict.kind === 'deleted_in_erp') {
        if (winnerOf('') === 'erp') records.delete(record.name)
        else createAnew(record)
        return
      }
      const { edits, forms } = readChanges(record, seen)
      const { taken } = compare(edits, diff(base.ours, ours), seen, winnerOf)
      if (conflict.kind === 'back_and_forth')
        for (const path of conflict.paths) if (winnerOf(path) === 'erp') taken.set(path, seen.get(path))
      record.ours = changed(ours, taken)
      record.base = { ours: changed(base.ours, new Map([...forms, ...edits])), theirs: seen }
      record.unconfirmed.clear()
      record.conflict = null
      record.isPending = diff(record.base.ours, record.ours).size > 0
    },
  }
}

export type Oracle = ReturnType<typeof createOracle>
