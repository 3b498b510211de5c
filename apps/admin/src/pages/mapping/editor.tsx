import type { ERPConnection } from '@linkspan/client'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { type DataTypeDescription, evaluationQuery, type Mapping, type MappingOperation, type StoredConfig } from '../../api/mapping.ts'
import { type Sample, sampleQuery } from '../../api/mapping-sample.ts'
import { View } from '../../parts/view-states/view.tsx'
import { problem } from '../../shell/problem.tsx'
import { useMay } from '../../shell/use-may.ts'
import { texts } from '../../texts/texts.ts'
import { isSameMapping, mappingOf } from './draft.ts'
import css from './editor.module.css'
import { LeaveGuard } from './leave-guard.tsx'
import { MappingPane } from './mapping-pane.tsx'
import { type Place, rejectedRowsAt } from './place.ts'
import { ResultPane } from './result-pane.tsx'
import { Revisions } from './revisions.tsx'
import { SampleChoice } from './sample-choice.tsx'
import { SampleLine } from './sample-line.tsx'
import { SaveBar } from './save-bar.tsx'
import { SourcePane } from './source-pane.tsx'
import type { KnownNames } from './suggest.ts'
import { useDebounced } from './use-debounced.ts'
import { useKeys } from './use-keys.ts'

const words = texts.mapping
const debounceMs = 300
const noSample: Sample = { id: 0, at: '', total: null, raw: [], isShortened: false }

export interface EditorProps {
  readonly connection: ERPConnection
  readonly described: DataTypeDescription
  readonly operations: readonly MappingOperation[]
  readonly stored: StoredConfig | null
  readonly knownNames: KnownNames
}

/** The three panes: a row as the ERP sent it, the mapping, and what becomes of the row. */
export function Editor({ connection, described, operations, stored, knownNames }: EditorProps) {
  const { dataType } = described
  const stream = { id: connection.id, dataType }
  const may = useMay('operator')
  const saved = useMemo(() => mappingOf(stored?.config.settings), [stored])
  const [edited, setEdited] = useState<Mapping | null>(null)
  const [focused, setFocused] = useState<string>()
  const mapping = edited ?? saved
  const isEdited = !isSameMapping(mapping, saved)

  const place = useSearch({ from: '/shell/erp-connections/$id/mapping/$dataType' })
  const rejected = rejectedRowsAt(place)
  const sampled = useQuery({ ...sampleQuery(stream, rejected), enabled: may })
  const sample = sampled.data ?? noSample
  const tried = useQuery(evaluationQuery(stream, sample, useDebounced(mapping, debounceMs), true))
  const before = useQuery(evaluationQuery(stream, sample, saved, true))

  const navigate = useNavigate()
  const go = (search: Place) => void navigate({ to: '.', search, replace: true, resetScroll: false })
  const at = Math.min(place.record ?? 1, Math.max(1, sample.raw.length))
  const goTo = (next: number) => {
    if (next >= 1 && next <= sample.raw.length) go({ ...rejected, ...(next > 1 && { record: next }) })
  }
  useKeys({ previous: () => goTo(at - 1), next: () => goTo(at + 1) })

  const current = tried.data?.records[at - 1]
  const path = focused === undefined ? undefined : (mapping.fieldMapping[focused] ?? focused)
  return (
    <>
      <SaveBar
        connection={connection}
        dataType={dataType}
        stored={stored}
        saved={saved}
        mapping={mapping}
        isEdited={isEdited}
        evaluation={tried.data}
        savedEvaluation={before.data}
        onDone={() => setEdited(null)}
      />
      {may ? (
        <>
          <SampleChoice rejected={rejected} onChange={go} />
          <View query={sampled} words={{ ...texts, loading: words.sampling }} problem={problem}>
            {(rows) => <SampleLine sample={rows} isAsking={sampled.isFetching} onAgain={() => void sampled.refetch()} />}
          </View>
        </>
      ) : (
        <p className={css.note}>{words.needsOperator}</p>
      )}
      {tried.error && problem(tried.error)}
      <div className={css.panes}>
        <SourcePane rows={sample.raw} at={at} marked={path} evaluation={tried.data} onGo={goTo} />
        <MappingPane
          described={described}
          operations={operations}
          mapping={mapping}
          evaluation={tried.data}
          record={current}
          row={sample.raw[at - 1]}
          rows={sample.raw}
          knownNames={knownNames}
          onChange={setEdited}
          onFocus={setFocused}
        />
        <ResultPane
          evaluation={tried.data}
          record={current}
          savedRecord={before.data?.records[at - 1]}
          filters={mapping.filters}
          focused={focused}
          isWorking={tried.isFetching}
        />
      </div>
      <Revisions stored={stored} onShow={setEdited} />
      <LeaveGuard isNeeded={isEdited} />
    </>
  )
}
