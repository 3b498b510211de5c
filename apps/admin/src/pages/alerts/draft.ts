import type { NotificationRoute } from '../../api/names.ts'
import type { NewRoute, RouteChange } from '../../api/notification-routes.ts'

export const channelNames = ['email', 'slack', 'teams', 'webhook'] as const satisfies readonly NotificationRoute['channel'][]
export const severityNames = ['warning', 'critical'] as const satisfies readonly NotificationRoute['minSeverity'][]
export const digestNames = ['off', 'hourly', 'daily'] as const satisfies readonly NotificationRoute['digest'][]
export const languageNames = ['en', 'de'] as const satisfies readonly NotificationRoute['language'][]

/** A route as it stands in the form. */
export interface Draft {
  readonly channel: NotificationRoute['channel']
  /** Mail addresses with commas, or a URL; of a route that exists, an empty URL stays as it is. */
  readonly target: string
  readonly connectionIds: string[]
  readonly minSeverity: NotificationRoute['minSeverity']
  readonly digest: NotificationRoute['digest']
  readonly quietFrom: string
  readonly quietTo: string
  readonly timezone: string
  readonly language: NotificationRoute['language']
  readonly enabled: boolean
}

export const draftOf = (route?: NotificationRoute): Draft => ({
  channel: route?.channel ?? 'email',
  target: Array.isArray(route?.target) ? route.target.join(', ') : '',
  connectionIds: [...(route?.scope.connectionIds ?? [])],
  minSeverity: route?.minSeverity ?? 'warning',
  digest: route?.digest ?? 'off',
  quietFrom: route?.quietHours?.from ?? '',
  quietTo: route?.quietHours?.to ?? '',
  timezone: route?.quietHours?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  language: route?.language ?? 'en',
  enabled: route?.enabled ?? true,
})

/** Whether it can be sent: it has a target, and of quiet hours both ends or none. */
export const isComplete = ({ channel, target, quietFrom, quietTo }: Draft, exists: boolean): boolean =>
  (target.trim() !== '' || (exists && channel !== 'email')) && (quietFrom === '') === (quietTo === '')

const quietHoursOf = ({ quietFrom, quietTo, timezone }: Draft) => (quietFrom === '' ? null : { from: quietFrom, to: quietTo, timezone })

export function toNew(draft: Draft): NewRoute {
  const { channel, target, connectionIds, minSeverity, digest, language, enabled } = draft
  const quietHours = quietHoursOf(draft)
  return {
    channel,
    target: target.trim(),
    scope: connectionIds.length > 0 ? { connectionIds } : {},
    minSeverity,
    digest,
    language,
    enabled,
    pauseMinutes: 60,
    ...(quietHours && { quietHours }),
  }
}

/** Null takes a field away. */
export function toChange(draft: Draft): RouteChange {
  const { target, connectionIds, minSeverity, digest, language, enabled } = draft
  return {
    ...(target.trim() !== '' && { target: target.trim() }),
    scope: { connectionIds: connectionIds.length > 0 ? connectionIds : null },
    minSeverity,
    digest,
    language,
    enabled,
    quietHours: quietHoursOf(draft),
  }
}
