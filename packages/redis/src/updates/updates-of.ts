import { connectionOfRun, type EventType, type Update } from '@linkspan/core'

type Told = Omit<Update, 'version'>

/** Of a run, these messages say only that it goes on. */
const progress = new Set(['page', 'pushed', 'swept'])

/** What a message on the channel of `keys.channel(id)` says to those who follow updates. */
export function updatesOfChange(id: string, message: string): readonly Told[] {
  if (id.startsWith('log_')) return updatesOfRun(id, message)
  if (id.startsWith('erp_')) return updatesOfConnection(id, message === 'streams')
  const [, deliveryId] = /^(?:hook_\w+:)?((?:dlv|note)_\w+)$/.exec(id) ?? []
  return deliveryId === undefined ? [] : [{ topic: 'deliveries', id: deliveryId }]
}

function updatesOfRun(id: string, message: string): readonly Told[] {
  const connectionId = connectionOfRun(id)
  const hasMoved = connectionId !== null && !progress.has(message)
  return [{ topic: 'runs', id }, ...(hasMoved ? [{ topic: 'streams', id: connectionId } as const] : [])]
}

const updatesOfConnection = (id: string, isOnlyStreams: boolean): readonly Told[] => [
  ...(isOnlyStreams ? [] : [{ topic: 'connections', id } as const]),
  { topic: 'streams', id },
]

/** What an event in the log of `source` says to them. `subject` is the id of what it tells of; empty if that is the source. */
export function updatesOfEvent(source: string, type: EventType, subject: string): readonly Told[] {
  const [area] = type.split('.')
  switch (area) {
    case 'sync':
      return [{ topic: 'rejects', id: source }]
    case 'conflict':
      return [
        { topic: 'conflicts', id: subject },
        { topic: 'streams', id: source },
      ]
    case 'connection':
      return updatesOfConnection(source, false)
    case 'incident':
      return [{ topic: 'incidents', id: subject }]
    case 'freshness':
    case 'order':
      return [{ topic: 'streams', id: source }]
    default:
      return []
  }
}
