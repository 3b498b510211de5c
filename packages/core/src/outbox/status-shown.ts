import { orderStatusOfWord } from '../records/types/order-status-words.ts'
import type { Data } from './change-set.ts'
import type { HeldRecord } from './held-record.ts'

/**
 * A written order without the status that it was read with, if `order_status` has told that: posting back what was read is no edit of the
 * order's own status.
 */
export function withoutStatusShown(written: Data, shown: HeldRecord['statusShown']): Data {
  const { status, statusRaw, ...others } = written
  if (shown === undefined || typeof status !== 'string' || orderStatusOfWord(status) !== shown.status) return written
  return statusRaw === undefined || statusRaw === shown.statusRaw ? others : written
}
