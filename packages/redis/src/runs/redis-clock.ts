/** Leases end by the clock of Redis, because the clocks of workers differ. */
export const redisClock = `
local function clockMs()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
`

/** How long a holder that no longer renews its claim keeps its place among the runs of its connection. */
export const leaseMs = 10_000
