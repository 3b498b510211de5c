import type { Attempted, Clock, DeliveryStore, Lane, LaneClaim, Verdict } from '@linkspan/core'
import { claimStep } from '../claim-step.ts'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { finishAttempt } from './attempt-scripts.ts'
import { deliveryCall } from './delivery-call.ts'
import { laneOfName, nameOfLane } from './lane-name.ts'
import { beginAttempt, claimLane, holdLane, releaseLane, skipEvents } from './lane-scripts.ts'

type Lanes = Pick<DeliveryStore, 'positions' | 'hold' | 'overdue' | 'claim' | 'begin' | 'finish' | 'skip' | 'release'>

const maxOverdue = 1000

/** How far each webhook has come in each log, and which worker moves it on. */
export function redisLanes(client: RedisClient, keys: Keys, clock: Clock): Lanes {
  const callHold = holdLane.on(client)
  const callClaim = claimLane.on(client)
  const callBegin = beginAttempt.on(client)
  const callFinish = finishAttempt.on(client)
  const callSkip = skipEvents.on(client)
  const callRelease = releaseLane.on(client)

  const now = (): number => clock.now().getTime()
  const of = ({ lane, epoch }: LaneClaim) => ({ lane: nameOfLane(lane), epoch })
  const keysOf = ({ webhookId: id }: Lane) => ({
    webhook: keys.webhook(id),
    positions: keys.webhookPositions(id),
    claims: keys.webhookClaims(id),
    troubles: keys.webhookTroubles(id),
    held: keys.webhookHeld(id),
    permits: keys.webhookPermits(id),
  })

  return {
    async positions(webhookId, sources) {
      if (sources.length === 0) return []
      const [begins, positions, held] = await Promise.all([
        client.hget(keys.webhook(webhookId), 'begins'),
        client.hmget(keys.webhookPositions(webhookId), ...sources),
        client.zmscore(keys.webhookHeld(webhookId), ...sources),
      ])
      return sources.map((_, at) => (held[at] === null || held[at] === undefined ? (positions[at] ?? begins) : null))
    },
    hold: async (lane) => (await callHold({ keys: keysOf(lane), args: { lane: nameOfLane(lane), now: now() } })) === 1,
    async overdue(webhookId) {
      const names = await client.zrangebyscore(keys.webhookHeld(webhookId), '-inf', now(), 'LIMIT', 0, maxOverdue)
      return names.map((name) => laneOfName(webhookId, name))
    },
    async claim(lane) {
      const args = { lane: nameOfLane(lane), step: claimStep(), isReplay: lane.replayId !== undefined, now: now() }
      const answer = (await callClaim({ keys: keysOf(lane), args })) as [number, string] | null
      return answer && { lane, epoch: answer[0], position: answer[1] === '' ? null : answer[1] }
    },
    async begin(claim, leaseMs) {
      const [kind, first, tries, since, failures] = (await callBegin({
        keys: keysOf(claim.lane),
        args: { ...of(claim), now: now(), leaseMs },
      })) as [string, ...(string | number)[]]
      switch (kind) {
        case 'SEND':
          return {
            kind: 'send',
            revision: Number(first),
            tries: Number(tries),
            troubleSince: since === '' ? null : String(since),
            failuresInARow: Number(failures),
          }
        case 'WAIT':
          return { kind: 'wait', ms: Number(first) }
        default:
          return { kind: kind === 'PAUSED' ? 'paused' : 'lost' }
      }
    },
    async finish(claim, attempted) {
      const { webhookId } = claim.lane
      const { keys: ofDelivery, args } = deliveryCall(keys, webhookId, attempted.event, attempted.attempt, clock)
      const answer = await callFinish({
        keys: { ...keysOf(claim.lane), ...ofDelivery },
        args: { ...of(claim), ...args, ...consequences(attempted), position: attempted.position, now: now() },
      })
      return answer === 1
    },
    skip: async (claim, position) => (await callSkip({ keys: keysOf(claim.lane), args: { ...of(claim), position, now: now() } })) === 1,
    async release(claim) {
      await callRelease({ keys: keysOf(claim.lane), args: { ...of(claim), isReplay: claim.lane.replayId !== undefined } })
    },
  }
}

function consequences({ attempt, verdict }: Attempted) {
  const failure = { at: attempt.at, message: attempt.error?.message ?? '' }
  const retry = (of: Verdict) => (of.kind === 'retry' ? of : null)
  return {
    verdict: verdict.kind,
    pause: verdict.kind === 'pause' ? JSON.stringify(verdict.pause) : '',
    again: retry(verdict)?.at.getTime() ?? 0,
    waitsUntil: retry(verdict)?.allWaitUntil?.getTime() ?? '',
    attemptAt: attempt.at,
    failure: JSON.stringify(failure),
  }
}
