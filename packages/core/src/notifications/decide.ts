import type { Incident } from '../incidents/incident.ts'
import { nextDigest } from './digest-time.ts'
import { type News, newsOf, type Told } from './news.ts'
import type { StoredRoute } from './notification-route.ts'
import { quietUntil } from './quiet-hours.ts'

/** What a route does about an incident now: tell it, look at it again later, or nothing. */
export type Decision =
  | { readonly kind: 'tell'; readonly news: News }
  | { readonly kind: 'wait'; readonly until: Date; readonly reason: WaitReason }
  | { readonly kind: 'nothing' }

export type WaitReason = 'snoozed' | 'quiet_hours' | 'digest' | 'pause'

type Timing = Pick<StoredRoute, 'digest' | 'quietHours' | 'pauseMinutes'>

export interface DecideInput {
  readonly route: Timing
  readonly incident: Incident
  /** What the route has told about the same cause last. */
  readonly told: Told | null
  readonly now: Date
  /** The incident has waited for this digest, which is sent now. */
  readonly isDigestDue?: boolean
}

const nothing: Decision = { kind: 'nothing' }
const minuteMs = 60_000

/**
 * Whether a route tells an incident now. It tells how things stand, not what happened one after the other: what has changed back while it
 * waited is not told. An incident that passed unnoticed is told in digests only.
 */
export function decide({ route, incident, told, now, isDigestDue = false }: DecideInput): Decision {
  const news = newsOf(incident, told)
  if (news === null || (news === 'passed' && route.digest === 'off')) return nothing
  const wait = (until: Date | null, reason: WaitReason): Decision | null => (until && until > now ? { kind: 'wait', until, reason } : null)
  return (
    wait(incident.snoozedUntil === undefined ? null : new Date(incident.snoozedUntil), 'snoozed') ??
    (isDigestDue || route.digest === 'off' ? null : wait(nextDigest(now, route.digest, timezoneOf(route)), 'digest')) ??
    (incident.severity === 'critical' || !route.quietHours ? null : wait(quietUntil(now, route.quietHours), 'quiet_hours')) ??
    (route.digest === 'off' ? wait(endOfPause(route, told), 'pause') : null) ?? { kind: 'tell', news }
  )
}

/** In which time zone a route tells times. */
export const timezoneOf = ({ quietHours }: Pick<StoredRoute, 'quietHours'>): string => quietHours?.timezone ?? 'UTC'

const endOfPause = ({ pauseMinutes }: Timing, told: Told | null): Date | null =>
  told && new Date(new Date(told.at).getTime() + pauseMinutes * minuteMs)
