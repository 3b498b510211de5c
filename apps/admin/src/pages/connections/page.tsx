import type { ERPConnection } from '@linkspan/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { connectionsQuery } from '../../api/connections.ts'
import type { Stream } from '../../api/names.ts'
import { streamsQuery } from '../../api/streams.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { type Column, DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { shownConnection, shownStream } from '../../shell/run-words.ts'
import { TestConnection } from '../../shell/test-connection.tsx'
import { locale, texts } from '../../texts/texts.ts'

const words = texts.connections

/** All connections, with what their streams have proven. */
export function ConnectionsPage() {
  const connections = useQuery(connectionsQuery)
  const { data: streams = [] } = useQuery(streamsQuery())
  const columns: readonly Column<ERPConnection>[] = [
    {
      title: words.name,
      cell: ({ id, name }) => (
        <Link to="/erp-connections/$id" params={{ id }}>
          {name}
        </Link>
      ),
    },
    { title: words.provider, cell: ({ provider }) => provider },
    { title: words.method, cell: ({ connectionMethod }) => connectionMethod },
    { title: words.status, cell: ({ status }) => <StateMark {...shownConnection(status)} /> },
    { title: words.streams, cell: ({ id }) => <StreamCounts streams={streams.filter(({ connectionId }) => connectionId === id)} /> },
    { title: words.lastSuccess, cell: ({ health }) => <When at={health.lastSuccessAt} locale={locale} relative /> },
    { title: words.actions, cell: (connection) => <TestConnection connection={connection} /> },
  ]
  return (
    <>
      <PageHead title={words.title} />
      <View query={connections} words={texts} problem={problem}>
        {(rows) =>
          rows.length === 0 ? <p>{words.none}</p> : <DataTable caption={words.title} columns={columns} rows={rows} keyOf={({ id }) => id} />
        }
      </View>
    </>
  )
}

/** How many streams are in which state, the worst first. */
function StreamCounts({ streams }: { readonly streams: readonly Stream[] }) {
  if (streams.length === 0) return <>–</>
  const shown = streams.map(shownStream)
  const kinds = [...new Set(shown.map(({ mark }) => mark))].toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
  return (
    <>
      {kinds.map((mark) => {
        const alike = shown.filter((one) => one.mark === mark)
        return <StateMark key={mark} mark={mark} word={`${alike.length} ${alike[0]?.word ?? ''}`} />
      })}
    </>
  )
}
const order = ['error', 'warn', 'ok', 'idle']
