import type { ERPConnection } from '@linkspan/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { connectionsQuery } from '../../api/connections.ts'
import { streamsQuery } from '../../api/streams.ts'
import { Choice } from '../../parts/controls/choice.tsx'
import { TextFilter } from '../../parts/controls/text-filter.tsx'
import { FilterBar } from '../../parts/filter-bar/filter-bar.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { ConnectionMenu } from '../../shell/connection-menu.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { shownConnection } from '../../shell/run-words.ts'
import { StreamsTable } from '../../shell/streams-table.tsx'
import { TestConnection } from '../../shell/test-connection.tsx'
import { locale, texts } from '../../texts/texts.ts'
import { type ConnectionFilter, fits, providerNames, statusNames } from './filter.ts'
import { NewConnection } from './new-connection.tsx'
import css from './page.module.css'
import { StreamCounts } from './stream-counts.tsx'

const words = texts.connections

/** All connections, with what their streams have proven. What is filtered, and which row is open, stands in the address. */
export function ConnectionsPage() {
  const filter = useSearch({ from: '/shell/erp-connections' })
  const navigate = useNavigate({ from: '/erp-connections' })
  const change = (part: ConnectionFilter) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const connections = useQuery(connectionsQuery)
  const { data: streams = [] } = useQuery(streamsQuery())
  const { open, ...filters } = filter
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  const columns: readonly Column<ERPConnection>[] = [
    {
      title: words.name,
      cell: ({ id, name }) => (
        <span className={css.name}>
          <button
            type="button"
            className={css.open}
            aria-expanded={open === id}
            aria-label={words.streamsOf(name)}
            onClick={() => change({ open: open === id ? undefined : id })}
          >
            {open === id ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
          </button>
          <Link to="/erp-connections/$id" params={{ id }}>
            {name}
          </Link>
        </span>
      ),
    },
    { title: words.provider, cell: ({ provider }) => provider },
    { title: words.method, cell: ({ connectionMethod }) => connectionMethod },
    { title: words.status, cell: ({ status }) => <StateMark {...shownConnection(status)} /> },
    { title: words.streams, cell: ({ id }) => <StreamCounts streams={streams.filter(({ connectionId }) => connectionId === id)} /> },
    { title: words.lastSuccess, cell: ({ health }) => <When at={health.lastSuccessAt} locale={locale} relative /> },
    {
      title: words.actions,
      cell: (connection) => (
        <span className={css.actions}>
          <TestConnection connection={connection} />
          <ConnectionMenu connection={connection} />
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHead title={words.title}>
        <NewConnection />
      </PageHead>
      <FilterBar clear={isFiltered ? { label: texts.runs.clear, onPress: () => void navigate({ search: {} }) } : undefined}>
        <TextFilter label={words.name} value={filter.q} onChange={(q) => change({ q })} />
        <Choice
          none={texts.runs.all}
          label={words.status}
          value={filter.status}
          choices={statusNames.map((status) => [status, texts.connectionStatus[status]])}
          onChange={(status) => change({ status })}
        />
        <Choice
          none={texts.runs.all}
          label={words.provider}
          value={filter.provider}
          choices={providerNames.map((provider) => [provider, provider])}
          onChange={(provider) => change({ provider })}
        />
      </FilterBar>
      <View query={connections} words={texts} problem={problem}>
        {(all) => {
          const rows = all.filter((connection) => fits(connection, filter))
          if (rows.length === 0) return <p>{all.length === 0 ? words.none : words.noneFits(all.length)}</p>
          return (
            <DataTable
              caption={words.title}
              columns={columns}
              rows={rows}
              keyOf={({ id }) => id}
              detailsOf={({ id }) => id === open && <StreamsTable connectionId={id} />}
            />
          )
        }}
      </View>
    </>
  )
}
