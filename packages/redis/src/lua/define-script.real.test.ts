import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RedisClientFixture, startRedisClient } from '../testing/redis-client.ts'
import { defineScript } from './define-script.ts'

let redis: RedisClientFixture
beforeAll(async () => {
  redis = await startRedisClient()
})
afterAll(() => redis[Symbol.asyncDispose]())

const everything = defineScript({
  name: 'everything',
  keys: ['first', 'second'],
  keyLists: ['some', 'others'],
  args: { text: 'text', nothing: 'text', number: 'number', yes: 'flag', no: 'flag' },
  lists: { pairs: ['left', 'right'], singles: ['one'], none: ['one'] },
  include: ['local function join(list) return table.concat(list, "+") end'],
  lua: `
local rows = {}
for left, right in pairs.each() do table.insert(rows, left .. '=' .. right) end
for one in singles.each() do table.insert(rows, one) end
for one in none.each() do table.insert(rows, 'never') end
return {
  first, second, join(some), join(others),
  text, nothing, type(number), number + 1, tostring(yes), tostring(no),
  pairs.count, singles.count, none.count, join(rows)
}
`,
})

test('a script finds its keys, arguments and lists under their names, with their types', async () => {
  const call = everything.on(redis.client)
  const answer = await call({
    keys: { first: 'k1', second: 'k2', some: [], others: ['k3', 'k4'] },
    args: { text: 'a', nothing: null, number: 41, yes: true, no: false },
    lists: {
      pairs: [
        { right: 2, left: 'x' },
        { left: 'y', right: 3 },
      ],
      singles: [{ one: 'z' }],
      none: [],
    },
  })
  expect(answer).toEqual(['k1', 'k2', '', 'k3+k4', 'a', '', 'number', 42, 'true', 'false', 2, 1, 0, 'x=2+y=3+z'])
})

test('a missing, misspelt or wrong name of a key, argument or column does not compile', () => {
  const script = defineScript({ name: 'typed', keys: ['run'], args: { epoch: 'number' }, lists: { rows: ['id'] }, lua: 'return 1' })
  type Call = Parameters<ReturnType<typeof script.on>>[0]
  const right: Call = { keys: { run: 'k' }, args: { epoch: 1 }, lists: { rows: [{ id: 'a' }] } }
  // @ts-expect-error the key is missing
  const noKey: Call = { ...right, keys: {} }
  // @ts-expect-error the key is misspelt
  const wrongKey: Call = { ...right, keys: { runs: 'k' } }
  // @ts-expect-error the argument is missing
  const noArgument: Call = { ...right, args: {} }
  // @ts-expect-error there is no such argument
  const moreArguments: Call = { ...right, args: { epoch: 1, page: 2 } }
  // @ts-expect-error the argument has the wrong type
  const wrongType: Call = { ...right, args: { epoch: '1' } }
  // @ts-expect-error the column is misspelt
  const wrongColumn: Call = { ...right, lists: { rows: [{ ids: 'a' }] } }
  expect([noKey, wrongKey, noArgument, moreArguments, wrongType, wrongColumn]).not.toContainEqual(right)
})

test('two things of the same name in one script are refused', () => {
  expect(() => defineScript({ name: 'twice', keys: ['run'], args: { run: 'text' }, lua: '' })).toThrow('two things called run')
})
