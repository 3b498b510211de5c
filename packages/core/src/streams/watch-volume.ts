import type { Connection } from '../connections/connection.ts'
import type { IncidentStore } from '../incidents/incident-store.ts'
import { observeConnection, watchedConnection } from '../incidents/observe.ts'
import { parts } from '../incidents/parts.ts'
import type { Clock } from '../kernel/ports.ts'
import { describeSilence, judgeVolume, type Silence } from './judge-volume.ts'
import type { JudgedStream } from './judged-streams.ts'
import type { StreamStore } from './stream-store.ts'

export interface VolumePorts {
  readonly clock: Clock
  readonly incidents: Pick<IncidentStore, 'observe' | 'resolve'>
  readonly streams: Pick<StreamStore, 'countVolume' | 'noteSilence'>
}

/** The data type whose records come steadily enough to be missed. */
const dataType = 'orders'

/**
 * Counts the new orders of a connection, and opens an incident if none have come for unusually long. It closes when the next one comes.
 * If the orders are pulled, only what the last successful pull has seen is judged: older data are late, which is told in another way.
 */
export async function watchVolume(connection: Connection, judged: readonly JudgedStream[], ports: VolumePorts): Promise<void> {
  const own = judged.filter((stream) => stream.dataType === dataType)
  if (own.length === 0 || connection.status === 'inactive') return
  const stream = { connectionId: connection.id, dataType } as const
  const volume = await ports.streams.countVolume(stream)
  if (volume.told !== null && volume.told !== volume.lastAt) {
    await resolve(connection, ports)
    await ports.streams.noteSilence(stream, null)
    return
  }
  const silence = volume.told === null ? judgeVolume(volume, seenUntil(own, ports.clock.now().getTime())) : null
  if (!silence) return
  await observe(connection, silence, ports)
  await ports.streams.noteSilence(stream, silence.since)
}

function seenUntil(streams: readonly JudgedStream[], now: number): number {
  const pulled = streams.find(({ direction, judgement }) => direction !== 'push' && judgement.deadline !== null)
  return pulled?.lastSuccessAt ? Date.parse(pulled.lastSuccessAt) : now
}

function observe(connection: Connection, silence: Silence, { clock, incidents }: VolumePorts): Promise<void> {
  const now = clock.now()
  return incidents.observe(
    observeConnection(watchedConnection(connection), {
      cause: 'volume.unusual',
      parts: [parts.volume(connection.id, dataType)],
      consequenceOf: [parts.circuit(connection.id)],
      message: describeSilence(silence, dataType, connection.settings.timezone ?? 'UTC', now.getTime()),
      at: now.toISOString(),
      dataType,
    }),
  )
}

const resolve = ({ id }: Connection, { clock, incidents }: VolumePorts): Promise<void> =>
  incidents.resolve({ kind: 'resolve', part: parts.volume(id, dataType), message: 'Orders come in again', at: clock.now().toISOString() })
