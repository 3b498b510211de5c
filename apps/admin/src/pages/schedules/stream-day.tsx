import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { connectionQuery } from '../../api/connections.ts'
import type { Slot, Stream } from '../../api/names.ts'
import { slotsQuery, syncConfigsQuery } from '../../api/schedules.ts'
import { View } from '../../parts/view-states/view.tsx'
import { problem } from '../../shell/problem.tsx'
import { Rhythm } from '../../shell/schedule/rhythm.tsx'
import { slotMarks } from '../../shell/schedule/slot-words.ts'
import { texts } from '../../texts/texts.ts'
import { byHour, shiftDay, startOf } from './day.ts'
import css from './page.module.css'
import { SlotTable } from './slot-table.tsx'

const words = texts.schedules

export interface StreamDayProps {
  readonly stream: Stream
  readonly day: string
  readonly isTable: boolean
}

/** One stream on one day: its rhythm in words, and what became of its due times by the hour. */
export function StreamDay({ stream, day, isTable }: StreamDayProps) {
  const { connectionId, connectionName, dataType, direction, syncConfigId, nextDueAt } = stream
  const [hour, setHour] = useState<number | null>(null)
  const [from, to] = [startOf(day), startOf(shiftDay(day, 1))]
  const slots = useQuery(slotsQuery({ connectionId, dataType, direction, syncConfigId }, from.toISOString(), to.toISOString()))
  const title = `${connectionName} · ${texts.dataTypes[dataType]} · ${texts.directions[direction]}`
  const due = nextDueAt !== undefined && new Date(nextDueAt) >= from && new Date(nextDueAt) < to ? new Date(nextDueAt).getHours() : null
  return (
    <section className={css.stream} aria-label={title}>
      <h2>
        <Link to="/erp-connections/$id/schedules" params={{ id: connectionId }}>
          {title}
        </Link>
      </h2>
      <RhythmOf stream={stream} />
      <View query={slots} words={texts} problem={problem}>
        {(found) => {
          const inDay = found.filter(({ dueAt }) => new Date(dueAt) < to)
          if (isTable) return inDay.length === 0 ? <p>{words.noSlots}</p> : <SlotTable caption={title} slots={inDay} />
          const hours = byHour(inDay)
          return (
            <>
              <ol className={css.hours} aria-label={words.hoursOf(title)}>
                {hours.map((ofHour, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an hour has no other name than its place
                  <li key={at}>
                    <Hour
                      hour={at}
                      slots={ofHour}
                      isDue={due === at}
                      isOpen={hour === at}
                      onPress={() => setHour(hour === at ? null : at)}
                    />
                  </li>
                ))}
              </ol>
              {hour !== null && (hours[hour]?.length ?? 0) > 0 && <SlotTable caption={words.hour(hour)} slots={hours[hour] ?? []} />}
            </>
          )
        }}
      </View>
    </section>
  )
}

interface HourProps {
  readonly hour: number
  readonly slots: readonly Slot[]
  readonly isDue: boolean
  readonly isOpen: boolean
  readonly onPress: () => void
}

/** The due times of one hour: one sign each fate, with their number if there are several. */
function Hour({ hour, slots, isDue, isOpen, onPress }: HourProps) {
  const states = Object.keys(slotMarks) as Slot['state'][]
  const counts = states.flatMap((state): [Slot['state'], number][] => {
    const count = slots.filter((slot) => slot.state === state).length
    return count === 0 ? [] : [[state, count]]
  })
  const sentence = counts.map(([state, count]) => `${texts.number(count)} ${words.fates[state]}`).join(', ')
  const label = `${words.hour(hour)}: ${sentence || (isDue ? words.due : words.noSlots)}`
  return (
    <button
      type="button"
      className={`${css.hour} ${slots.some(({ state }) => state === 'skipped') ? css.skipped : slots.length > 0 ? css.ran : ''}`}
      aria-label={label}
      aria-expanded={isOpen}
      title={label}
      disabled={slots.length === 0}
      onClick={onPress}
    >
      <span className={css.number}>{String(hour).padStart(2, '0')}</span>
      <span>
        {counts.map(([state, count]) => `${slotMarks[state]}${count > 1 ? texts.number(count) : ''}`).join(' ')}
        {isDue ? ' ·' : ''}
      </span>
    </button>
  )
}

/** The rhythm of a stream: its configuration's, or the connection's own. */
function RhythmOf({ stream: { connectionId, syncConfigId } }: { readonly stream: Stream }) {
  const { data: connection } = useQuery(connectionQuery(connectionId))
  const { data: configs } = useQuery({ ...syncConfigsQuery(connectionId), enabled: syncConfigId !== undefined })
  const config = configs?.find(({ id }) => id === syncConfigId)
  const ofConnection = connection?.settings as { readonly syncSchedule?: string; readonly timezone?: string } | undefined
  const schedule = syncConfigId === undefined ? ofConnection?.syncSchedule : config?.schedule
  const timezone = config?.timezone ?? ofConnection?.timezone ?? 'UTC'
  if (config && !config.enabled) return <p>{words.paused}</p>
  if (schedule === undefined) return config?.settings.syncInterval ? <p>{words.every(config.settings.syncInterval)}</p> : null
  return (
    <details>
      <summary>
        <code>{schedule}</code> · {timezone}
      </summary>
      <Rhythm schedule={schedule} timezone={timezone} />
    </details>
  )
}
