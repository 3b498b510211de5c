import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Stream } from '../api/names.ts'
import { cancelRun } from '../api/runs.ts'
import { ActionButton } from '../parts/controls/action-button.tsx'
import { texts } from '../texts/texts.ts'
import css from './connection-menu.module.css'
import { problem } from './problem.tsx'
import { SyncNow } from './sync-now.tsx'
import { useMay } from './use-may.ts'

/** What can be done with a stream: a sync is started, or the one that works is cancelled. */
export function StreamActions({ stream }: { readonly stream: Stream }) {
  const queries = useQueryClient()
  const may = useMay('operator')
  const cancel = useMutation({ mutationFn: cancelRun, onSuccess: () => queries.invalidateQueries({ queryKey: ['streams'] }) })
  const { runningRun, dataType } = stream
  return (
    <span className={css.menu}>
      <SyncNow stream={stream} />
      {runningRun && (
        <ActionButton
          onPress={() => cancel.mutate(runningRun.id)}
          isDisabled={!may || cancel.isPending}
          label={texts.streams.cancelOf(texts.dataTypes[dataType])}
        >
          {texts.cancel}
        </ActionButton>
      )}
      {cancel.error && problem(cancel.error)}
    </span>
  )
}
