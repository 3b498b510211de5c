import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { totalsQuery } from '../../api/statistics.ts'
import { Facts } from '../../parts/facts/facts.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { ActivityView } from '../../shell/activity/activity-view.tsx'
import { problem } from '../../shell/problem.tsx'
import { locale, texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.statistics

/** What became of the runs of a connection: of all time, and of a range. */
export function StatisticsTab() {
  const { id } = useParams({ from: '/shell/erp-connections/$id/statistics' })
  const filter = useSearch({ from: '/shell/erp-connections/$id/statistics' })
  const navigate = useNavigate({ from: '/erp-connections/$id/statistics' })
  return (
    <ActivityView
      filter={{ ...filter, connection: id }}
      onChange={({ connection: _, ...part }) => void navigate({ search: (before) => ({ ...before, ...part }) })}
      before={<AllTime id={id} />}
    />
  )
}

function AllTime({ id }: { readonly id: string }) {
  const totals = useQuery(totalsQuery(id))
  return (
    <View query={totals} words={texts} problem={problem}>
      {({ totalSyncs, successRate, avgSyncDuration, totalRecordsProcessed, lastSyncDate }) => (
        <section>
          <h2 className={css.heading}>{words.ofAllTime}</h2>
          <Facts
            facts={[
              [texts.runs.title, words.runs(totalSyncs)],
              [
                words.rate,
                totalSyncs === 0 ? '–' : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(successRate),
              ],
              [texts.runs.took, totalSyncs === 0 ? '–' : `⌀ ${texts.duration(avgSyncDuration)}`],
              [words.records, texts.number(totalRecordsProcessed)],
              [words.last, <When key="last" at={lastSyncDate} locale={locale} />],
            ]}
          />
        </section>
      )}
    </View>
  )
}
