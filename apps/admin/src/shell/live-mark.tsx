import { useSyncExternalStore } from 'react'
import { liveState, onLiveState } from '../api/live-state.ts'
import { type Mark, StateMark } from '../parts/state-mark/state-mark.tsx'
import { useZone, zoneOption } from '../parts/when/zone.ts'
import { locale, texts } from '../texts/texts.ts'

const marks = { live: 'ok', reconnecting: 'run', polling: 'wait', offline: 'error' } as const satisfies Record<string, Mark>

/** Whether changes are shown as they happen. Said aloud when that changes. */
export function LiveMark() {
  const { kind, since } = useSyncExternalStore(onLiveState, liveState)
  const zone = useZone()
  const time = since.toLocaleTimeString(locale, { timeStyle: 'short', ...zoneOption(zone) })
  return (
    <span role="status" aria-label={texts.live.label}>
      <StateMark mark={marks[kind]} word={kind === 'offline' ? texts.live.offline(time) : texts.live[kind]} />
    </span>
  )
}
