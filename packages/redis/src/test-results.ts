import { ERPConnectionTestResult, type TestResults } from '@linkspan/core'
import type { Bells } from './bells.ts'
import type { RedisClient } from './client.ts'
import type { Keys } from './keys.ts'

const keptSeconds = 86_400
const lookAgainMs = 2000

export function redisTestResults(client: RedisClient, keys: Keys, bells: Bells): TestResults {
  const get = async (testId: string) => {
    const stored = await client.get(keys.test(testId))
    return stored === null ? null : ERPConnectionTestResult.parse(JSON.parse(stored))
  }
  return {
    get,
    async save(testId, result) {
      await client.set(keys.test(testId), JSON.stringify(result), 'EX', keptSeconds)
      await client.publish(keys.bell(testId), 'done')
    },
    async wait(testId, signal) {
      using bell = bells.listen(testId)
      for (;;) {
        const result = await get(testId)
        if (result || signal.aborted) return result
        await bell.wait(lookAgainMs, signal)
      }
    },
  }
}
