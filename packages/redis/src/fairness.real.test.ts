import { runSchedule } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { expect, test } from 'vitest'
import { type Bench, caller, startBench } from './testing/bench.ts'

/** Notes which connections begin, in their order; each asks for one page. */
async function startNoting(settings: Record<string, string> = {}) {
  const begun: string[] = []
  const names = new Map<string, string>()
  let gate = Promise.resolve()
  const bench = await startBench(
    async function* (request, { connectionId }) {
      begun.push(names.get(connectionId) ?? '')
      await gate
      yield* pagesOf(products(3), request, 10)
    },
    { SCHEDULE_JITTER_MS: '0', ...settings },
  )
  return {
    bench,
    begun,
    async connect(name: string): Promise<string> {
      const id = await bench.connect()
      names.set(id, name)
      return id
    },
    hold(): () => void {
      let open = () => {}
      gate = new Promise<void>((resolve) => {
        open = resolve
      })
      return open
    },
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  }
}

const scheduled = (bench: Bench, connectionId: string, dataType: 'products' | 'inventory' = 'products') =>
  runSchedule({ connectionId, dataType }, { ...bench.workerPorts(), scheduleJitterMs: 0 }, { dueAt: new Date() })

async function configure(bench: Bench, connectionId: string): Promise<void> {
  const input = { erpConnectionId: connectionId, dataType: 'products', direction: 'pull', schedule: '0 2 1 1 *' }
  await bench.core.syncConfigs.create(caller, input as Parameters<Bench['core']['syncConfigs']['create']>[1])
}

const allEnded = (bench: Bench) =>
  expect
    .poll(async () => (await bench.core.runs.list({ limit: 100 })).items.filter(({ status }) => /scheduled|syncing/.test(status)).length, {
      timeout: 20_000,
    })
    .toBe(0)

test('who waits starts by urgency: people first, then schedules, then first loads', async () => {
  await using noting = await startNoting()
  const { bench, begun } = noting
  const [known, unknown, person] = [await noting.connect('known'), await noting.connect('first load'), await noting.connect('person')]
  for (const id of [known, unknown]) await configure(bench, id)
  const worker = bench.startWorker('one', 1)
  await bench.ended(await bench.start(known))
  await worker[Symbol.asyncDispose]()
  begun.length = 0

  await scheduled(bench, unknown)
  await scheduled(bench, known)
  await bench.start(person)
  bench.startWorker('one', 1)
  await allEnded(bench)
  expect(begun).toEqual(['person', 'known', 'first load'])
})

test('within one urgency connections take turns', async () => {
  await using noting = await startNoting()
  const { bench, begun } = noting
  const [many, few] = [await noting.connect('many'), await noting.connect('few')]
  for (const dataType of ['products', 'inventory']) await bench.start(many, { dataType })
  await bench.start(few)
  bench.startWorker('one', 1)
  await allEnded(bench)
  expect(begun).toEqual(['many', 'few', 'many'])
})

test('a run that nobody waits for starts though people never stop asking', async () => {
  await using noting = await startNoting()
  const { bench, begun } = noting
  const patient = await noting.connect('patient')
  await configure(bench, patient)
  const people = await Promise.all([1, 2, 3, 4, 5].map(() => noting.connect('person')))
  const open = noting.hold()
  bench.startWorker('one', 1)
  await bench.start(people[0] ?? '')
  await expect.poll(() => begun).toEqual(['person'])
  await scheduled(bench, patient)
  const asking = people.map(async (id) => {
    while (!begun.includes('patient') && begun.length < 60) await bench.ended(await bench.start(id))
  })
  open()
  await Promise.all(asking)
  await allEnded(bench)
  expect(begun).toContain('patient')
  expect(begun.indexOf('patient')).toBeLessThan(12)
})

test('a run that has had its time goes on though others never stop coming, and takes no more than half of the time', async () => {
  await using noting = await startNoting({ SYNC_TIME_SLICE_MS: '100' })
  const { bench, begun } = noting
  const long = await noting.connect('long')
  const others = await Promise.all([1, 2, 3].map(() => noting.connect('other')))
  const noted = bench.erp.pages
  bench.erp.pages = async function* (request, context) {
    for await (const _ of noted(request, context));
    for await (const page of pagesOf(products(context.connectionId === long ? 80 : 10), request, 10)) {
      await new Promise((resolve) => setTimeout(resolve, 25))
      yield page
    }
  }
  bench.startWorker('one', 1)
  const longRun = await bench.start(long)
  await bench.ended(longRun, ({ pages }) => pages >= 1)
  let isOver = false
  const asking = others.map(async (id) => {
    while (!isOver) await bench.ended(await bench.start(id))
  })
  expect(await bench.ended(longRun)).toMatchObject({ status: 'success', recordsCreated: 80 })
  isOver = true
  await Promise.all(asking)
  expect(begun.filter((name) => name === 'other').length).toBeGreaterThan(begun.filter((name) => name === 'long').length)
})

test('a run whose time is over goes behind all that wait, however urgent it was', async () => {
  await using noting = await startNoting({ SYNC_TIME_SLICE_MS: '300' })
  const { bench, begun } = noting
  const long = await noting.connect('long')
  const short = await Promise.all([1, 2, 3].map((number) => noting.connect(`short ${number}`)))
  for (const id of short) await configure(bench, id)
  const noted = bench.erp.pages
  bench.erp.pages = async function* (request, context) {
    for await (const _ of noted(request, context));
    for await (const page of pagesOf(products(context.connectionId === long ? 200 : 80), request, 10)) {
      await new Promise((resolve) => setTimeout(resolve, 30))
      yield page
    }
  }
  bench.startWorker('one', 1)
  const longRun = await bench.start(long)
  await bench.ended(longRun, ({ pages }) => pages >= 1)
  for (const id of short) await scheduled(bench, id)
  await allEnded(bench)
  expect(begun.slice(0, 5)).toEqual(['long', 'short 1', 'short 2', 'short 3', 'long'])
})
