import type { ERPSyncLog } from '@linkspan/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { connectionQuery } from '../../api/connections.ts'
import { isOver, type RunFilter, runQuery } from '../../api/runs.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { shownRun } from '../../shell/run-words.ts'
import { locale, texts } from '../../texts/texts.ts'
import { Balance } from './balance.tsx'
import { Entries } from './entries.tsx'
import { Neighbours } from './neighbours.tsx'
import css from './page.module.css'
import { Rejects } from './rejects.tsx'
import { RunActions } from './run-actions.tsx'
import { Timeline } from './timeline.tsx'
import { Verdict } from './verdict.tsx'

const words = texts.run

/** One run, for whoever was woken by it: the verdict, what to do, the balance, the timeline, and then the details. */
export function SyncLogPage() {
  const { id } = useParams({ from: '/shell/sync-logs/$id' })
  const filter: RunFilter = useSearch({ from: '/shell/sync-logs/$id' })
  const run = useQuery(runQuery(id))
  return (
    <>
      <Neighbours id={id} filter={filter} />
      <View query={run} words={texts} problem={problem}>
        {(log) => <Run key={log.id} run={log} />}
      </View>
    </>
  )
}

function Run({ run }: { readonly run: ERPSyncLog }) {
  const { data: connection } = useQuery(connectionQuery(run.erpConnectionId))
  const isRunning = !isOver(run)
  const connectionName = connection?.name ?? run.erpConnectionId
  return (
    <>
      <PageHead
        title={words.title(texts.dataTypes[run.dataType], connectionName)}
        facts={
          <>
            <StateMark {...shownRun(run)} /> {texts.directions[run.direction]} · {texts.triggers[run.trigger]} ·{' '}
            <When at={run.startedAt} locale={locale} />
            {run.duration !== undefined && ` · ${texts.duration(run.duration)}`}
          </>
        }
      >
        <RunActions run={run} isRunning={isRunning} connectionName={connectionName} />
      </PageHead>
      <Verdict run={run} />
      <div className={css.facts}>
        <Balance run={run} />
        <Timeline id={run.id} isRunning={isRunning} />
      </div>
      <h2 className={css.heading}>{words.rejects}</h2>
      <Rejects run={run} isRunning={isRunning} />
      <Entries id={run.id} isRunning={isRunning} />
      <p className={css.id}>
        {words.id} <code>{run.id}</code> ·{' '}
        <Link to="/erp-connections/$id" params={{ id: run.erpConnectionId }}>
          {connectionName}
        </Link>
      </p>
    </>
  )
}
