import type { EntryChange, RecordStream } from '@linkspan/core'
import { hideHelpers } from '../lua/hide-helpers.ts'

/**
 * The `data` of the event that tells what became of an order that was sent, as JSON; '' if the change can tell nothing. `runId`: of the run
 * that changes it; null if none does.
 */
export function orderEventOf({ id, entry, pushed }: EntryChange, { connectionId, dataType }: RecordStream, runId: string | null): string {
  const { status, erpId, reference, error } = entry
  if (dataType !== 'orders' || !(pushed || status === 'error' || status === 'uncertain')) return ''
  const syncLogId = runId ?? entry.sent?.runId
  return JSON.stringify({
    connectionId,
    dataType,
    recordId: id,
    ...(erpId !== null && { erpId }),
    reference,
    ...(syncLogId !== undefined && { syncLogId }),
    ...(error !== null && { message: error.message }),
  })
}

/**
 * The same in Lua. `emitOrder` tells that the ERP has accepted an order (`pushed` is '1'), or that the order has become refused or uncertain.
 * Goes behind `emitEvent`.
 */
export const orderEvents = hideHelpers(
  ['emitOrder'],
  `
local orderEventOf = {error = 'order.refused', uncertain = 'order.uncertain'}

local function emitOrder(origin, statusBefore, status, pushed, data)
  if data == '' then return end
  if pushed == '1' then emitEvent(origin.log, 'order.pushed', origin.at, data, '') end
  local type = status ~= statusBefore and orderEventOf[status]
  if type then emitEvent(origin.log, type, origin.at, data, '') end
end
`,
)
