import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { connectionsQuery } from '../../api/connections.ts'
import { streamsQuery } from '../../api/streams.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Choice } from '../../parts/controls/choice.tsx'
import { FilterBar } from '../../parts/filter-bar/filter-bar.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { slotMarks } from '../../shell/schedule/slot-words.ts'
import { locale, texts } from '../../texts/texts.ts'
import { dayName, readDay, shiftDay, startOf } from './day.ts'
import css from './page.module.css'
import { StreamDay } from './stream-day.tsx'

const words = texts.schedules

/** How many streams are shown at first, and how many more at a time: each asks for its own slots. */
const step = 20

/** One day of all schedules: what became of each due time, and why. */
export function SchedulesPage() {
  const { day: asked, connection, view = 'day', more = 1 } = useSearch({ from: '/shell/schedules' })
  const navigate = useNavigate({ from: '/schedules' })
  const today = dayName(new Date())
  const day = readDay(asked, today)
  const { data: connections = [] } = useQuery(connectionsQuery)
  const streams = useQuery(streamsQuery(connection))
  const go = (part: { day?: string | undefined; connection?: string | undefined; view?: 'table' | undefined; more?: number }) =>
    void navigate({ search: (before) => ({ ...before, ...part }) })
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <>
      <PageHead title={words.title} facts={startOf(day).toLocaleDateString(locale, { dateStyle: 'full' })}>
        <ActionButton label={words.dayBefore} onPress={() => go({ day: shiftDay(day, -1) })}>
          ‹
        </ActionButton>
        <ActionButton onPress={() => go({ day: undefined })} isDisabled={day === today}>
          {words.today}
        </ActionButton>
        <ActionButton label={words.dayAfter} onPress={() => go({ day: shiftDay(day, 1) })}>
          ›
        </ActionButton>
      </PageHead>
      <FilterBar>
        <Choice
          none={texts.runs.all}
          label={texts.runs.connection}
          value={connection}
          choices={connections.map(({ id, name }) => [id, name])}
          onChange={(id) => go({ connection: id })}
        />
        <Choice
          label={words.view}
          value={view}
          choices={[
            ['day', words.asDay],
            ['table', words.asTable],
          ]}
          onChange={(chosen) => go({ view: chosen === 'table' ? chosen : undefined })}
        />
      </FilterBar>
      <p className={css.legend}>
        {Object.entries(slotMarks).map(([state, mark]) => (
          <span key={state}>
            {mark} {words.fates[state as keyof typeof slotMarks]}
          </span>
        ))}
        <span>· {words.due}</span>
        <span>{words.zone(zone)}</span>
      </p>
      <View query={streams} words={texts} problem={problem}>
        {(rows) => {
          const scheduled = rows.filter(({ periodSeconds, syncConfigId }) => periodSeconds !== undefined || syncConfigId !== undefined)
          const shown = scheduled.slice(0, more * step)
          return scheduled.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <>
              {shown.map((stream) => (
                <StreamDay
                  key={`${stream.connectionId} ${stream.dataType} ${stream.direction}`}
                  stream={stream}
                  day={day}
                  isTable={view === 'table'}
                />
              ))}
              <p>{words.shown(shown.length, scheduled.length)}</p>
              {shown.length < scheduled.length && <ActionButton onPress={() => go({ more: more + 1 })}>{texts.runs.more}</ActionButton>}
            </>
          )
        }}
      </View>
      <p>
        <Link to="/erp-connections">{words.whereToChange}</Link>
      </p>
    </>
  )
}
