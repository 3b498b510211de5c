import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Reprocessed } from '../api/names.ts'
import { maxRejects, reprocessRejects } from '../api/rejects.ts'
import { runQuery } from '../api/runs.ts'
import { ActionButton } from '../parts/controls/action-button.tsx'
import { Confirm } from '../parts/dialog/confirm.tsx'
import { StateMark } from '../parts/state-mark/state-mark.tsx'
import { texts } from '../texts/texts.ts'
import { problem } from './problem.tsx'
import css from './rejects.module.css'
import { shownRun } from './run-words.ts'
import { useMay } from './use-may.ts'

const words = texts.rejects

/** Has these rejects read again, once that is confirmed, and says what became of them. `about` tells the button from others of its kind. */
export function Reprocess({ ids: all, about }: { readonly ids: readonly string[]; readonly about: string }) {
  const ids = all.slice(0, maxRejects)
  const queries = useQueryClient()
  const may = useMay('operator')
  const reprocess = useMutation({
    mutationFn: () => reprocessRejects(ids),
    onSettled: () => Promise.all(['rejects', 'runs', 'streams'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  })
  return (
    <>
      {ids.length > 0 && (
        <div className={css.action}>
          <Confirm
            trigger={
              <ActionButton isDisabled={!may || reprocess.isPending} label={`${words.reprocess(ids.length)}: ${about}`}>
                {reprocess.isPending ? words.reprocessing : words.reprocess(ids.length)}
              </ActionButton>
            }
            title={words.reprocessTitle(ids.length)}
            action={words.reprocess(ids.length)}
            cancel={texts.cancel}
            onConfirm={() => reprocess.mutate()}
          >
            <p>{words.consequence}</p>
          </Confirm>
          {!may && <span>{texts.needs('operator')}</span>}
        </div>
      )}
      {reprocess.error && problem(reprocess.error)}
      {reprocess.data && <Outcomes outcomes={reprocess.data} />}
    </>
  )
}

/** One line for all rejects of which the same has become. */
function Outcomes({ outcomes }: { readonly outcomes: readonly Reprocessed[] }) {
  const lines = new Map<string, { readonly one: Reprocessed; readonly count: number }>()
  for (const one of outcomes) {
    const name = JSON.stringify([one.outcome, one.syncLogId, one.message])
    lines.set(name, { one, count: (lines.get(name)?.count ?? 0) + 1 })
  }
  return (
    <div role="status">
      <ul className={css.outcomes}>
        {[...lines].map(([name, { one, count }]) => (
          <li key={name}>
            {words.outcomes[one.outcome](count)} {one.message} {one.syncLogId && <FollowedRun id={one.syncLogId} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The run that reads rejects again. Once it has ended, what is shown of rejects is read anew. */
function FollowedRun({ id }: { readonly id: string }) {
  const queries = useQueryClient()
  const { data: run } = useQuery(runQuery(id))
  const isOver = run?.completedAt !== undefined
  useEffect(() => {
    if (isOver) void queries.invalidateQueries({ queryKey: ['rejects'] })
  }, [isOver, queries])
  return (
    <>
      <Link to="/sync-logs/$id" params={{ id }}>
        {words.openRun}
      </Link>{' '}
      {run && <StateMark {...shownRun(run)} />}
    </>
  )
}
