import type { AuditEvent, NewAuditEvent } from '@linkspan/core'
import { memberTime } from '../keys.ts'

/** When there are more events, the oldest are dropped. */
export const defaultMaxEvents = 1_000_000

/** For scripts: appends an event with its index members, `places` before its id, and drops the oldest events with theirs. */
export const auditSteps = `
local function appendAudit(events, index, event, places, maxEvents)
  local id = redis.call('XADD', events, '*', 'json', event, 'places', places)
  for _, place in ipairs(cjson.decode(places)) do redis.call('ZADD', index, 0, place .. id) end
  local surplus = redis.call('XLEN', events) - maxEvents
  if surplus <= 0 then return end
  for _, old in ipairs(redis.call('XRANGE', events, '-', '+', 'COUNT', surplus)) do
    local oldId, fields = old[1], old[2]
    local isReadable, oldPlaces = pcall(cjson.decode, fields[4])
    for _, place in ipairs(isReadable and oldPlaces or {}) do redis.call('ZREM', index, place .. oldId) end
    redis.call('XDEL', events, oldId)
  end
end
`

export const auditFilters = ['action', 'actor', 'target'] as const
export type AuditFilter = (typeof auditFilters)[number]

/** Of a longer value only the beginning is indexed; events that merely begin alike are filtered out when they are read. */
const maxValueLength = 200
export const allPrefix = 'all|'
export const prefixOf = (filter: AuditFilter, value: string): string =>
  `${filter}:${Buffer.from(value).toString('base64url').slice(0, maxValueLength)}|`

export const attributeOf = ({ action, actor, target }: Omit<AuditEvent, 'id'>, filter: AuditFilter): string | null =>
  ({ action, actor: actor.id, target })[filter]

/** An event as `appendAudit` takes it. */
export function toAuditArguments(event: NewAuditEvent): { readonly event: string; readonly places: string } {
  const at = memberTime(event.at)
  const places = auditFilters.flatMap((filter) => {
    const value = attributeOf(event, filter)
    return value === null ? [] : [`${prefixOf(filter, value)}${at}`]
  })
  return { event: JSON.stringify(event), places: JSON.stringify([`${allPrefix}${at}`, ...places]) }
}
