import { Link } from '@tanstack/react-router'
import type { Journey } from '../../api/names.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { When } from '../../parts/when/when.tsx'
import { shownEvent } from '../../shell/record-words.ts'
import { locale, texts } from '../../texts/texts.ts'

const words = texts.journey

type Row = Journey['events'][number] & { readonly number: number }

const columns: readonly Column<Row>[] = [
  { title: words.when, cell: ({ at }) => <When at={at} locale={locale} /> },
  { title: words.event, cell: ({ kind }) => <StateMark {...shownEvent(kind)} /> },
  { title: words.what, cell: (event) => event.words },
  {
    title: words.run,
    cell: ({ syncLogId }) =>
      syncLogId === undefined ? null : (
        <Link to="/sync-logs/$id" params={{ id: syncLogId }}>
          {words.openRun}
        </Link>
      ),
  },
]

/** What has happened to a record, oldest first. */
export function Events({ events }: { readonly events: Journey['events'] }) {
  const rows = events.map((event, at) => ({ ...event, number: at + 1 }))
  return <DataTable caption={words.events} columns={columns} rows={rows} keyOf={({ number }) => String(number)} />
}
