import type { ERPSyncLog } from '@linkspan/core'
import type { LedgerSummary } from '@linkspan/simulators'

/** Where the runs together counted something else than the ERP did. */
export function differencesOfCounts(
  logs: readonly ERPSyncLog[],
  { stored, updated }: Pick<LedgerSummary, 'stored' | 'updated'>,
  removed: number,
): readonly string[] {
  const sum = (of: (log: ERPSyncLog) => number, dataType?: string): number =>
    logs.reduce((total, log) => total + (dataType === undefined || log.dataType === dataType ? of(log) : 0), 0)
  const pushed = sum((log) => log.recordsPushed)
  const deleted = { orders: sum((log) => log.recordsDeleted, 'orders'), products: sum((log) => log.recordsDeleted, 'products') }
  const conflicted = sum((log) => log.recordsConflicted)
  return [
    // Each new order is counted; a change whose answer got lost is not where the order is read before the ERP is asked for it.
    ...(pushed >= stored && pushed <= stored + updated
      ? []
      : [`${pushed} records were counted as pushed, the ERP has stored ${stored} and changed ${updated}`]),
    ...(deleted.orders <= removed ? [] : [`${deleted.orders} orders were deleted here, and ${removed} in the ERP`]),
    ...(deleted.products === 0 ? [] : [`${deleted.products} products were deleted here, and none in the ERP`]),
    ...(conflicted === 0 ? [] : [`${conflicted} records were said to wait for a person: the sides change different fields`]),
  ]
}
