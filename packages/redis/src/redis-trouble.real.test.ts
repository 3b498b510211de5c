import { setTimeout as delay } from 'node:timers/promises'
import { pagesOf, products } from '@linkspan/core/testing'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { type Harness, startHarness } from './testing/harness.ts'

const operate = async ({ redis }: Harness, command: string, ...args: string[]): Promise<unknown> => {
  const operator = new Redis(redis.url)
  const answer = await operator.call(command, ...args)
  operator.disconnect()
  return answer
}

const refusing = (harness: Harness, kind: string) =>
  expect.poll(() => operate(harness, 'INFO', 'errorstats')).toContain(`errorstat_${kind}`)

interface Trouble {
  readonly name: string
  begin(harness: Harness): Promise<unknown>
  /** Resolves when a worker has run into it. */
  met(harness: Harness): Promise<unknown>
  end(harness: Harness): Promise<unknown>
}

const troubles: readonly Trouble[] = [
  {
    name: 'hangs',
    begin: async ({ redis }) => redis.pause(),
    met: () => delay(500),
    end: async ({ redis }) => redis.resume(),
  },
  {
    name: 'is full',
    begin: (harness) => operate(harness, 'CONFIG', 'SET', 'maxmemory', '1'),
    met: (harness) => refusing(harness, 'OOM'),
    end: (harness) => operate(harness, 'CONFIG', 'SET', 'maxmemory', '0'),
  },
  {
    name: 'is a replica, as after a failover',
    begin: (harness) => operate(harness, 'REPLICAOF', '127.0.0.1', '1'),
    met: (harness) => refusing(harness, 'READONLY'),
    end: (harness) => operate(harness, 'REPLICAOF', 'NO', 'ONE'),
  },
]

test.concurrent.each(troubles)('a run waits while Redis $name, and then ends correctly', async ({ begin, met, end }) => {
  let trouble: Promise<unknown> | undefined
  await using harness = await startHarness(async function* (request) {
    for await (const page of pagesOf(products(60), request, 10)) {
      if (page.next === '30') {
        trouble ??= begin(harness)
        await trouble
      }
      yield page
    }
  })
  harness.startWorker()
  const runId = await harness.start(await harness.connect())
  await expect.poll(() => trouble !== undefined).toBe(true)
  await trouble
  await met(harness)
  await end(harness)
  expect(await harness.ended(runId)).toMatchObject({
    status: 'success',
    recordsCreated: 60,
    recordsProcessed: 60,
    recordsUnchanged: 0,
    pages: 6,
  })
})

test('a worker that is started while Redis refuses the password takes jobs once it accepts it', async () => {
  await using harness = await startHarness((request) => pagesOf(products(60), request, 10))
  const runId = await harness.start(await harness.connect())
  const operator = new Redis(harness.redis.url)
  await operator.config('SET', 'requirepass', 'another')
  await operator.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
  harness.startWorker()
  await delay(500)
  await operator.config('SET', 'requirepass', '')
  operator.disconnect()
  expect(await harness.ended(runId)).toMatchObject({ status: 'success', recordsCreated: 60 })
})
