import { ERPConnectionTestResult, type Sealed, type TestEvent, TestProgress, type TestResults } from '@linkspan/core'
import { type ChangeNotifier, readUntilFound, rereadMs } from '../change-notifier.ts'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'

const keptSeconds = 86_400

export function redisTestResults(client: RedisClient, keys: Keys, changes: ChangeNotifier): TestResults {
  const get = async (testId: string) => {
    const stored = await client.get(keys.test(testId))
    return stored === null ? null : ERPConnectionTestResult.parse(JSON.parse(stored))
  }
  const progressOf = async (testId: string) => {
    const stored = await client.get(keys.testProgress(testId))
    return stored === null ? null : TestProgress.parse(JSON.parse(stored))
  }
  return {
    get,
    async save(testId, result) {
      await client.set(keys.test(testId), JSON.stringify(result), 'EX', keptSeconds)
      await client.del(keys.testDraft(testId))
      await client.publish(keys.channel(testId), 'done')
    },
    wait: (testId, signal) => readUntilFound(changes, testId, () => get(testId), signal),
    async note(testId, progress) {
      await client.set(keys.testProgress(testId), JSON.stringify(progress), 'EX', keptSeconds)
      await client.publish(keys.channel(testId), 'progress')
    },
    async *watch(testId, isPending, signal) {
      using listener = changes.listen(testId)
      const told = { attempt: '', checks: 0 }
      while (!signal.aborted) {
        const mayFollow = await isPending()
        const result = await get(testId)
        const progress = await progressOf(testId)
        if (progress) yield* newEvents(progress, told)
        if (result) yield { event: 'end', data: result }
        if (result || !mayFollow) return
        await listener.wait(rereadMs, signal)
      }
    },
    async keepDraft(testId, draft, ttlMs) {
      await client.set(keys.testDraft(testId), draft, 'PX', ttlMs)
    },
    draftOf: async (testId) => (await client.get(keys.testDraft(testId))) as Sealed | null,
  }
}

/** What has come since the last call, which it notes in `told`. */
function* newEvents({ attempt, planned, checks }: TestProgress, told: { attempt: string; checks: number }): Generator<TestEvent> {
  if (attempt !== told.attempt) {
    Object.assign(told, { attempt, checks: 0 })
    yield { event: 'planned', data: { checks: planned } }
  }
  for (; told.checks < checks.length; told.checks += 1) {
    const check = checks[told.checks]
    if (check) yield { event: 'check', data: check }
  }
}
