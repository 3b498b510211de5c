import { z } from 'zod'
import { Severity } from '../incidents/incident.ts'
import { Language } from '../kernel/language.ts'
import { DataTypeId } from '../records/data-types.ts'
import { Digest, NotificationChannel, routeRules } from './notification-route.ts'
import { QuietHours } from './quiet-hours.ts'

const Target = z
  .union([z.string().max(20_000), z.array(z.string().max(320)).max(50)])
  .describe('The mail addresses, as a list or with commas in between; for the other channels the URL of the incoming webhook.')

const Secret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, 'must be whsec_ and 24 to 64 bytes in base64')
  .describe('Signs the messages of the channel webhook. Without it, one is made, and shown in this answer only.')

export const NewNotificationRoute = z
  .strictObject({ channel: NotificationChannel, target: Target, secret: Secret.optional(), ...routeRules })
  .meta({ id: 'NewNotificationRoute' })

export const NotificationRouteChange = z
  .strictObject({
    target: Target,
    secret: Secret,
    scope: z
      .strictObject({
        connectionIds: z.array(z.string()).min(1).max(1000).nullable(),
        clientIds: z.array(z.string()).min(1).max(1000).nullable(),
        dataTypes: z.array(DataTypeId).min(1).nullable(),
      })
      .partial()
      .nullable(),
    minSeverity: Severity.nullable(),
    digest: Digest.nullable(),
    quietHours: z
      .strictObject({ from: QuietHours.shape.from, to: QuietHours.shape.to, timezone: QuietHours.shape.timezone })
      .partial()
      .nullable(),
    language: Language.nullable(),
    pauseMinutes: z.int().min(0).max(10_080).nullable(),
    enabled: z.boolean().nullable(),
  })
  .partial()
  .meta({
    id: 'NotificationRouteChange',
    description:
      'A JSON merge patch (RFC 7396): objects are merged at every depth, null deletes a field or sets it back to its default, and lists are replaced.',
  })

/** What the platform asks: who would be told? */
export const NotificationPreviewRequest = z
  .strictObject({
    connectionId: z.string().min(1),
    severity: Severity,
    dataType: DataTypeId.optional().describe('Which data type it concerns; without it the connection as a whole.'),
  })
  .meta({ id: 'NotificationPreviewRequest' })
