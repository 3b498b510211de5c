/**
 * What the store knows about a record beside its data, as one text: `<hashes> <version> <mark> <position> <changedAt>`.
 *
 * - hashes: the hash of the content (22 characters) and directly behind it the fingerprint of the row it was made from (11 characters).
 *   The fingerprint is missing if the record was not made from one row alone.
 * - version: grows with every change of the content.
 * - mark: which run has seen the record last; a run that reads everything deletes what does not carry its mark.
 * - position: the record's place in the change feed.
 * - changedAt: when that place was taken, in milliseconds.
 */
export interface RecordMeta {
  readonly hash: string
  readonly row: string
  readonly version: number
  readonly mark: number
  readonly position: number
  readonly changedAt: number
}

const hashLength = 22
const rowLength = 11

/** The first part of the text. */
export const joinHashes = (hash: string, row: string): string => hash + row

export function parseRecordMeta(text: string): RecordMeta {
  const [hashes = '', ...numbers] = text.split(' ')
  const [version = 0, mark = 0, position = 0, changedAt = 0] = numbers.map(Number)
  return { hash: hashes.slice(0, hashLength), row: hashes.slice(hashLength), version, mark, position, changedAt }
}

/** Lua that finds the spaces around the mark, `before` and `behind`. `from` is a place in the version. */
export const findMark = (meta: string, from: string): string => `
local before = find(${meta}, ' ', ${from}, true)
local behind = find(${meta}, ' ', before + 1, true)`

/**
 * The same in Lua. The parts are returned as texts: that is how marks are compared. What is called for each of up to a thousand records
 * of a page does not take the text apart, because that is slow.
 */
export const recordMeta = `
local hashLength, rowLength = ${hashLength}, ${rowLength}
local byte, find, match, sub = string.byte, string.find, string.match, string.sub

local function parseMeta(meta)
  return match(meta, '^(%S+) (%d+) (%d+) (%d+) (%d+)')
end

local function printMeta(hashes, version, mark, position, changedAt)
  return hashes .. ' ' .. version .. ' ' .. mark .. ' ' .. position .. ' ' .. changedAt
end

local function contentHash(hashes)
  return sub(hashes, 1, hashLength)
end

local function markOf(meta)
  return match(meta, '^%S+ %d+ (%d+)')
end

-- The text with this mark, or nil if it has it already.
local function replaceMark(meta, mark)
  ${findMark('meta', "find(meta, ' ', hashLength + 1, true) + 1")}
  if sub(meta, before + 1, behind - 1) == mark then return nil end
  return sub(meta, 1, before) .. mark .. sub(meta, behind)
end

local space = byte(' ')
local function hasHashes(meta, hashes)
  return find(meta, hashes, 1, true) == 1 and byte(meta, #hashes + 1) == space
end

local function replaceHashes(meta, hashes)
  local behind = find(meta, ' ', hashLength + 1, true)
  return hashes .. sub(meta, behind)
end
`
