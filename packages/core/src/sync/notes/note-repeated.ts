import { isFields } from '../../kernel/is-fields.ts'
import type { RepeatedRecord } from '../../runs/run-store.ts'
import { addRemark, type PageNotes } from './page-notes.ts'

const message =
  'came again in this run with other content, and with no later change time: what was read last is stored. Two records with one id are told apart by the setting for the id'

/** Adds records that came again in a run to what their page says, with the fields in which both contents differ. */
export function noteRepeated(notes: Pick<PageNotes, 'remarks'>, repeated: readonly RepeatedRecord[]): void {
  for (const { id, before, after } of repeated)
    addRemark(notes, { path: 'id', message, recordId: id, count: 1, value: differences(JSON.parse(before), JSON.parse(after)) })
}

function differences(before: unknown, after: unknown): Readonly<Record<string, readonly unknown[]>> {
  if (!isFields(before) || !isFields(after)) return {}
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const different = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return Object.fromEntries(different.slice(0, 10).map((name) => [name, [before[name] ?? null, after[name] ?? null]]))
}
