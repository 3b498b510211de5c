import { type OutboxEntry, parseEntry } from '@linkspan/core'

/** An entry of the outbox is kept as `<version> <status> <JSON>`. The version is 0 as long as there is none. */
export function parseOutboxEntry(text: string | null | undefined): { readonly version: number; readonly entry: OutboxEntry | null } {
  if (!text) return { version: 0, entry: null }
  const [, version = '0', json = 'null'] = /^(\d+) \S+ (.*)$/s.exec(text) ?? []
  return { version: Number(version), entry: parseEntry(json) }
}

/** The same in Lua. A version is returned as text. */
export const outboxEntry = `
local function entryVersion(entry)
  return entry and string.match(entry, '^%d+') or '0'
end

local function entryStatus(entry)
  return string.match(entry, '^%d+ (%S+)')
end

local function entryJson(entry)
  return string.match(entry, '^%d+ %S+ (.*)$')
end

-- The ERP's id as it is printed, in quotes or null. It stands near the beginning: the long rest is not parsed.
local function erpIdIn(json)
  return string.match(json, '"erpId":(.-),"erpVersion":')
end

local function printEntry(version, status, json)
  return version .. ' ' .. status .. ' ' .. json
end
`
