import type { ERPSyncLog } from '@linkspan/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Asked, cancelRun, readForSupport, retryRun, runFull } from '../../api/runs.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { problem } from '../../shell/problem.tsx'
import { useMay } from '../../shell/use-may.ts'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'
import { supportText } from './support-text.ts'

const words = texts.run

export interface RunActionsProps {
  readonly run: ERPSyncLog
  readonly isRunning: boolean
  readonly connectionName: string
}

/** What one may do with a run. A new run opens at once. */
export function RunActions({ run, isRunning, connectionName }: RunActionsProps) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const may = useMay('operator')
  const open = async ({ run: next }: Asked) => {
    await queries.invalidateQueries({ queryKey: ['runs', 'latest'] })
    await navigate({ to: '/sync-logs/$id', params: { id: next.id } })
  }
  const retry = useMutation({ mutationFn: () => retryRun(run.id), onSuccess: open })
  const full = useMutation({ mutationFn: () => runFull(run), onSuccess: open })
  const cancel = useMutation({
    mutationFn: () => cancelRun(run.id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['runs', run.id] }),
  })
  const isStarting = retry.isPending || full.isPending
  const failed = retry.error ?? full.error ?? cancel.error
  return (
    <>
      {isRunning ? (
        <ActionButton onPress={() => cancel.mutate()} isDisabled={!may || cancel.isPending || run.stopping === true}>
          {run.stopping || cancel.isPending ? words.cancelling : words.cancel}
        </ActionButton>
      ) : (
        <>
          <ActionButton isMain={run.status === 'error'} onPress={() => retry.mutate()} isDisabled={!may || isStarting}>
            {retry.isPending ? words.starting : words.retry}
          </ActionButton>
          {run.direction !== 'push' && (
            <ActionButton onPress={() => full.mutate()} isDisabled={!may || isStarting}>
              {full.isPending ? words.starting : words.runFull}
            </ActionButton>
          )}
        </>
      )}
      <CopyForSupport id={run.id} connectionName={connectionName} />
      {!may && <span className={css.quiet}>{texts.needs('operator')}</span>}
      {failed && problem(failed)}
    </>
  )
}

/** Copies what somebody who helps needs to know, and shows it. */
function CopyForSupport({ id, connectionName }: { readonly id: string; readonly connectionName: string }) {
  const [copied, setCopied] = useState<{ readonly text: string; readonly isCopied: boolean } | null>(null)
  const copy = useMutation({
    async mutationFn() {
      const text = supportText({ ...(await readForSupport(id)), connectionName, address: window.location.href })
      const isCopied = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      )
      setCopied({ text, isCopied })
    },
  })
  return (
    <>
      <ActionButton onPress={() => copy.mutate()} isDisabled={copy.isPending}>
        {words.copyForSupport}
      </ActionButton>
      {copy.error && problem(copy.error)}
      {copied && (
        <div className={css.copied}>
          <p role="status">{copied.isCopied ? words.copied : words.copyYourself}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
          <pre tabIndex={0}>{copied.text}</pre>
          <ActionButton onPress={() => setCopied(null)}>{words.close}</ActionButton>
        </div>
      )}
    </>
  )
}
