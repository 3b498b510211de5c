import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { incidentsQuery } from '../../api/incidents.ts'
import type { Incident } from '../../api/names.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { shownIncident } from '../../shell/incident-words.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { useConnectionName } from '../../shell/use-connection-name.ts'
import { locale, texts } from '../../texts/texts.ts'

const words = texts.incidents

/** What is wrong, and what was: one row for each cause, the latest first. */
export function IncidentsPage() {
  const incidents = useQuery(incidentsQuery)
  const nameOf = useConnectionName()
  const columns: readonly Column<Incident>[] = [
    {
      title: words.what,
      cell: ({ id, title }) => (
        <Link to="/incidents/$id" params={{ id }}>
          {title}
        </Link>
      ),
    },
    { title: words.state, cell: (incident) => <StateMark {...shownIncident(incident)} /> },
    { title: words.whoActs, cell: ({ whoActs }) => texts.actors[whoActs] },
    { title: words.connections, cell: ({ connectionIds }) => connectionIds.map(nameOf).join(', ') },
    { title: words.opened, cell: ({ openedAt }) => <When at={openedAt} locale={locale} relative /> },
    { title: words.occurrences, cell: ({ occurrences }) => texts.number(occurrences), isNumber: true },
  ]
  return (
    <>
      <PageHead title={words.title} />
      <View query={incidents} words={texts} problem={problem}>
        {(rows) =>
          rows.length === 0 ? <p>{words.none}</p> : <DataTable caption={words.title} columns={columns} rows={rows} keyOf={({ id }) => id} />
        }
      </View>
    </>
  )
}
