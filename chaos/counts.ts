import type { ERPSyncLog } from '@linkspan/core'
import type { WriteSummary } from '@linkspan/simulators'

/** Checks that the counts of all runs together match what the ERP has stored. */
export function differencesOfCounts(
  logs: readonly ERPSyncLog[],
  { stored, updated }: Pick<WriteSummary, 'stored' | 'updated'>,
  removed: number,
): readonly string[] {
  const sum = (of: (log: ERPSyncLog) => number, dataType?: string): number =>
    logs.reduce((total, log) => total + (dataType === undefined || log.dataType === dataType ? of(log) : 0), 0)
  const pushed = sum((log) => log.recordsPushed)
  const deleted = { orders: sum((log) => log.recordsDeleted, 'orders'), products: sum((log) => log.recordsDeleted, 'products') }
  const conflicted = sum((log) => log.recordsConflicted)
  return [
    // Every new order is counted. A change whose answer was lost is not, if the order is pulled before the push is looked up.
    ...(pushed >= stored && pushed <= stored + updated
      ? []
      : [`${pushed} records were counted as pushed, but the ERP stored ${stored} and updated ${updated}`]),
    ...(deleted.orders <= removed ? [] : [`${deleted.orders} orders were deleted here, but ${removed} in the ERP`]),
    ...(deleted.products === 0 ? [] : [`${deleted.products} products were deleted here, but none in the ERP`]),
    ...(conflicted === 0 ? [] : [`${conflicted} conflicts were reported, though the two sides change different fields`]),
  ]
}
