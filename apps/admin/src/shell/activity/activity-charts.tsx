import { Link } from '@tanstack/react-router'
import type { Activity } from '../../api/names.ts'
import type { ActivityFilter } from '../../api/statistics.ts'
import { Chart, type ChartProps } from '../../parts/charts/chart.tsx'
import type { Look, Series } from '../../parts/charts/series.ts'
import { locale, texts } from '../../texts/texts.ts'
import css from './activity.module.css'
import { slotsOf } from './slots.ts'

const words = texts.statistics
type Bucket = Activity['buckets'][number]

/** Four charts of a range. Each mark leads to the runs that began then. */
export function ActivityCharts({ activity, filter }: { readonly activity: Activity; readonly filter: ActivityFilter }) {
  const { outcomes, fates } = activity.totals
  const linkOf: ChartProps['linkOf'] = ({ key }, link) => {
    const slot = slotsOf(activity, locale, () => ({})).find((one) => one.key === key)
    const { connection, dataType } = filter
    return (
      <Link
        to="/sync-logs"
        search={{ ...(connection && { connection }), ...(dataType && { dataType }), since: slot?.since, until: slot?.until }}
        {...link}
      />
    )
  }
  const counted = (name: string, look: Look, total: number): Series => ({
    key: name,
    title: words[name as 'created'],
    look,
    total: texts.number(total),
  })
  const chart = (title: string, series: readonly Series[], valuesOf: (bucket: Bucket) => Readonly<Record<string, number>>) => (
    <Chart
      kind="bars"
      title={title}
      series={series}
      sentence={words.sumOf(title, series.map((one) => `${one.title} ${one.total}`).join(', '))}
      slots={slotsOf(activity, locale, valuesOf)}
      format={texts.number}
      words={words}
      linkOf={linkOf}
    />
  )
  const times: readonly Series[] = [
    { key: 'p50', title: words.half, look: 'first' },
    { key: 'p95', title: words.most, look: 'failure' },
  ]
  const { duration: took } = activity.totals
  return (
    <div className={css.charts}>
      {chart(
        words.outcomes,
        [counted('success', 'third', outcomes.success), counted('error', 'failure', outcomes.error)],
        (one) => one.outcomes,
      )}
      {chart(
        words.fates,
        [
          counted('created', 'third', fates.created),
          counted('updated', 'first', fates.updated),
          counted('unchanged', 'fifth', fates.unchanged),
          counted('pushed', 'second', fates.pushed),
          counted('deleted', 'fourth', fates.deleted),
        ],
        (one) => one.fates,
      )}
      <Chart
        kind="lines"
        title={words.durations}
        series={times}
        sentence={words.sumOf(
          words.durations,
          took ? `${words.half} ${texts.duration(took.p50)}, ${words.most} ${texts.duration(took.p95)}` : words.none,
        )}
        slots={slotsOf(activity, locale, (one): Readonly<Record<string, number>> => one.duration ?? {})}
        format={texts.duration}
        words={words}
        linkOf={linkOf}
      />
      {chart(
        words.trouble,
        [
          counted('rejected', 'failure', fates.rejected),
          counted('refused', 'second', fates.refused),
          counted('conflicts', 'fourth', fates.conflicts),
        ],
        (one) => one.fates,
      )}
    </div>
  )
}
