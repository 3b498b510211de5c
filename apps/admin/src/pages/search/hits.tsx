import { Link } from '@tanstack/react-router'
import type { SearchHit } from '../../api/names.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { When } from '../../parts/when/when.tsx'
import { shownRecord } from '../../shell/record-words.ts'
import { locale, texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.search

const fieldNames: Readonly<Record<string, string>> = texts.recordFields

const columns: readonly Column<SearchHit>[] = [
  {
    title: words.key,
    cell: ({ key, dataType, recordId, erpConnectionId }) => (
      <Link
        to="/records/$connectionId/$dataType/$recordId"
        params={{ connectionId: erpConnectionId, dataType, recordId }}
        className={css.key}
      >
        {key}
      </Link>
    ),
  },
  { title: words.what, cell: ({ dataType }) => texts.dataTypes[dataType] },
  { title: words.field, cell: ({ field, exact }) => `${fieldNames[field] ?? field}${exact ? `, ${words.exact}` : ''}` },
  { title: texts.runs.connection, cell: ({ connectionName }) => connectionName },
  { title: words.place, cell: ({ clientId, siteId }) => [clientId, siteId].filter((id) => id !== undefined).join(' / ') || '–' },
  { title: texts.records.state, cell: ({ syncStatus }) => <StateMark {...shownRecord(syncStatus)} /> },
  { title: texts.records.changed, cell: ({ updatedAt }) => <When at={updatedAt} locale={locale} /> },
]

/** The records that a search has found. */
export function Hits({ hits }: { readonly hits: readonly SearchHit[] }) {
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rows={hits}
      keyOf={({ erpConnectionId, dataType, recordId }) => `${erpConnectionId} ${dataType} ${recordId}`}
    />
  )
}
