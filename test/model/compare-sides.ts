import { diff, type Leaves, lineOf, same } from './leaves.ts'
import type { ModelRecord } from './model-record.ts'

export type Changes = ReadonlyMap<string, string | undefined>
export type Winner = 'erp' | 'system' | 'nobody'

/** What of a sight of the ERP's record is an edit by somebody, and what is only the ERP's form of what it was sent. */
export function readChanges({ base, unconfirmed }: ModelRecord, theirs: Leaves) {
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
export function compare(edits: Changes, mine: Changes, theirs: Leaves, winnerOf: (path: string) => Winner) {
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
