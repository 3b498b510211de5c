import type { ERPSyncLog } from '@linkspan/client'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { connectionsQuery } from '../../api/connections.ts'
import { dataTypeNames } from '../../api/names.ts'
import { type RunFilter, runsQuery } from '../../api/runs.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Choice } from '../../parts/controls/choice.tsx'
import { FilterBar } from '../../parts/filter-bar/filter-bar.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { type Column, DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { duration } from '../../parts/when/format-time.ts'
import { When } from '../../parts/when/when.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { shownRun, whyOf } from '../../shell/run-words.ts'
import { useConnectionName } from '../../shell/use-connection-name.ts'
import { locale, texts } from '../../texts/texts.ts'
import { statusNames } from './filter.ts'
import css from './page.module.css'

const words = texts.runs

/** All runs, the latest first. What is filtered stands in the address. */
export function SyncLogsPage() {
  const filter: RunFilter = useSearch({ from: '/shell/sync-logs' })
  const navigate = useNavigate({ from: '/sync-logs' })
  const { data: connections = [] } = useQuery(connectionsQuery)
  const runs = useInfiniteQuery(runsQuery(filter))
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const change = (part: RunFilter) => void navigate({ search: (before) => ({ ...before, ...part }) })
  const nameOf = useConnectionName()

  const columns: readonly Column<ERPSyncLog>[] = [
    {
      title: texts.connections.status,
      cell: (run) => (
        <Link to="/sync-logs/$id" params={{ id: run.id }}>
          <StateMark {...shownRun(run)} />
        </Link>
      ),
    },
    { title: words.started, cell: ({ startedAt }) => <When at={startedAt} locale={locale} /> },
    { title: words.took, cell: (run) => (run.duration === undefined ? '–' : duration(run.duration)) },
    { title: words.connection, cell: ({ erpConnectionId }) => nameOf(erpConnectionId) },
    { title: words.what, cell: ({ dataType, direction }) => `${texts.dataTypes[dataType]} · ${texts.directions[direction]}` },
    { title: words.trigger, cell: ({ trigger }) => texts.triggers[trigger] },
    { title: words.read, cell: ({ recordsRead }) => texts.number(recordsRead), isNumber: true },
    { title: words.changed, cell: ({ recordsCreated, recordsUpdated }) => texts.number(recordsCreated + recordsUpdated), isNumber: true },
    { title: words.rejected, cell: ({ recordsFailed }) => texts.number(recordsFailed), isNumber: true },
    { title: words.why, cell: (run) => whyOf(run) },
  ]

  return (
    <>
      <PageHead title={words.title} />
      <FilterBar clear={isFiltered ? { label: words.clear, onPress: () => void navigate({ search: {} }) } : undefined}>
        <Choice
          none={words.all}
          label={texts.connections.status}
          value={filter.status}
          choices={statusNames.map((status) => [status, texts.runStatus[status]])}
          onChange={(status) => change({ status })}
        />
        <Choice
          none={words.all}
          label={texts.streams.dataType}
          value={filter.dataType}
          choices={dataTypeNames.map((dataType) => [dataType, texts.dataTypes[dataType]])}
          onChange={(dataType) => change({ dataType })}
        />
        <Choice
          none={words.all}
          label={words.connection}
          value={filter.connection}
          choices={connections.map(({ id, name }) => [id, name])}
          onChange={(connection) => change({ connection })}
        />
      </FilterBar>
      {(filter.since ?? filter.until) && (
        <p>
          {words.began}: <When at={filter.since} locale={locale} /> – <When at={filter.until} locale={locale} />
        </p>
      )}
      <View query={{ ...runs, data: runs.data?.pages.flatMap(({ items }) => items) }} words={texts} problem={problem}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{isFiltered ? words.noneFits : words.none}</p>
          ) : (
            <>
              <DataTable caption={words.title} columns={columns} rows={rows} keyOf={({ id }) => id} />
              <p className={css.end}>
                {words.shown(rows.length, runs.hasNextPage)}{' '}
                {runs.hasNextPage && (
                  <ActionButton onPress={() => void runs.fetchNextPage()} isDisabled={runs.isFetchingNextPage}>
                    {words.more}
                  </ActionButton>
                )}
              </p>
            </>
          )
        }
      </View>
    </>
  )
}
