import { hideHelpers } from '../lua/hide-helpers.ts'

/**
 * Rows in whose place another row of the same run is stored, because its change time is later. They are remembered in the hash
 * `superseded`, so that the same rows in the next run do not change the record back and forth:
 * `<confirmed> <swallowed> <content hash> <content hash> …` by record id.
 *
 * - confirmed: the mark of the last run that had the stored row too. If the run before this one lacked it, the ERP has gone back to an
 *   earlier row, and that one is taken.
 * - swallowed: the mark of the last run in which such a row came before the stored one.
 *
 * The caller must have loaded what `sharedState` names. `latest` is the meta text of the stored record.
 */
export const supersededRows = hideHelpers(
  ['isSuperseded', 'addSuperseded', 'confirmLatest'],
  `
local maxSuperseded = 10

local function supersededOf(id)
  return match(redis.call('HGET', superseded, id) or '- - ', '^(%S+) (%S+) (.*)$')
end

local function keepSuperseded(id, confirmedIn, swallowedIn, list)
  if dryRun then return end
  redis.call('HSET', superseded, id, confirmedIn .. ' ' .. swallowedIn .. ' ' .. list)
  hasSuperseded = true
end

-- Whether the row was superseded before, and the run before this one had the stored row too.
local function isSuperseded(id, latest, hashes)
  if not hasSuperseded or markOf(latest) == mark then return false end
  local confirmedIn, _, list = supersededOf(id)
  if confirmedIn ~= markOf(latest) or not find(list, contentHash(hashes), 1, true) then return false end
  keepSuperseded(id, confirmedIn, mark, list)
  return true
end

local function addSuperseded(id, hash, isConfirmed)
  local confirmedIn, swallowedIn, list = supersededOf(id)
  if not find(list, hash, 1, true) then list = sub(hash .. list, 1, maxSuperseded * hashLength) end
  keepSuperseded(id, (isConfirmed or swallowedIn ~= mark) and mark or confirmedIn, swallowedIn, list)
end

local function confirmLatest(id)
  local confirmedIn, swallowedIn, list = supersededOf(id)
  if list ~= '' and confirmedIn ~= mark then keepSuperseded(id, mark, swallowedIn, list) end
end
`,
)
