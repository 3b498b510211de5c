import type { Conflict, ConflictFate } from '../../api/names.ts'
import { ComparedValue } from '../../parts/compare/compared-value.tsx'
import { type Mark, StateMark } from '../../parts/state-mark/state-mark.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { texts } from '../../texts/texts.ts'
import { pathsOf, wholeRecord } from './choices.ts'
import { DecidedBy } from './decided-by.tsx'
import { valueAt } from './value-at.ts'

const words = texts.conflicts

const marks: Readonly<Record<ConflictFate['fate'], Mark>> = {
  resolved: 'ok',
  decided: 'clash',
  changed: 'warn',
  gone: 'idle',
  invalid: 'error',
}

export interface FatesProps {
  readonly caption: string
  readonly conflicts: readonly Conflict[]
  readonly fates: readonly ConflictFate[]
}

/** What became of each conflict, or would: as the server says it. */
export function Fates({ caption, conflicts, fates }: FatesProps) {
  const conflictOf = (id: string) => conflicts.find((conflict) => conflict.id === id)
  return (
    <DataTable
      caption={caption}
      rows={fates}
      keyOf={({ id }) => id}
      columns={[
        { title: words.record, cell: ({ id }) => conflictOf(id)?.recordId ?? id },
        { title: words.fate, cell: ({ fate }) => <StateMark mark={marks[fate]} word={words.fates[fate]} /> },
        {
          title: words.result,
          cell: ({ id, record, fate, decision, detail }) => {
            if (decision) return <DecidedBy decision={decision} />
            if (fate !== 'resolved') return detail ?? ''
            const paths = pathsOf(conflictOf(id) ?? { fields: [] }).filter((path) => path !== wholeRecord)
            if (record === null) return words.isDeleted
            return <ComparedValue value={Object.fromEntries(paths.map((path) => [path, valueAt(record.data, path)]))} />
          },
        },
      ]}
    />
  )
}
