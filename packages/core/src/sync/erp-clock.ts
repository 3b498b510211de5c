import { clockUncertaintyMs } from '../outbox/reconcile.ts'
import type { SharedRecordPorts } from './shared-records.ts'

/** Notes how far the ERP's clock is ahead of ours, from an answer that says its time. A smaller difference than can be measured is none. */
export function noteErpClock(serverTime: string | undefined, { erpClock, clock }: Pick<SharedRecordPorts, 'erpClock' | 'clock'>): void {
  if (serverTime === undefined) return
  const offsetMs = Date.parse(serverTime) - clock.now().getTime()
  erpClock.offsetMs = Math.abs(offsetMs) > clockUncertaintyMs ? offsetMs : 0
}
