/** Lua: adds to a run's rejects, which hold the latest 10,000. */
export const rejectList = `
local function addReject(stream, json)
  redis.call('XADD', stream, 'MAXLEN', '~', 10000, '*', 'json', json)
end
`
