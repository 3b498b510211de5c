import { type Normalise, normaliseRow, type WriteAnswer } from '@linkspan/simulators'
import { type Changes, compare, readChanges, type Winner } from './compare-sides.ts'
import { changed, diff, type Leaves, leavesOf, lineOf, type ModelType, rowOf, same } from './leaves.ts'
import { blankRecord, type ModelRecord, nothing } from './model-record.ts'
import type { Strategy } from './scenario.ts'

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

/** A plain model of two-way sync: it says what each side has after each step. */
export function createOracle({ type, strategy, normalise }: OracleOptions) {
  const records = new Map<string, ModelRecord>()
  let sends = 0

  const winnerFor = (record: ModelRecord): Winner => {
    if (strategy === 'manual' || record.conflict !== null) return 'nobody'
    if (strategy === 'newest_wins') return record.isSystemNewer ? 'system' : 'erp'
    return strategy === 'erp_wins' ? 'erp' : 'system'
  }

  /**
   * The platform sees what the ERP has now. A pull shows all of it; an answer or a look-up may leave out fields, so one that the ERP has
   * emptied is not seen there.
   */
  function see(record: ModelRecord, isPull: boolean): void {
    const { ours, base } = record
    if (record.theirs === null) return
    const emptied = [...base.theirs].filter(([path]) => !isPull && !/[.[]/.test(path) && !record.theirs?.has(path))
    const theirs: Leaves = new Map([...emptied, ...record.theirs])
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
      const isOpen = (path: string) => contested.has(path) || contested.has(lineOf(path) ?? path)
      const settled = new Map([...forms, ...edits].filter(([path]) => !isOpen(path)))
      record.base = { ours: changed(base.ours, settled), theirs: changed(base.theirs, settled) }
      record.unconfirmed = new Set([...record.unconfirmed].filter(isOpen))
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
    if (answer === 'record') see(record, false)
  }

  function push(record: ModelRecord, { direction, answer }: ModelRun): void {
    if (record.erpId !== null && record.theirs === null) decideDeletion(record)
    else if (record.erpId !== null && direction === 'push') see(record, false)
    if (record.isPending) send(record, answer)
  }

  /** Changed here, and deleted in the ERP. */
  function decideDeletion(record: ModelRecord): void {
    record.isPending = false
    if (strategy === 'system_wins') createAnew(record)
    else if (strategy === 'erp_wins') records.delete(record.name)
    else record.conflict = { kind: 'deleted_in_erp', paths: new Set() }
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
      records.set(name, { ...blankRecord(name, id), ours, isShared: true, isPending: true, isSystemNewer })
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
      records.set(name, { ...blankRecord(name, erpId), erpId, theirs })
    },
    editInErp(record: ModelRecord, theirs: Leaves | null): void {
      record.theirs = theirs
    },

    /** Returns how many records are pushed. */
    run(run: ModelRun): number {
      sends = 0
      const pulls = run.direction !== 'push'
      for (const record of [...records.values()]) {
        if (pulls && record.theirs !== null) see(record, true)
        const isGone = record.theirs === null && record.erpId !== null && record.conflict === null
        if (pulls && run.isFull && isGone) {
          if (record.isPending) decideDeletion(record)
          else records.delete(record.name)
        }
        if (record.isPending && run.direction !== 'pull') push(record, run)
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
