import type { AssignmentRepository } from '../assignments/assignment.ts'
import type { EventLog, StoredEvent } from '../events/event-log.ts'
import { done, type JobContext, type JobResult } from '../jobs/contract.ts'
import type { Logger } from '../kernel/ports.ts'
import { createClientsOf } from './clients-of.ts'
import type { DeliveryStore, Lane, LaneClaim, Replay } from './delivery-store.ts'
import { judgeAttempt, type Verdict } from './judge-attempt.ts'
import { type SendPorts, sendEvent } from './send-event.ts'
import { wantsEvent } from './wants-event.ts'
import type { KnownWebhook } from './webhook.ts'
import { attemptTimeoutMs, type OpenWebhook, type WebhookSender } from './webhook-sender.ts'
import type { WebhookStore } from './webhook-store.ts'

export interface DeliverPorts extends SendPorts {
  readonly assignments: AssignmentRepository
  readonly deliveries: DeliveryStore
  readonly events: EventLog
  readonly logger: Logger
  readonly openWebhook: OpenWebhook
  readonly random: () => number
  readonly webhooks: WebhookStore
}

const batchSize = 100
/** The permission for an attempt outlasts it. */
const leaseMs = attemptTimeoutMs + 5000

/**
 * Sends the events of one log to one webhook, in their order, until none is left or the webhook has to be left alone for a while. A worker
 * that dies after an attempt and before it is noted makes the next one send the same event again, with the same id.
 */
export async function deliverEvents(lane: Lane, ports: DeliverPorts, { signal }: JobContext): Promise<JobResult> {
  const { deliveries, events, webhooks } = ports
  const claimed = await deliveries.claim(lane)
  const webhook = claimed && (await webhooks.get(lane.webhookId))
  if (!claimed || !webhook) return done
  const replay = lane.replayId === undefined ? null : await deliveries.replay(lane.webhookId, lane.replayId)
  if (lane.replayId !== undefined && !replay) {
    await deliveries.release(claimed) // older than the events are kept
    return done
  }

  await using sender = ports.openWebhook(webhook.url, attemptTimeoutMs)
  const clientsOf = createClientsOf(ports.assignments)
  const work: Work = { webhook, claim: claimed, sender, replay }
  let { position } = claimed
  let isReleased = false
  for (;;) {
    const batch = await events.read(lane.source, position, batchSize)
    if (batch.length === 0) {
      if (isReleased) return done
      await deliveries.release(claimed)
      if (replay) return done
      isReleased = true // an event may have come just before, when the dispatcher saw this job still at work
      continue
    }
    if (isReleased && !(await deliveries.hold(lane))) return done
    isReleased = false
    for (const event of batch) {
      if (signal.aborted) return { kind: 'snooze', delayMs: 0, reason: 'The worker is stopping' }
      const isWanted = isWithin(event, replay) && (await wantsEvent(webhook, event, clientsOf))
      const left = isWanted ? await deliver(event, work, ports) : null
      if (left) return left
      position = event.position
    }
    if (position !== null && !(await deliveries.skip(claimed, position))) return done
  }
}

interface Work {
  readonly webhook: KnownWebhook
  readonly claim: LaneClaim
  readonly sender: WebhookSender
  readonly replay: Replay | null
}

const isWithin = ({ timestamp }: StoredEvent, replay: Replay | null): boolean =>
  replay === null || (replay.since <= timestamp && timestamp <= replay.until)

/** Makes one attempt. Null if the next event may follow; otherwise how the job leaves. */
async function deliver(event: StoredEvent, { webhook, claim, sender, replay }: Work, ports: DeliverPorts): Promise<JobResult | null> {
  const { clock, deliveries, logger, random } = ports
  const permission = await deliveries.begin(claim, leaseMs)
  if (permission.kind === 'wait') return { kind: 'snooze', delayMs: permission.ms, reason: 'The webhook is left alone for a while' }
  if (permission.kind !== 'send') return done
  if (permission.revision !== webhook.revision) return { kind: 'snooze', delayMs: 0, reason: 'The webhook was changed' }

  const { attempt, retryAfterMs } = await sendEvent(sender, webhook, event, replay ? 'replay' : 'event', ports)
  const now = clock.now()
  const trouble = {
    tries: permission.tries + 1,
    since: new Date(permission.troubleSince ?? attempt.at),
    failuresInARow: permission.failuresInARow + 1,
  }
  const verdict = judgeAttempt(attempt, trouble, { now, random, retryAfterMs })
  const isOurs = await deliveries.finish(claim, { event, attempt, verdict, position: event.position })
  if (verdict.kind !== 'accepted') logger.debug({ webhookId: webhook.id, eventId: event.id, verdict: verdict.kind }, 'Not accepted')
  if (verdict.kind === 'pause') logger.warn({ webhookId: webhook.id }, `A webhook was paused. ${verdict.pause.message}`)
  return isOurs ? leave(verdict, now) : done
}

function leave(verdict: Verdict, now: Date): JobResult | null {
  switch (verdict.kind) {
    case 'accepted':
      return null
    case 'pause':
      return done
    case 'retry':
      return { kind: 'snooze', delayMs: verdict.at.getTime() - now.getTime(), reason: 'The event was not accepted' }
  }
}
