/**
 * Lua that prints a time: `isoTime(ms)` returns milliseconds since 1970 as ISO 8601 in UTC, as `toISOString` does. Redis gives scripts no
 * function for that. The years of the calculation begin in March, so that the leap day is the last day of its year.
 */
export const isoTime = `
local function isoTime(ms)
  local floor = math.floor
  local day = floor(ms / 86400000) + 719468 -- since March 1st of the year 0
  local era = floor(day / 146097) -- of 400 years
  local dayOfEra = day % 146097
  local yearOfEra = floor((dayOfEra - floor(dayOfEra / 1460) + floor(dayOfEra / 36524) - floor(dayOfEra / 146096)) / 365)
  local dayOfYear = dayOfEra - (365 * yearOfEra + floor(yearOfEra / 4) - floor(yearOfEra / 100))
  local monthFromMarch = floor((5 * dayOfYear + 2) / 153)
  local dayOfMonth = dayOfYear - floor((153 * monthFromMarch + 2) / 5) + 1
  local month = monthFromMarch < 10 and monthFromMarch + 3 or monthFromMarch - 9
  local year = yearOfEra + era * 400 + (month <= 2 and 1 or 0)
  local seconds = floor(ms / 1000) % 86400
  return string.format('%04d-%02d-%02dT%02d:%02d:%02d.%03dZ', year, month, dayOfMonth,
    floor(seconds / 3600), floor(seconds / 60) % 60, seconds % 60, ms % 1000)
end
`
