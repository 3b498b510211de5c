import { runSchedule } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { expect, test } from 'vitest'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

/** Records the order in which connections begin; each asks for one page. */
async function startRecording(settings: Record<string, string> = {}) {
  const begun: string[] = []
  const names = new Map<string, string>()
  let gate = Promise.resolve()
  const harness = await startHarness(
    async function* (request, { connectionId }) {
      begun.push(names.get(connectionId) ?? '')
      await gate
      yield* pagesOf(products(3), request, 10)
    },
    { SCHEDULE_JITTER_MS: '0', ...settings },
  )
  return {
    harness,
    begun,
    async connect(name: string): Promise<string> {
      const id = await harness.connect()
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
    [Symbol.asyncDispose]: () => harness[Symbol.asyncDispose](),
  }
}

const scheduled = (harness: Harness, connectionId: string, dataType: 'products' | 'inventory' = 'products') =>
  runSchedule({ connectionId, dataType }, { ...harness.workerPorts(), scheduleJitterMs: 0 }, { dueAt: new Date() })

async function configure(harness: Harness, connectionId: string): Promise<void> {
  const input = { erpConnectionId: connectionId, dataType: 'products', direction: 'pull', schedule: '0 2 1 1 *' }
  await harness.core.syncConfigs.create(caller, input as Parameters<Harness['core']['syncConfigs']['create']>[1])
}

const allEnded = (harness: Harness) =>
  expect
    .poll(
      async () => (await harness.core.runs.list({ limit: 100 })).items.filter(({ status }) => /scheduled|syncing/.test(status)).length,
      {
        timeout: 20_000,
      },
    )
    .toBe(0)

test('waiting runs start by urgency: people first, then schedules, then first loads', async () => {
  await using fixture = await startRecording()
  const { harness, begun } = fixture
  const [known, unknown, person] = [await fixture.connect('known'), await fixture.connect('first load'), await fixture.connect('person')]
  for (const id of [known, unknown]) await configure(harness, id)
  const worker = harness.startWorker('one', 1)
  await harness.ended(await harness.start(known))
  await worker[Symbol.asyncDispose]()
  begun.length = 0

  await scheduled(harness, unknown)
  await scheduled(harness, known)
  await harness.start(person)
  harness.startWorker('one', 1)
  await allEnded(harness)
  expect(begun).toEqual(['person', 'known', 'first load'])
})

test('within one urgency connections take turns', async () => {
  await using fixture = await startRecording()
  const { harness, begun } = fixture
  const [many, few] = [await fixture.connect('many'), await fixture.connect('few')]
  for (const dataType of ['products', 'inventory']) await harness.start(many, { dataType })
  await harness.start(few)
  harness.startWorker('one', 1)
  await allEnded(harness)
  expect(begun).toEqual(['many', 'few', 'many'])
})

test('a run that nobody waits for starts although people never stop asking', async () => {
  await using fixture = await startRecording()
  const { harness, begun } = fixture
  const patient = await fixture.connect('patient')
  await configure(harness, patient)
  const people = await Promise.all([1, 2, 3, 4, 5].map(() => fixture.connect('person')))
  const open = fixture.hold()
  harness.startWorker('one', 1)
  await harness.start(people[0] ?? '')
  await expect.poll(() => begun).toEqual(['person'])
  await scheduled(harness, patient)
  const asking = people.map(async (id) => {
    while (!begun.includes('patient') && begun.length < 60) await harness.ended(await harness.start(id))
  })
  open()
  await Promise.all(asking)
  await allEnded(harness)
  expect(begun).toContain('patient')
  expect(begun.indexOf('patient')).toBeLessThan(12)
})

test('a run that has used its time slice goes on although others never stop arriving, and takes no more than half of the time', async () => {
  await using fixture = await startRecording({ SYNC_TIME_SLICE_MS: '100' })
  const { harness, begun } = fixture
  const long = await fixture.connect('long')
  const others = await Promise.all([1, 2, 3].map(() => fixture.connect('other')))
  const noted = harness.erp.pages
  harness.erp.pages = async function* (request, context) {
    for await (const _ of noted(request, context));
    for await (const page of pagesOf(products(context.connectionId === long ? 80 : 10), request, 10)) {
      await new Promise((resolve) => setTimeout(resolve, 25))
      yield page
    }
  }
  harness.startWorker('one', 1)
  const longRun = await harness.start(long)
  await harness.ended(longRun, ({ pages }) => pages >= 1)
  let isOver = false
  const asking = others.map(async (id) => {
    while (!isOver) await harness.ended(await harness.start(id))
  })
  expect(await harness.ended(longRun)).toMatchObject({ status: 'success', recordsCreated: 80 })
  isOver = true
  await Promise.all(asking)
  expect(begun.filter((name) => name === 'other').length).toBeGreaterThan(begun.filter((name) => name === 'long').length)
})

test('a run whose time slice is over goes behind all that wait, however urgent it was', async () => {
  await using fixture = await startRecording({ SYNC_TIME_SLICE_MS: '300' })
  const { harness, begun } = fixture
  const long = await fixture.connect('long')
  const short = await Promise.all([1, 2, 3].map((number) => fixture.connect(`short ${number}`)))
  for (const id of short) await configure(harness, id)
  const noted = harness.erp.pages
  harness.erp.pages = async function* (request, context) {
    for await (const _ of noted(request, context));
    for await (const page of pagesOf(products(context.connectionId === long ? 200 : 80), request, 10)) {
      await new Promise((resolve) => setTimeout(resolve, 30))
      yield page
    }
  }
  harness.startWorker('one', 1)
  const longRun = await harness.start(long)
  await harness.ended(longRun, ({ pages }) => pages >= 1)
  for (const id of short) await scheduled(harness, id)
  await allEnded(harness)
  expect(begun.slice(0, 5)).toEqual(['long', 'short 1', 'short 2', 'short 3', 'long'])
})
