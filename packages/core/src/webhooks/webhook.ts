import { z } from 'zod'
import { PartyId } from '../assignments/assignment.ts'
import { EventType } from '../events/event.ts'
import { Sealed } from './sealed.ts'

const ConnectionId = z.string().regex(/^erp_[a-z0-9]{16}$/, 'must be the id of a connection')

const WebhookUrl = z
  .url({ protocol: /^https?$/, error: 'must be a URL with http:// or https://' })
  .max(2048)
  .refine((text) => !/^https?:\/\/[^/?#]*@/i.test(text), 'must hold no user name and no password: every delivery is signed')
  .refine((text) => !text.includes('#'), 'must have no fragment')

/** What fields of webhooks mean. */
const about = {
  url: 'Where events are posted to. Addresses that are closed to ERPs are closed to webhooks.',
  description: 'What it is for, in your words.',
  connectionIds: 'Only events of these connections. Absent: of all, and those of none.',
  clientIds: 'Only events of connections that are assigned to these clients or their sites. With `connectionIds`, both must hold.',
}

/** What is announced to a webhook. */
const filters = {
  events: z
    .union([z.array(z.literal('*')).length(1), z.array(EventType).min(1)])
    .describe('The types of events that it gets; `["*"]` for all of them.'),
  connectionIds: z.array(ConnectionId).min(1).max(1000).optional().describe(about.connectionIds),
  clientIds: z.array(PartyId).min(1).max(1000).optional().describe(about.clientIds),
}

export const pauseCodes = ['person', 'gone', 'failing'] as const

/** Why nothing is sent to a webhook. */
export const WebhookPause = z.object({
  at: z.iso.datetime(),
  /** `person`: somebody has switched it off. `gone`: it answered 410. `failing`: it took nothing for a day. */
  code: z.enum(pauseCodes),
  message: z.string(),
})
export type WebhookPause = z.infer<typeof WebhookPause>

/** A webhook as it is stored, apart from what its deliveries change. */
export const StoredWebhook = z.object({
  id: z.string(),
  url: z.string(),
  description: z.string().optional(),
  events: z.array(z.union([z.literal('*'), EventType])),
  connectionIds: z.array(z.string()).optional(),
  clientIds: z.array(z.string()).optional(),
  secret: Sealed,
  /** The secret before the last rotation, which signs along until then. */
  oldSecret: z.object({ sealed: Sealed, until: z.iso.datetime() }).optional(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  createdBy: z.string(),
  revision: z.int(),
})
export type StoredWebhook = z.infer<typeof StoredWebhook>

/** How its deliveries are going. */
export interface WebhookState {
  readonly pause: WebhookPause | null
  /** How many attempts in a row have failed. */
  readonly failuresInARow: number
  readonly lastSuccessAt: string | null
  readonly lastFailure: { readonly at: string; readonly message: string } | null
}

/** Everything that is known of a webhook. */
export interface KnownWebhook extends StoredWebhook, WebhookState {}

const Description = z.string().trim().max(500)

export const NewWebhook = z
  .strictObject({
    url: WebhookUrl.describe(about.url),
    description: Description.optional().describe(about.description),
    ...filters,
    enabled: z.boolean().default(true).describe('Whether events are sent. Those of the time without it are sent later.'),
  })
  .meta({ id: 'NewERPWebhook' })

export const WebhookChange = z
  .strictObject({
    url: WebhookUrl.describe(about.url),
    description: Description.nullable().describe(about.description),
    events: filters.events,
    connectionIds: filters.connectionIds.unwrap().nullable().describe(about.connectionIds),
    clientIds: filters.clientIds.unwrap().nullable().describe(about.clientIds),
    enabled: z.boolean().describe('`false` pauses it, `true` resumes it: then everything is sent that happened meanwhile.'),
  })
  .partial()
  .meta({ id: 'ERPWebhookChange', description: 'A JSON merge patch (RFC 7396): null deletes a field, and lists are replaced.' })
export type WebhookChange = z.output<typeof WebhookChange>

/** A webhook as the API shows it. */
export const Webhook = z
  .object({
    id: z.string(),
    url: z.string().describe(about.url),
    description: z.string().optional().describe(about.description),
    events: z.array(z.union([z.literal('*'), EventType])).describe('The types of events that it gets; `["*"]` for all of them.'),
    connectionIds: z.array(z.string()).optional().describe(about.connectionIds),
    clientIds: z.array(z.string()).optional().describe(about.clientIds),
    enabled: z.boolean().describe('Whether events are sent: the same as `status` being `active`.'),
    status: z.enum(['active', 'paused']),
    statusReason: z.string().optional().describe('Why it is paused.'),
    pausedBy: z
      .enum(pauseCodes)
      .optional()
      .describe('`person`: somebody has switched it off. `gone`: it answered 410. `failing`: it took nothing for a day.'),
    pausedAt: z.iso.datetime().optional().describe('Since when it is paused.'),
    secret: z.string().optional().describe('`whsec_…`: signs the deliveries. Only the answer that makes it shows it.'),
    oldSecretUntil: z.iso.datetime().optional().describe('Until then the secret before the rotation signs along.'),
    failuresInARow: z.int().describe('How many attempts in a row have failed.'),
    lastSuccessAt: z.iso.datetime().optional().describe('When it last accepted a delivery.'),
    lastFailure: z.object({ at: z.iso.datetime(), message: z.string() }).optional().describe('The latest attempt that failed.'),
    waiting: z.int().describe('How many connections have events that wait to be sent.'),
    oldestWaitingSince: z.iso.datetime().optional().describe('When the oldest event happened that was sent and not accepted.'),
    nextAttemptAt: z.iso.datetime().optional().describe('When an event that was not accepted is sent again.'),
    last24Hours: z
      .object({
        delivered: z.int().describe('Accepted.'),
        failed: z.int().describe('Given up.'),
        pending: z.int().describe('Sent again later.'),
      })
      .describe('What became of the events of the last 24 hours that were sent.'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    createdBy: z.string(),
  })
  .meta({ id: 'ERPWebhook', description: 'Where events are posted to as they happen, signed after Standard Webhooks.' })
export type Webhook = z.infer<typeof Webhook>
