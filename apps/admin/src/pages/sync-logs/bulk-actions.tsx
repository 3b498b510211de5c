import type { ERPSyncLog } from '@linkspan/client'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { cancelRun, retryRun } from '../../api/runs.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Confirm } from '../../parts/dialog/confirm.tsx'
import { useMay } from '../../shell/use-may.ts'
import { texts } from '../../texts/texts.ts'
import { type Fate, FateTable } from './fate-table.tsx'
import { inTurns } from './in-turns.ts'
import css from './page.module.css'

const words = texts.runs

export interface BulkActionsProps {
  /** The runs that are selected, as they are shown. */
  readonly runs: readonly ERPSyncLog[]
  readonly titleOf: (run: ERPSyncLog) => string
  readonly onDone: () => void
}

/** Retries or cancels the runs that were selected, by their ids, and tells what became of each. */
export function BulkActions({ runs, titleOf, onDone }: BulkActionsProps) {
  const queries = useQueryClient()
  const may = useMay('operator')
  const [fates, setFates] = useState<readonly Fate[]>([])
  const [left, setLeft] = useState(0)
  const retried = runs.filter(({ status }) => status === 'error')
  const cancelled = runs.filter(({ status }) => status === 'scheduled' || status === 'syncing')

  async function act(chosen: readonly ERPSyncLog[], one: (run: ERPSyncLog) => Promise<Omit<Fate, 'run' | 'title'>>) {
    setFates([])
    setLeft(chosen.length)
    onDone()
    await inTurns(chosen, async (run) => {
      const fate = await one(run).catch((error: unknown) => ({ kind: 'refused' as const, why: whyOf(error), next: null }))
      setFates((before) => [...before, { run, title: titleOf(run), ...fate }])
      setLeft((before) => before - 1)
    })
    await queries.invalidateQueries({ queryKey: ['runs', 'latest'] })
    for (const { id } of chosen) await queries.invalidateQueries({ queryKey: ['runs', id], exact: true })
  }
  const retry = async ({ id }: ERPSyncLog) => {
    const { run, joined } = await retryRun(id)
    return { kind: joined ? ('joined' as const) : ('done' as const), why: '', next: run.id }
  }
  const cancel = async ({ id }: ERPSyncLog) => ({ kind: 'done' as const, why: '', next: (await cancelRun(id)).id })
  const list = (chosen: readonly ERPSyncLog[]) => (
    <ul className={css.chosen}>
      {chosen.map((run) => (
        <li key={run.id}>{titleOf(run)}</li>
      ))}
    </ul>
  )
  const actions = [
    { chosen: retried, title: words.retryRuns(retried.length), does: retry, means: words.retryMeans },
    { chosen: cancelled, title: words.cancelRuns(cancelled.length), does: cancel, means: words.cancelMeans },
  ]

  return (
    <>
      {runs.length > 0 && (
        <div className={css.bar}>
          <span role="status">{words.selected(runs.length)}</span>
          {actions.map(({ chosen, title, does, means }) => (
            <Confirm
              key={title}
              trigger={<ActionButton isDisabled={!may || chosen.length === 0}>{title}</ActionButton>}
              title={title}
              action={title}
              cancel={texts.cancel}
              onConfirm={() => void act(chosen, does)}
            >
              <p>{means}</p>
              {list(chosen)}
            </Confirm>
          ))}
          {!may && <span className={css.end}>{texts.needs('operator')}</span>}
        </div>
      )}
      {left > 0 && <p role="status">{words.underWay(left)}</p>}
      {fates.length > 0 && <FateTable fates={fates} onClose={() => setFates([])} />}
    </>
  )
}

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
