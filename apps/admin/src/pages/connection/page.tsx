import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Stream } from '../../api/names.ts'
import { connectionQuery, streamsQuery } from '../../api/queries.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { type Column, DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { shownConnection, shownRun, shownStream } from '../../shell/run-words.ts'
import { SyncNow } from '../../shell/sync-now.tsx'
import { TestConnection } from '../../shell/test-connection.tsx'
import { locale, texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.streams

const columns: readonly Column<Stream>[] = [
  { title: words.dataType, cell: ({ dataType }) => texts.dataTypes[dataType] },
  { title: words.direction, cell: ({ direction }) => texts.directions[direction] },
  { title: words.state, cell: (stream) => <StateMark {...shownStream(stream)} /> },
  {
    title: words.running,
    cell: ({ runningRun }) =>
      runningRun ? (
        <Link to="/sync-logs/$id" params={{ id: runningRun.id }}>
          <StateMark {...shownRun(runningRun)} />
        </Link>
      ) : (
        '–'
      ),
  },
  {
    title: words.lastSuccess,
    cell: ({ lastRun, lastSuccessAt }) =>
      lastRun ? (
        <Link to="/sync-logs/$id" params={{ id: lastRun.id }}>
          <When at={lastSuccessAt} locale={locale} relative />
        </Link>
      ) : (
        <When at={lastSuccessAt} locale={locale} relative />
      ),
  },
  { title: words.next, cell: ({ nextDueAt }) => <When at={nextDueAt} locale={locale} relative /> },
  { title: words.rejects, cell: ({ openRejects }) => texts.number(openRejects), isNumber: true },
  { title: words.conflicts, cell: ({ conflicts }) => texts.number(conflicts), isNumber: true },
  { title: texts.connections.actions, cell: (stream) => <SyncNow stream={stream} /> },
]

/** One connection: its state, and what each of its streams has proven. */
export function ConnectionPage() {
  const { id } = useParams({ from: '/shell/erp-connections/$id' })
  const connection = useQuery(connectionQuery(id))
  const streams = useQuery(streamsQuery(id))
  return (
    <View query={connection} words={texts} problem={problem}>
      {({ name, provider, connectionMethod, status, health }) => (
        <>
          <PageHead
            title={name}
            facts={
              <>
                {provider} · {connectionMethod} <StateMark {...shownConnection(status)} />
              </>
            }
          >
            <Link to="/sync-logs" search={{ connection: id }}>
              {texts.runs.title}
            </Link>
          </PageHead>
          {health.reason && <p className={css.reason}>{health.reason}</p>}
          <TestConnection connection={{ id, name }} />
          <h2 className={css.heading}>{words.title}</h2>
          <View query={streams} words={texts} problem={problem}>
            {(rows) =>
              rows.length === 0 ? (
                <p>{words.none}</p>
              ) : (
                <DataTable
                  caption={words.title}
                  columns={columns}
                  rows={rows}
                  keyOf={({ dataType, direction }) => `${dataType} ${direction}`}
                />
              )
            }
          </View>
        </>
      )}
    </View>
  )
}
