import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { syncNow } from '../api/connections.ts'
import type { Stream } from '../api/names.ts'
import { ActionButton } from '../parts/controls/action-button.tsx'
import { texts } from '../texts/texts.ts'
import { problem } from './problem.tsx'
import { useMay } from './use-may.ts'

const words = texts.streams

/** Starts a sync of a stream, and opens its run. */
export function SyncNow({ stream: { connectionId, dataType, direction } }: { readonly stream: Stream }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const may = useMay('operator')
  const start = useMutation({
    mutationFn: () => syncNow(connectionId, dataType, direction),
    async onSuccess({ id }) {
      await queries.invalidateQueries({ queryKey: ['runs'] })
      await navigate({ to: '/sync-logs/$id', params: { id } })
    },
  })
  return (
    <>
      <ActionButton onPress={() => start.mutate()} isDisabled={start.isPending || !may} label={words.syncNowOf(texts.dataTypes[dataType])}>
        {start.isPending ? words.starting : words.syncNow}
      </ActionButton>
      {start.error && problem(start.error)}
    </>
  )
}
