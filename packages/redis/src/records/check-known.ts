import { findMark } from './record-meta.ts'

/** Known rows made the stored records if their fingerprints are the same. They are given one by one, or as the page that was kept. */
export const checkKnown = `
local function checkKnown()
  local idsJson, rows = knownIds, knownRows
  if pageName ~= '' then
    local name, keptRows, keptIds = parseKeptPage(redis.call('HGET', pages, page))
    isKept = name == pageName
    if keptPage == '' then
      if not isKept then return {'UNKNOWN'} end
      idsJson, rows = keptIds, keptRows
    end
  end

  local ids, unknown, marked = cjson.decode(idsJson), {}, 0
  local find, sub, rowLength, length = find, sub, rowLength, hashLength + rowLength
  local dryRun, countsDistinct, mark, metas, confirmed = dryRun, countsDistinct, mark, metas, confirmed
  for from = 1, #ids, 1000 do
    local found = redis.call('HMGET', meta, unpack(ids, from, math.min(from + 999, #ids)))
    for at = 1, #found do
      local place, text = from + at - 1, found[at]
      if not text or sub(text, hashLength + 1, length) ~= sub(rows, (place - 1) * rowLength + 1, place * rowLength) then
        unknown[#unknown + 1] = place - 1
      elseif dryRun then
        seenIds[place] = ids[place]
      elseif countsDistinct then
        ${findMark('text', 'length + 2')}
        if sub(text, before + 1, behind - 1) ~= mark then
          metas[marked + 1], metas[marked + 2] = ids[place], sub(text, 1, before) .. mark .. sub(text, behind)
          marked = marked + 2
        elseif hasSuperseded then
          confirmed[#confirmed + 1] = ids[place]
        end
      end
    end
  end
  if #unknown > 0 then return {'UNKNOWN', unknown} end
  distinct = dryRun and #ids or marked / 2
  unchanged = unchanged + #ids
  knownRecords = ids
end
`
