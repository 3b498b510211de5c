import type { ERPSyncLog } from '@linkspan/client'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { RunFilter } from '../../api/runs.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { LongTable } from '../../parts/table/long-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { useConnectionName } from '../../shell/use-connection-name.ts'
import { texts } from '../../texts/texts.ts'
import { BulkActions } from './bulk-actions.tsx'
import { columnsOf, runTitle } from './columns.tsx'
import { ExportRuns } from './export-runs.tsx'
import { Filters } from './filters.tsx'
import css from './page.module.css'
import { useRuns } from './use-runs.ts'

const words = texts.runs
const now = () => new Date()
const keyOf = ({ id }: ERPSyncLog): string => id

/** All runs, the latest first. What is filtered stands in the address. */
export function SyncLogsPage() {
  const filter: RunFilter = useSearch({ from: '/shell/sync-logs' })
  const navigate = useNavigate({ from: '/sync-logs' })
  const runs = useRuns(filter, now)
  const nameOf = useConnectionName()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const isFiltered = Object.keys(filter).length > 0
  const rows = runs.view.data ?? []
  const chosen = useMemo(() => rows.filter(({ id }) => selected.has(id)), [rows, selected])
  const select = (id: string, isSelected: boolean) =>
    setSelected((before) => new Set(isSelected ? [...before, id] : [...before].filter((other) => other !== id)))

  return (
    <>
      <PageHead title={words.title}>
        <ExportRuns filter={filter} />
      </PageHead>
      <Filters
        filter={filter}
        onChange={(part) => void navigate({ search: (before) => ({ ...before, ...part }) })}
        onClear={() => void navigate({ search: {} })}
      />
      <div aria-live="polite">
        {runs.newRuns > 0 && (
          <p>
            <ActionButton onPress={runs.showNew}>{words.newRuns(runs.newRuns)}</ActionButton>
          </p>
        )}
      </div>
      <BulkActions runs={chosen} titleOf={(run) => runTitle(run, nameOf)} onDone={() => setSelected(new Set())} />
      <View query={runs.view} words={texts} problem={problem}>
        {(shown) =>
          shown.length === 0 && !runs.hasMore ? (
            <p>{isFiltered ? words.noneFits : words.none}</p>
          ) : (
            <>
              <label className={css.all}>
                <input
                  type="checkbox"
                  checked={chosen.length > 0 && chosen.length === shown.length}
                  onChange={({ target }) => setSelected(new Set(target.checked ? shown.map(keyOf) : []))}
                />
                {words.selectShown(shown.length)}
              </label>
              <LongTable
                caption={words.title}
                columns={columnsOf({ filter, nameOf, selected, onSelect: select })}
                rows={shown}
                keyOf={keyOf}
                total={runs.total}
                onEnd={runs.loadMore}
              />
              <p className={css.end}>
                {runs.total === undefined ? words.shown(shown.length, runs.hasMore) : words.shownOf(shown.length, runs.total)}{' '}
                {runs.hasMore && (
                  <ActionButton onPress={runs.loadMore} isDisabled={runs.isLoadingMore}>
                    {words.more}
                  </ActionButton>
                )}
              </p>
            </>
          )
        }
      </View>
    </>
  )
}
