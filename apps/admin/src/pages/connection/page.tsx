import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { connectionQuery } from '../../api/connections.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { TabLinks } from '../../parts/tab-links/tab-links.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { ConnectionMenu } from '../../shell/connection-menu.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { shownConnection } from '../../shell/run-words.ts'
import { TestConnection } from '../../shell/test-connection.tsx'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'

/** One connection: its state, and the tabs with what belongs to it. */
export function ConnectionPage() {
  const { id } = useParams({ from: '/shell/erp-connections/$id' })
  const connection = useQuery(connectionQuery(id))
  return (
    <View query={connection} words={texts} problem={problem}>
      {({ health, ...connection }) => (
        <>
          <PageHead
            title={connection.name}
            facts={
              <>
                {connection.provider} · {connection.connectionMethod} <StateMark {...shownConnection(connection.status)} />
              </>
            }
          >
            <Link to="/sync-logs" search={{ connection: id }}>
              {texts.runs.title}
            </Link>
            <ConnectionMenu connection={{ ...connection, health }} />
          </PageHead>
          {health.reason && <p className={css.reason}>{health.reason}</p>}
          <TestConnection connection={connection} />
          <TabLinks label={texts.connections.tabs}>
            <Link to="/erp-connections/$id" params={{ id }} activeOptions={{ exact: true }}>
              {texts.streams.title}
            </Link>
            <Link to="/erp-connections/$id/records" params={{ id }}>
              {texts.records.title}
            </Link>
            <Link to="/erp-connections/$id/mapping" params={{ id }}>
              {texts.mapping.title}
            </Link>
            <Link to="/erp-connections/$id/schedules" params={{ id }}>
              {texts.schedules.title}
            </Link>
            <Link to="/erp-connections/$id/conflicts" params={{ id }}>
              {texts.conflicts.title}
            </Link>
            <Link to="/erp-connections/$id/statistics" params={{ id }}>
              {texts.statistics.title}
            </Link>
            <Link to="/erp-connections/$id/settings" params={{ id }}>
              {texts.connectionSettings.title}
            </Link>
            <Link to="/erp-connections/$id/audit" params={{ id }}>
              {texts.audit.title}
            </Link>
          </TabLinks>
          <Outlet />
        </>
      )}
    </View>
  )
}
