import { type Leaves, lineOf } from './leaves.ts'
import type { Edit } from './scenario.ts'
import type { PathChanges } from './world.ts'

/** An edit by its paths, given what the record is now. A line is added with all its fields, and the last one is never removed. */
export function pathsOf(edits: readonly Edit[], leaves: Leaves): PathChanges {
  const lines = [...leaves.keys()].filter((path) => lineOf(path) === path)
  const changes = new Map<string, string | undefined>()
  for (const { field, line, value } of edits) {
    if (line === undefined) changes.set(field, value ?? undefined)
    else if (field === '' && value !== null) addLine(changes, `lines[${10 * (lines.length + 10)}]`, value)
    else {
      const item = lines[line % Math.max(1, lines.length)]
      if (item === undefined || (changes.get(item) === undefined && changes.has(item))) continue
      if (field !== '') changes.set(`${item}.${field}`, value ?? undefined)
      else if (lines.length > 1 && ![...changes.keys()].some((path) => lineOf(path) === item)) changes.set(item, undefined)
    }
  }
  return changes
}

function addLine(changes: Map<string, string | undefined>, item: string, description: string): void {
  const fields = { description, quantity: '2', unitPrice: '7.50', quantityShipped: '0' }
  changes.set(item, '(there)')
  for (const [name, each] of Object.entries(fields)) changes.set(`${item}.${name}`, each)
}

/** Whether an edit adds or removes a line. */
export const changesLines = (changes: PathChanges): boolean => [...changes.keys()].some((path) => lineOf(path) === path)
