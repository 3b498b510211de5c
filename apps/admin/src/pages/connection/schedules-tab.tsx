import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { connectionQuery } from '../../api/connections.ts'
import { syncConfigsQuery } from '../../api/schedules.ts'
import { View } from '../../parts/view-states/view.tsx'
import { problem } from '../../shell/problem.tsx'
import { Rhythm } from '../../shell/schedule/rhythm.tsx'
import { texts } from '../../texts/texts.ts'
import { NewSchedule } from './new-schedule.tsx'
import { ScheduleEditor } from './schedule-editor.tsx'
import css from './schedules.module.css'

const words = texts.schedules

/** When each data type of a connection is synced, with the editor of each rhythm. */
export function SchedulesTab() {
  const { id } = useParams({ from: '/shell/erp-connections/$id/schedules' })
  const configs = useQuery(syncConfigsQuery(id))
  const { data: connection } = useQuery(connectionQuery(id))
  const own = connection?.settings as
    | { readonly syncSchedule?: string; readonly timezone?: string; readonly enabledDataTypes?: readonly string[] }
    | undefined
  const timezone = own?.timezone ?? 'UTC'
  return (
    <View query={configs} words={texts} problem={problem}>
      {(found) => (
        <>
          {own?.syncSchedule && (
            <section className={css.schedule} aria-label={words.ofConnection}>
              <h2>{words.ofConnection}</h2>
              <p>{words.ofConnectionHint}</p>
              <Rhythm schedule={own.syncSchedule} timezone={timezone} />
            </section>
          )}
          {found.map((config) => (
            <ScheduleEditor key={config.id} config={config} timezone={config.timezone ?? timezone} />
          ))}
          {found.length === 0 && !own?.syncSchedule && <p>{words.none}</p>}
          <NewSchedule connectionId={id} configs={found} enabled={own?.enabledDataTypes ?? []} timezone={timezone} />
        </>
      )}
    </View>
  )
}
