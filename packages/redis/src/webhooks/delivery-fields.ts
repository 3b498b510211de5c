import { type Delivery, DeliveryAttempt, DeliveryStatus, type DeliverySummary, deliveryIdOf, ERPEvent } from '@linkspan/core'

type Fields = Readonly<Record<string, string>>

/** A delivery from its hash; null if there is none. */
export function toDelivery(webhookId: string, fields: Fields): Delivery | null {
  const summary = toSummary(webhookId, fields)
  if (summary === null) return null
  return { ...summary, event: ERPEvent.parse(JSON.parse(fields.event ?? '')), attempts: attemptsOf(fields) }
}

export function toSummary(webhookId: string, fields: Fields): DeliverySummary | null {
  if (fields.event === undefined) return null
  const { id, type, timestamp, data } = ERPEvent.parse(JSON.parse(fields.event))
  const status = DeliveryStatus.parse(fields.status)
  const last = attemptsOf(fields).at(-1)
  return {
    id: deliveryIdOf(id),
    webhookId,
    eventId: id,
    eventType: type,
    eventAt: timestamp,
    ...(typeof data.connectionId === 'string' && { connectionId: data.connectionId }),
    status,
    attemptCount: Number(fields.attempts ?? 0),
    ...(status === 'pending' && fields.again !== undefined && { nextAttemptAt: new Date(Number(fields.again)).toISOString() }),
    ...(last && { lastAttemptAt: last.at }),
    ...(last && last.status !== null && { lastStatus: last.status }),
  }
}

const attemptsOf = (fields: Fields): DeliveryAttempt[] =>
  Object.entries(fields)
    .flatMap(([name, value]) => {
      const number = /^attempt:(\d+)$/.exec(name)?.[1]
      return number === undefined ? [] : [{ number: Number(number), attempt: DeliveryAttempt.parse(JSON.parse(value)) }]
    })
    .sort((one, other) => one.number - other.number)
    .map(({ attempt }) => attempt)
