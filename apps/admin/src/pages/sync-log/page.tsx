import type { ERPSyncLog } from '@linkspan/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { connectionQuery } from '../../api/connections.ts'
import { cancelRun, entriesQuery, retryRun, runQuery } from '../../api/runs.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { duration } from '../../parts/when/format-time.ts'
import { When } from '../../parts/when/when.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { shownRun } from '../../shell/run-words.ts'
import { useMay } from '../../shell/use-may.ts'
import { locale, texts } from '../../texts/texts.ts'
import { Balance } from './balance.tsx'
import { Entries } from './entries.tsx'
import css from './page.module.css'
import { Rejects } from './rejects.tsx'
import { verdictOf } from './verdict.ts'

const words = texts.run

/** One run, for whoever was woken by it: the verdict, what to do, the balance, and then the details. */
export function SyncLogPage() {
  const { id } = useParams({ from: '/shell/sync-logs/$id' })
  const run = useQuery(runQuery(id))
  return (
    <View query={run} words={texts} problem={problem}>
      {(log) => <Run run={log} />}
    </View>
  )
}

function Run({ run }: { readonly run: ERPSyncLog }) {
  const { data: connection } = useQuery(connectionQuery(run.erpConnectionId))
  const isRunning = run.status === 'scheduled' || run.status === 'syncing'
  const entries = useQuery(entriesQuery(run.id, isRunning))
  return (
    <>
      <PageHead
        title={words.title(texts.dataTypes[run.dataType], connection?.name ?? run.erpConnectionId)}
        facts={
          <>
            <StateMark {...shownRun(run)} /> {texts.directions[run.direction]} · {texts.triggers[run.trigger]} ·{' '}
            <When at={run.startedAt} locale={locale} />
            {run.duration !== undefined && ` · ${duration(run.duration)}`}
          </>
        }
      >
        <RunActions run={run} isRunning={isRunning} />
      </PageHead>
      <section className={run.status === 'error' ? css.failed : css.verdict} aria-live="polite">
        <p>{verdictOf(run, words)}</p>
        {run.dryRun && <p>{words.dryRun}</p>}
        {run.errorDetails && (
          <p>
            <strong>{words.whatToDo}:</strong> {run.errorDetails.hint} <code>{run.errorDetails.code}</code>
          </p>
        )}
      </section>
      <Balance run={run} />
      <h2 className={css.heading}>{words.rejects}</h2>
      <Rejects run={run} isRunning={isRunning} />
      <h2 className={css.heading}>{words.entries}</h2>
      <View query={entries} words={texts} problem={problem}>
        {(rows) => <Entries rows={rows} />}
      </View>
      <p className={css.id}>
        {words.id} <code>{run.id}</code> ·{' '}
        <Link to="/erp-connections/$id" params={{ id: run.erpConnectionId }}>
          {connection?.name ?? run.erpConnectionId}
        </Link>
      </p>
    </>
  )
}

function RunActions({ run: { id, status }, isRunning }: { readonly run: ERPSyncLog; readonly isRunning: boolean }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const may = useMay('operator')
  const retry = useMutation({
    mutationFn: () => retryRun(id),
    onSuccess: (next) => navigate({ to: '/sync-logs/$id', params: { id: next.id } }),
  })
  const cancel = useMutation({
    mutationFn: () => cancelRun(id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['runs', id] }),
  })
  const failed = retry.error ?? cancel.error
  return (
    <>
      {isRunning && (
        <ActionButton onPress={() => cancel.mutate()} isDisabled={!may || cancel.isPending}>
          {words.cancel}
        </ActionButton>
      )}
      {status === 'error' && (
        <ActionButton isMain onPress={() => retry.mutate()} isDisabled={!may || retry.isPending}>
          {words.retry}
        </ActionButton>
      )}
      {failed && problem(failed)}
    </>
  )
}
