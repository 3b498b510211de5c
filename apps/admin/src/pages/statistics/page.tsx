import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { connectionsQuery } from '../../api/connections.ts'
import { Choice } from '../../parts/controls/choice.tsx'
import { ActivityView } from '../../shell/activity/activity-view.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { texts } from '../../texts/texts.ts'

/** What became of the runs of all connections, or of one. */
export function StatisticsPage() {
  const filter = useSearch({ from: '/shell/statistics' })
  const navigate = useNavigate({ from: '/statistics' })
  const { data: connections = [] } = useQuery(connectionsQuery)
  return (
    <>
      <PageHead title={texts.statistics.title} />
      <ActivityView filter={filter} onChange={(part) => void navigate({ search: (before) => ({ ...before, ...part }) })}>
        <Choice
          none={texts.runs.all}
          label={texts.runs.connection}
          value={filter.connection}
          choices={connections.map(({ id, name }) => [id, name])}
          onChange={(connection) => void navigate({ search: (before) => ({ ...before, connection }) })}
        />
      </ActivityView>
    </>
  )
}
