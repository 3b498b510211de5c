import { useQuery } from '@tanstack/react-query'
import { openIncidentsQuery } from '../../api/incidents.ts'
import { overviewQuery } from '../../api/overview.ts'
import { streamsQuery } from '../../api/streams.ts'
import { View } from '../../parts/view-states/view.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'
import { Day } from './day.tsx'
import { FirstSteps } from './first-steps.tsx'
import { Freshness } from './freshness.tsx'
import { NeedsYou } from './needs-you.tsx'
import css from './page.module.css'
import { Running } from './running.tsx'

const words = texts.now

/** Is everything all right, and if not, what comes first. */
export function NowPage() {
  const overview = useQuery(overviewQuery)
  const streams = useQuery(streamsQuery())
  const incidents = useQuery(openIncidentsQuery)
  const names = new Map(streams.data?.map(({ connectionId, connectionName }) => [connectionId, connectionName]))
  const nameOf = (id: string) => names.get(id) ?? id
  const day = overview.data?.last24Hours

  return (
    <>
      <PageHead title={words.title} facts={day && words.day(day.syncs, day.failed, day.syncs > 0 ? day.successRate : null)} />
      <View query={overview} words={texts} problem={problem}>
        {(found) =>
          found.connections.total === 0 ? (
            <FirstSteps />
          ) : (
            <div className={css.sections}>
              <View query={incidents} words={texts} problem={problem}>
                {(open) => (
                  <NeedsYou
                    overview={found}
                    incidents={open}
                    streams={streams.data ?? []}
                    checkedAt={overview.dataUpdatedAt}
                    nameOf={nameOf}
                  />
                )}
              </View>
              <View query={streams} words={texts} problem={problem}>
                {(rows) => <Freshness streams={rows} running={found.running} />}
              </View>
              <Running overview={found} nameOf={nameOf} />
              <Day hours={found.hours} />
            </div>
          )
        }
      </View>
    </>
  )
}
