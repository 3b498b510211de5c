import type { Conflict } from '../../api/names.ts'
import { texts } from '../../texts/texts.ts'
import { type Choices, wholeRecord } from './choices.ts'

const words = texts.conflicts

const shown = (value: unknown): string =>
  value === null || value === undefined ? words.nothing : typeof value === 'string' ? value : JSON.stringify(value)

/** What the choices do to each side, in one sentence; null as long as nothing is chosen. */
export function effectOf({ fields }: Conflict, choices: Choices, erpName: string): string | null {
  if (fields.length === 0) {
    const side = choices[wholeRecord]
    return side === undefined ? null : side === 'erp' ? words.deletesHere : words.createsThere(erpName)
  }
  const taken = (side: 'erp' | 'system') =>
    fields.filter(({ path }) => choices[path] === side).map(({ path, erp, system }) => `${path} ${shown(side === 'erp' ? erp : system)}`)
  const parts = [
    ...(taken('erp').length > 0 ? [words.gets(words.ours, taken('erp').join(', '))] : []),
    ...(taken('system').length > 0 ? [words.gets(erpName, taken('system').join(', '))] : []),
  ]
  return parts.length === 0 ? null : words.effect(parts.join('; '))
}
