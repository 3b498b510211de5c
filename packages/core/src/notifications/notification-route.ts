import { z } from 'zod'
import { mask } from '../connections/sealing.ts'
import { Severity } from '../incidents/incident.ts'
import { Language } from '../kernel/language.ts'
import { DataTypeId } from '../records/data-types.ts'
import { QuietHours } from './quiet-hours.ts'

export const channels = ['email', 'slack', 'teams', 'webhook'] as const
export const NotificationChannel = z.enum(channels)
export type NotificationChannel = z.infer<typeof NotificationChannel>

export const NotificationScope = z.strictObject({
  connectionIds: z.array(z.string()).min(1).max(1000).optional().describe('Only incidents of these connections.'),
  clientIds: z
    .array(z.string())
    .min(1)
    .max(1000)
    .optional()
    .describe('Only incidents of connections that are assigned to these clients or to their sites.'),
  dataTypes: z
    .array(DataTypeId)
    .min(1)
    .optional()
    .describe('Only incidents of these data types, and those that concern a connection as a whole.'),
})
export type NotificationScope = z.infer<typeof NotificationScope>

export const Digest = z.enum(['off', 'hourly', 'daily'])
export type Digest = z.infer<typeof Digest>

/** How long nobody is told about the same cause again, unless the route says otherwise. */
const defaultPauseMinutes = 60

/** What a route tells, and when; the same whatever its channel. */
export const routeRules = {
  scope: NotificationScope.prefault({}).describe('Which incidents it tells; without a scope all.'),
  minSeverity: Severity.default('warning').describe('The lowest severity that it tells.'),
  digest: Digest.default('off').describe(
    'off: each incident at once. hourly, daily: together, at the full hour or at 8 o’clock in the time zone of quietHours (else UTC).',
  ),
  quietHours: QuietHours.optional().describe('Until they end, only critical incidents are told.'),
  language: Language.default('en').describe('The language of its messages.'),
  pauseMinutes: z
    .int()
    .min(0)
    .max(10_080)
    .default(defaultPauseMinutes)
    .describe('How long nobody is told about the same cause again, in minutes, not even about its end.'),
  enabled: z.boolean().default(true),
}

/** A route as it is stored. Addresses of mail are readable; a URL and the secret that signs for it are sealed. */
export const StoredRoute = z.object({
  id: z.string(),
  channel: NotificationChannel,
  addresses: z.array(z.string()),
  sealed: z.object({ url: z.string().optional(), secret: z.string().optional() }),
  ...routeRules,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type StoredRoute = z.infer<typeof StoredRoute>

/** Who is told about incidents, and how. */
export const NotificationRoute = z
  .object({
    id: z.string(),
    channel: NotificationChannel,
    target: z
      .union([z.array(z.string()), z.literal(mask)])
      .describe(
        'The mail addresses; for the other channels "********" in place of the URL, which is a secret. Sent back like that, it stays.',
      ),
    ...routeRules,
    secret: z.string().optional().describe('Signs the messages of the channel webhook. Only the answer that makes it shows it.'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'NotificationRoute' })
export type NotificationRoute = z.infer<typeof NotificationRoute>

export function toNotificationRoute({ addresses, sealed: _, ...route }: StoredRoute): NotificationRoute {
  return { ...route, target: route.channel === 'email' ? addresses : mask }
}
