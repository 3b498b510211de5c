import { AppError, toAppError } from '../kernel/errors.ts'
import { timedSuffix } from '../kernel/scoped-id.ts'
import type { Accepted } from './channel.ts'
import { type Composed, compose } from './compose.ts'
import type { Attempt, NotificationDelivery } from './delivery.ts'
import { toldOf } from './news.ts'
import type { NotificationPorts } from './notification-ports.ts'
import type { StoredRoute } from './notification-route.ts'
import { openTarget } from './open-target.ts'
import { reportRoute } from './report-route.ts'
import { isFailing, nextAttempt } from './retry.ts'
import type { NoticeToTell } from './sort-due.ts'

/** Tries once to tell these notices in one message, and stores what became of it. */
export async function sendMessage(
  route: StoredRoute,
  tell: readonly NoticeToTell[],
  ports: NotificationPorts,
  signal: AbortSignal,
): Promise<void> {
  const composed = await compose(route, tell, ports)
  const before = await deliveryOf(route, tell, composed, ports)
  const startedAt = ports.clock.now()
  const outcome = await attempt(route, before.id, composed, ports, signal)
  if (outcome instanceof AppError && signal.aborted) return // the worker is stopping, so nothing is known of this attempt
  ports.metrics.notificationAttempted({ channel: route.channel, code: outcome instanceof AppError ? outcome.code : null })
  const delivery = { ...before, attempts: [...before.attempts, toAttempt(outcome, startedAt, ports.clock.now())] }
  if (outcome instanceof AppError) await settleFailure(route, tell, delivery, outcome, ports)
  else await settleSuccess(route, tell, delivery, ports)
}

/** The delivery that has tried before, or a new one. */
async function deliveryOf(
  route: StoredRoute,
  tell: readonly NoticeToTell[],
  { kind, message }: Composed,
  { notifications, clock, ids }: NotificationPorts,
): Promise<NotificationDelivery> {
  const known = tell.find(({ notice }) => notice.deliveryId !== null)?.notice.deliveryId ?? null
  const stored = known === null ? null : await notifications.delivery(route.id, known)
  const now = clock.now()
  return {
    ...(stored ?? {
      id: deliveryIdFor(now, ids.random(6)),
      routeId: route.id,
      channel: route.channel,
      createdAt: now.toISOString(),
      attempts: [],
    }),
    status: 'pending',
    kind,
    incidentIds: tell.map(({ notice }) => notice.incident.id),
    subject: message.subject,
  }
}

export const deliveryIdFor = (at: Date, random: string): string => `note_${timedSuffix(at, random)}`

/** What the receiver says, or the error. */
async function attempt(
  route: StoredRoute,
  deliveryId: string,
  { kind: _, ...outgoing }: Composed,
  { channels, secrets, logger }: NotificationPorts,
  signal: AbortSignal,
): Promise<Accepted | AppError> {
  try {
    return await channels.send(openTarget(route, secrets), { deliveryId, ...outgoing }, signal)
  } catch (thrown) {
    const error = toAppError(thrown)
    logger.warn({ routeId: route.id, deliveryId, code: error.code, error: error.message }, 'A notification was not delivered')
    return error
  }
}

async function settleSuccess(
  route: StoredRoute,
  tell: readonly NoticeToTell[],
  delivery: NotificationDelivery,
  ports: NotificationPorts,
): Promise<void> {
  const at = ports.clock.now()
  const { nextAttemptAt: _, ...rest } = delivery
  await ports.notifications.settle(route.id, {
    done: tell.map(({ notice }) => notice),
    waiting: [],
    told: tell.filter(({ notice }) => !notice.isTest).map(({ notice }) => ({ subject: notice.subject, told: toldOf(notice.incident, at) })),
    delivery: { ...rest, status: 'delivered', deliveredAt: at.toISOString() },
  })
  await reportRoute(route, null, ports)
}

/** A test is not repeated: whoever asked for it sees that it failed. */
async function settleFailure(
  route: StoredRoute,
  tell: readonly NoticeToTell[],
  delivery: NotificationDelivery,
  error: AppError,
  ports: NotificationPorts,
): Promise<void> {
  const now = ports.clock.now()
  const isTest = tell.some(({ notice }) => notice.isTest)
  const firstAt = new Date(delivery.attempts[0]?.at ?? now)
  const failed = { error, attempts: delivery.attempts.length, firstAt, now, random: ports.random }
  const next = isTest ? null : nextAttempt(failed)
  const { nextAttemptAt: _, ...rest } = delivery
  const notices = tell.map(({ notice }) => notice)
  await ports.notifications.settle(route.id, {
    done: next ? [] : notices,
    waiting: next ? notices.map((notice) => ({ notice, until: next, digestAt: notice.digestAt, deliveryId: delivery.id })) : [],
    told: [],
    delivery: { ...rest, ...(next ? { status: 'pending', nextAttemptAt: next.toISOString() } : { status: 'failed' }) },
  })
  if (!isTest && (next === null || isFailing(failed))) await reportRoute(route, error, ports)
}

function toAttempt(outcome: Accepted | AppError, startedAt: Date, at: Date): Attempt {
  if (!(outcome instanceof AppError)) return { at: startedAt.toISOString(), ok: true, ...outcome }
  const { status, answer } = outcome.details
  return {
    at: startedAt.toISOString(),
    ok: false,
    ms: Math.max(0, at.getTime() - startedAt.getTime()),
    ...(typeof status === 'number' && { status }),
    ...(typeof answer === 'string' && answer !== '' && { answer }),
    code: outcome.code,
    message: outcome.message,
  }
}
