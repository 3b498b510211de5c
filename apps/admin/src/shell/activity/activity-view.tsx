import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { dataTypeNames } from '../../api/names.ts'
import { type ActivityFilter, type ActivityRange, activityQuery, activityRanges } from '../../api/statistics.ts'
import { Choice } from '../../parts/controls/choice.tsx'
import { FilterBar } from '../../parts/filter-bar/filter-bar.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { texts } from '../../texts/texts.ts'
import { problem } from '../problem.tsx'
import css from './activity.module.css'
import { ActivityCharts } from './activity-charts.tsx'
import { ActivityTotals } from './activity-totals.tsx'

const words = texts.statistics
const ranges = Object.keys(activityRanges) as ActivityRange[]

export interface ActivityViewProps {
  readonly filter: ActivityFilter
  readonly onChange: (part: ActivityFilter) => void
  /** Further filters. */
  readonly children?: ReactNode
  /** What stands before the figures of the range. */
  readonly before?: ReactNode
}

/** What became of runs and records in a range of time: figures, four charts, and the same by data type. */
export function ActivityView({ filter, onChange, children, before }: ActivityViewProps) {
  const activity = useQuery(activityQuery(filter, () => new Date()))
  return (
    <>
      <FilterBar>
        <Choice
          label={words.range}
          value={filter.since ?? '-24h'}
          choices={ranges.map((range) => [range, words.ranges[range]])}
          onChange={(since) => onChange({ since: since === '-24h' ? undefined : since })}
        />
        <Choice
          none={texts.runs.all}
          label={texts.streams.dataType}
          value={filter.dataType}
          choices={dataTypeNames.map((dataType) => [dataType, texts.dataTypes[dataType]])}
          onChange={(dataType) => onChange({ dataType })}
        />
        {children}
      </FilterBar>
      {before}
      <View query={activity} words={texts} problem={problem}>
        {(found) => (
          <>
            <ActivityTotals activity={found} filter={filter} />
            <ActivityCharts activity={found} filter={filter} />
            <p className={css.note}>{words.note}</p>
          </>
        )}
      </View>
    </>
  )
}
