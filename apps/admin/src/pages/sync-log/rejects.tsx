import type { Reject } from '../../api/names.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { texts } from '../../texts/texts.ts'

const words = texts.run

/** The first hundred rejected records, one row for each place that is wrong. */
export function Rejects({ rows }: { readonly rows: readonly Reject[] }) {
  if (rows.length === 0) return <p>{words.noRejects}</p>
  const faults = rows.flatMap(({ recordId, page, errors }, at) =>
    errors.map((error) => ({ ...error, recordId, page, key: `${at} ${error.path}` })),
  )
  return (
    <DataTable
      caption={words.rejects}
      rows={faults}
      keyOf={({ key }) => key}
      columns={[
        { title: words.record, cell: ({ recordId }) => recordId || '–' },
        { title: words.place, cell: ({ path }) => <code>{path}</code> },
        { title: words.value, cell: ({ value }) => <code>{JSON.stringify(value) ?? '–'}</code> },
        { title: words.reason, cell: ({ message }) => message },
      ]}
    />
  )
}
