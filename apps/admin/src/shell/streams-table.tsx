import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Stream } from '../api/names.ts'
import { streamsQuery } from '../api/streams.ts'
import { StateMark } from '../parts/state-mark/state-mark.tsx'
import type { Column } from '../parts/table/column.ts'
import { DataTable } from '../parts/table/data-table.tsx'
import { View } from '../parts/view-states/view.tsx'
import { When } from '../parts/when/when.tsx'
import { locale, texts } from '../texts/texts.ts'
import { problem } from './problem.tsx'
import { shownRun, shownStream } from './run-words.ts'
import { StreamActions } from './stream-actions.tsx'

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
  { title: texts.connections.actions, cell: (stream) => <StreamActions stream={stream} /> },
]

/** What each stream of a connection has proven, and what it does now. */
export function StreamsTable({ connectionId }: { readonly connectionId: string }) {
  const streams = useQuery(streamsQuery(connectionId))
  return (
    <View query={streams} words={texts} problem={problem}>
      {(rows) =>
        rows.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <DataTable caption={words.title} columns={columns} rows={rows} keyOf={({ dataType, direction }) => `${dataType} ${direction}`} />
        )
      }
    </View>
  )
}
