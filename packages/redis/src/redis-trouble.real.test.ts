import { setTimeout as delay } from 'node:timers/promises'
import { pagesOf, products } from '@linkspan/core/testing'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { type Bench, startBench } from './testing/bench.ts'

const operate = async ({ redis }: Bench, command: string, ...args: string[]): Promise<unknown> => {
  const operator = new Redis(redis.url)
  const answer = await operator.call(command, ...args)
  operator.disconnect()
  return answer
}

const refusing = (bench: Bench, kind: string) => expect.poll(() => operate(bench, 'INFO', 'errorstats')).toContain(`errorstat_${kind}`)

interface Trouble {
  readonly name: string
  begin(bench: Bench): Promise<unknown>
  /** Resolves when a worker has met it. */
  met(bench: Bench): Promise<unknown>
  end(bench: Bench): Promise<unknown>
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
    begin: (bench) => operate(bench, 'CONFIG', 'SET', 'maxmemory', '1'),
    met: (bench) => refusing(bench, 'OOM'),
    end: (bench) => operate(bench, 'CONFIG', 'SET', 'maxmemory', '0'),
  },
  {
    name: 'is a replica, as after a failover',
    begin: (bench) => operate(bench, 'REPLICAOF', '127.0.0.1', '1'),
    met: (bench) => refusing(bench, 'READONLY'),
    end: (bench) => operate(bench, 'REPLICAOF', 'NO', 'ONE'),
  },
]

test.concurrent.each(troubles)('a run waits while Redis $name, and goes on to a right end', async ({ begin, met, end }) => {
  let trouble: Promise<unknown> | undefined
  await using bench = await startBench(async function* (request) {
    for await (const page of pagesOf(products(60), request, 10)) {
      if (page.next === '30') {
        trouble ??= begin(bench)
        await trouble
      }
      yield page
    }
  })
  bench.startWorker()
  const runId = await bench.start(await bench.connect())
  await expect.poll(() => trouble !== undefined).toBe(true)
  await trouble
  await met(bench)
  await end(bench)
  expect(await bench.ended(runId)).toMatchObject({
    status: 'success',
    recordsCreated: 60,
    recordsProcessed: 60,
    recordsUnchanged: 0,
    pages: 6,
  })
})

test('a worker that is started while Redis refuses the password takes jobs when it no longer does', async () => {
  await using bench = await startBench((request) => pagesOf(products(60), request, 10))
  const runId = await bench.start(await bench.connect())
  const operator = new Redis(bench.redis.url)
  await operator.config('SET', 'requirepass', 'another')
  await operator.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
  bench.startWorker()
  await delay(500)
  await operator.config('SET', 'requirepass', '')
  operator.disconnect()
  expect(await bench.ended(runId)).toMatchObject({ status: 'success', recordsCreated: 60 })
})
