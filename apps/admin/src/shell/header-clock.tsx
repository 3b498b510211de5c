import { useEffect, useState } from 'react'
import { serverNow } from '../api/client.ts'
import { ActionButton } from '../parts/controls/action-button.tsx'
import { switchZone, useZone, zoneOption } from '../parts/when/zone.ts'
import { locale, texts } from '../texts/texts.ts'

const tickMs = 5000

/** The time of the server with its zone. Pressing it switches all times between the zone of this browser and UTC. */
export function HeaderClock() {
  const zone = useZone()
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), tickMs)
    return () => clearInterval(timer)
  }, [])
  const time = now.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', timeZoneName: 'short', ...zoneOption(zone) })
  return (
    <ActionButton onPress={switchZone} label={texts.clock.label(time, zone === 'utc')}>
      {time}
    </ActionButton>
  )
}
