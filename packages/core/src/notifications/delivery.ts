import { z } from 'zod'
import { newsKinds } from './news.ts'
import { NotificationChannel } from './notification-route.ts'

const Attempt = z.object({
  at: z.iso.datetime(),
  ok: z.boolean().describe('Whether the receiver has taken the message.'),
  ms: z.int().describe('How long it took, in ms.'),
  status: z.int().optional().describe('The status of HTTP, or the reply code of SMTP.'),
  answer: z.string().optional().describe('The first 4 kB of what the receiver said.'),
  code: z.string().optional().describe('The code of the error.'),
  message: z.string().optional().describe('What went wrong.'),
})
export type Attempt = z.infer<typeof Attempt>

export const deliveryStatuses = ['pending', 'delivered', 'failed'] as const

/** One message to one route, with every attempt to send it. */
export const NotificationDelivery = z
  .object({
    id: z.string().describe('The receiver sees it too, the same at each attempt.'),
    routeId: z.string(),
    channel: NotificationChannel,
    status: z.enum(deliveryStatuses).describe('pending: it will be tried again. failed: it was given up.'),
    kind: z.enum([...newsKinds, 'digest', 'test']).describe('What it tells of the incident; digest: many at once.'),
    incidentIds: z.array(z.string()).describe('What it is about.'),
    subject: z.string(),
    createdAt: z.iso.datetime(),
    deliveredAt: z.iso.datetime().optional(),
    nextAttemptAt: z.iso.datetime().optional(),
    attempts: z.array(Attempt).describe('The oldest first.'),
  })
  .meta({ id: 'NotificationDelivery' })
export type NotificationDelivery = z.infer<typeof NotificationDelivery>
