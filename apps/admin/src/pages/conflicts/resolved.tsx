import type { Conflict } from '../../api/names.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { DecidedBy } from '../../shell/conflict/decided-by.tsx'
import { useConnectionName } from '../../shell/use-connection-name.ts'
import { texts } from '../../texts/texts.ts'

const words = texts.conflicts

/** What was decided in the last 30 days: who, what, when. */
export function Resolved({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const nameOf = useConnectionName()
  if (conflicts.length === 0) return <p>{words.noneResolved}</p>
  return (
    <DataTable
      caption={words.statuses.resolved}
      rows={conflicts}
      keyOf={({ id }) => id}
      columns={[
        { title: words.record, cell: ({ recordId }) => recordId },
        { title: texts.runs.connection, cell: ({ erpConnectionId }) => nameOf(erpConnectionId) },
        { title: texts.streams.dataType, cell: ({ dataType }) => texts.dataTypes[dataType] },
        { title: words.field, cell: ({ fields }) => fields.map(({ path }) => path).join(', ') },
        { title: words.decision, cell: ({ decision }) => decision && <DecidedBy decision={decision} /> },
      ]}
    />
  )
}
