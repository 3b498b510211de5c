import type { Data } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'

/**
 * What `order_status` tells of an order, as a JSON array in the hash `keys.toldStatuses`:
 *
 * - its status, and the ERP's word for it ('' if there is none);
 * - the order's own status at that time ('' if there was no such order yet): once that changes, the order's own is the newer one;
 * - the order's id ('' if there was none).
 *
 * The fields of the hash are `#<orderExternalId>` and `<companyId>/<orderNumber>`.
 */
type Told = readonly [status: string, word: string, own: string, orderId: string]

/** The same in Lua. `toldInstead` answers what an order shows instead of its own status; nil if it shows its own. */
export const toldStatus = `
local function textIn(record, name)
  local value = record[name]
  return type(value) == 'string' and value or ''
end

local function toldInstead(own, told)
  if not told or own == told[1] then return nil end
  if own ~= 'unknown' and own ~= '' and told[3] ~= '' and told[3] ~= own then return nil end
  return told
end
`

function isShown([status, , ownThen, orderId]: Told, id: string, own: unknown): boolean {
  if (own === status || (orderId !== '' && orderId !== id)) return false
  return own === undefined || own === 'unknown' || ownThen === '' || ownThen === own
}

export interface OrderToShow {
  readonly id: string
  readonly erpId: string | null
  readonly data: Data
}

/** The fields that may hold what is told of an order, the surest first. */
function fieldsFor({ id, erpId, data }: OrderToShow): readonly string[] {
  const { companyId, orderNumber } = data
  const numbers = [...new Set([orderNumber, erpId, id])].filter((number) => typeof number === 'string')
  const companies = [...new Set([companyId, ''])].filter((company) => typeof company === 'string')
  return [...(erpId === null ? [] : [`#${erpId}`]), ...companies.flatMap((company) => numbers.map((number) => `${company}/${number}`))]
}

/** The status that an order shows instead of its own, with the ERP's word for it. */
export interface StatusShown {
  readonly status: string
  readonly statusRaw?: string
}

/** What each order shows instead of its own status; null if it shows its own. One command, however many orders. */
export function readToldStatuses(client: RedisClient, keys: Keys) {
  return async (connectionId: string, orders: readonly OrderToShow[]): Promise<readonly (StatusShown | null)[]> => {
    const fields = orders.map(fieldsFor)
    const all = fields.flat()
    const found = all.length === 0 ? [] : await client.hmget(keys.toldStatuses(connectionId), ...all)
    let from = 0
    return orders.map(({ id, data }, at) => {
      const until = from + (fields[at]?.length ?? 0)
      const candidates = found.slice(from, until).flatMap((text) => (text === null ? [] : [JSON.parse(text) as Told]))
      from = until
      const told = candidates.find((candidate) => candidate[3] === '' || candidate[3] === id)
      if (!told || !isShown(told, id, data.status)) return null
      return { status: told[0], ...(told[1] !== '' && { statusRaw: told[1] }) }
    })
  }
}

/** An order's data with the status that is shown. The fields stay in their order. */
export function withStatusShown(data: Data, shown: StatusShown): Data {
  const { statusRaw: _, ...rest } = data
  const entries = Object.entries({ ...rest, status: shown.status }).flatMap((entry) =>
    entry[0] === 'status' && shown.statusRaw !== undefined ? [entry, ['statusRaw', shown.statusRaw] as const] : [entry],
  )
  return Object.fromEntries(entries)
}
