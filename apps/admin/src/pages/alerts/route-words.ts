import type { NotificationRoute } from '../../api/names.ts'
import { texts } from '../../texts/texts.ts'

const words = texts.alerts

export const targetOf = ({ channel, target }: NotificationRoute): string =>
  Array.isArray(target) ? target.join(', ') : `${words.channels[channel]}: ${words.hidden}`

export function scopeOf({ scope }: NotificationRoute, nameOf: (id: string) => string): string {
  const { connectionIds, clientIds, dataTypes } = scope
  const parts = [
    ...(connectionIds ? [words.connections(connectionIds.map(nameOf).join(', '))] : []),
    ...(clientIds ? [words.clients(clientIds.join(', '))] : []),
    ...(dataTypes ? [words.dataTypes(dataTypes.map((name) => texts.dataTypes[name]).join(', '))] : []),
  ]
  return parts.length === 0 ? words.everything : parts.join('; ')
}

export function whenOf({ digest, quietHours }: NotificationRoute): string {
  const quiet = quietHours ? `, ${words.quiet(quietHours.from, quietHours.to, quietHours.timezone)}` : ''
  return `${words.digests[digest]}${quiet}`
}
