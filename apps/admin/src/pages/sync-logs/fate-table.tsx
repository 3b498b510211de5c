import type { ERPSyncLog } from '@linkspan/client'
import { Link } from '@tanstack/react-router'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { texts } from '../../texts/texts.ts'

const words = texts.runs
const marks = { done: 'ok', joined: 'run', refused: 'error' } as const

/** What became of one run of many. `next`: the run that it led to. */
export interface Fate {
  readonly run: ERPSyncLog
  readonly title: string
  readonly kind: 'done' | 'joined' | 'refused'
  readonly why: string
  readonly next: string | null
}

/** What became of each run that was acted on. */
export function FateTable({ fates, onClose }: { readonly fates: readonly Fate[]; readonly onClose: () => void }) {
  return (
    <section aria-label={words.fates}>
      <DataTable
        caption={words.fates}
        rows={fates}
        keyOf={({ run }) => run.id}
        columns={[
          { title: words.connectionAndType, cell: ({ title }) => title },
          { title: words.fate, cell: ({ kind }) => <StateMark mark={marks[kind]} word={words.fateKinds[kind]} /> },
          {
            title: words.why,
            cell: ({ why, next }) =>
              next === null ? (
                why
              ) : (
                <Link to="/sync-logs/$id" params={{ id: next }}>
                  {words.open}
                </Link>
              ),
          },
        ]}
      />
      <ActionButton onPress={onClose}>{words.close}</ActionButton>
    </section>
  )
}
