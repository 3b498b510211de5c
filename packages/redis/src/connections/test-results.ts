import { ERPConnectionTestResult, type TestResults } from '@linkspan/core'
import { type ChangeNotifier, readUntilFound } from '../change-notifier.ts'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'

const keptSeconds = 86_400

export function redisTestResults(client: RedisClient, keys: Keys, changes: ChangeNotifier): TestResults {
  const get = async (testId: string) => {
    const stored = await client.get(keys.test(testId))
    return stored === null ? null : ERPConnectionTestResult.parse(JSON.parse(stored))
  }
  return {
    get,
    async save(testId, result) {
      await client.set(keys.test(testId), JSON.stringify(result), 'EX', keptSeconds)
      await client.publish(keys.channel(testId), 'done')
    },
    wait: (testId, signal) => readUntilFound(changes, testId, () => get(testId), signal),
  }
}
