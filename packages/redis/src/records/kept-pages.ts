import type { KnownRow } from '@linkspan/core'

/** Fingerprints all have the same length, so they need no separator. */
export const joinRows = (rows: readonly KnownRow[]): string => rows.map(({ row }) => row).join('')
export const joinIds = (rows: readonly KnownRow[]): string => JSON.stringify(rows.map(({ id }) => id))

/** A page that was read is kept as `<fingerprint of the page> <fingerprints of its rows> <their ids as JSON>`. */
export const printKeptPage = (name: string, rows: readonly KnownRow[]): string => `${name} ${joinRows(rows)} ${joinIds(rows)}`

/** The same in Lua: the three parts, or nil if no page is kept. */
export const keptPages = `
local function parseKeptPage(text)
  return string.match(text or '', '^(%S+) (%S*) (.*)$')
end
`
