import {
  AppError,
  type Incident,
  incidentReader,
  installation,
  parts,
  silentLogger,
  systemClock,
  tidyIncidents,
  wakeReaders,
  watchEvents,
  watchWebhooks,
  watchWithoutWorker,
} from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../client.ts'
import { createRedisPorts } from '../index.ts'
import { createKeys } from '../keys.ts'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

let harness: Harness
/** What the ERP refuses; null: nothing. */
let refusal: AppError | null = null
beforeAll(async () => {
  harness = await startHarness((request) => {
    if (refusal !== null) throw refusal
    return pagesOf([], request, 10)
  })
})
afterAll(() => harness[Symbol.asyncDispose]())

const ended = (connectionId: string, more: object = {}) => ({
  ...{ connectionId, dataType: 'products', direction: 'pull', syncLogId: 'log_1', trigger: 'schedule', counts: { rejected: 0 } },
  ...more,
})
const fail = (connectionId: string, code = 'remote.unreachable', more: object = {}) =>
  harness.store.events.append(connectionId, [
    { type: 'sync.failed', data: ended(connectionId, { error: { code, message: 'No answer', hint: '' }, ...more }) },
  ])
const succeed = (connectionId: string) => harness.store.events.append(connectionId, [{ type: 'sync.succeeded', data: ended(connectionId) }])
const wake = () => wakeReaders(harness.store.events, [incidentReader(harness.store.incidents, harness.store.queue)])
const incidentsOf = async (connectionId: string): Promise<readonly Incident[]> =>
  (await harness.store.incidents.list({ connectionId, limit: 50 })).items
const connectTo = (host: string) => harness.connectWith({ apiUrl: `https://${host}`, apiKey: 'top-secret-key' })

test('a worker that is woken opens the incidents of what has failed, and closes them when it succeeds', async () => {
  await using _ = harness.startWorker('watcher')
  const connectionId = await connectTo('woken.example')
  await fail(connectionId)
  await fail(connectionId)
  await wake()
  await expect.poll(() => incidentsOf(connectionId)).toMatchObject([{ status: 'open', occurrences: 2, host: 'woken.example' }])
  await wake() // nothing is new, so nothing happens
  await succeed(connectionId)
  await wake()
  await expect.poll(() => incidentsOf(connectionId)).toMatchObject([{ status: 'closed', occurrences: 2 }])
})

test('a run that fails for good opens an incident, and its next success closes it; a cancelled one is none', async () => {
  await using _ = harness.startWorker('runner')
  const connectionId = await connectTo('runs.example')
  const sync = async () => {
    const runId = await harness.start(connectionId, { mode: 'full' })
    await harness.ended(runId)
    await wake()
    return runId
  }
  refusal = new AppError('setup.permission-missing', 'Products: HTTP 403')
  const runId = await sync()
  await expect
    .poll(() => incidentsOf(connectionId))
    .toMatchObject([
      {
        ...{ status: 'open', cause: 'setup.permission-missing', severity: 'critical', firstRunId: runId, dataTypes: ['products'] },
        timeline: [{ what: 'opened', message: 'Products: HTTP 403' }],
      },
    ])
  refusal = null
  await sync()
  await expect.poll(() => incidentsOf(connectionId)).toMatchObject([{ status: 'closed', occurrences: 1 }])
  refusal = new AppError('run.cancelled', 'tester has cancelled it')
  await sync()
  await expect.poll(() => harness.store.incidents.positions([connectionId])).toEqual(await harness.store.events.latest([connectionId]))
  expect(await incidentsOf(connectionId)).toHaveLength(1)
  refusal = null
})

test('an ERP that is away is one incident, from the first failed run through the open circuit to its return', async () => {
  await using _ = harness.startWorker('away')
  const connectionId = await harness.connectWith(
    { apiUrl: 'https://away.example', apiKey: 'top-secret-key' },
    { retryAttempts: 0, enabledDataTypes: ['products', 'inventory'] },
  )
  const sync = async (dataType: string, more: object = {}) => harness.ended(await harness.start(connectionId, { dataType, ...more }))
  refusal = new AppError('remote.unavailable', 'HTTP 503')
  for (const dataType of ['products', 'inventory', 'products', 'inventory', 'products']) await sync(dataType)
  await wake()
  await expect.poll(() => incidentsOf(connectionId)).toMatchObject([{ occurrences: 6 }])
  expect(await incidentsOf(connectionId)).toMatchObject([
    {
      status: 'open',
      cause: 'remote.unavailable',
      severity: 'critical',
      host: 'away.example',
      title: 'The ERP is unavailable: "Scripted"',
    },
  ])
  refusal = null
  await sync('products', { force: true })
  await wake()
  await expect.poll(() => harness.store.incidents.positions([connectionId])).toEqual(await harness.store.events.latest([connectionId]))
  expect(await incidentsOf(connectionId)).toMatchObject([{ status: 'open' }]) // the inventory has not been synced again
  await sync('inventory')
  await wake()
  await expect.poll(() => incidentsOf(connectionId)).toMatchObject([{ status: 'closed', occurrences: 6 }])
})

test('without a worker the API opens incidents itself', async () => {
  const connectionId = await connectTo('alone.example')
  await harness.store.events.append(connectionId, [
    { type: 'freshness.late', data: { connectionId, dataType: 'products', direction: 'pull', ageSeconds: 7200, allowedSeconds: 3600 } },
  ])
  const context = { signal: new AbortController().signal }
  await harness.store.workers.beat('worker')
  await watchWithoutWorker({ ...harness.store, logger: silentLogger }, context)
  expect(await incidentsOf(connectionId)).toEqual([])
  const clock = { now: () => new Date(systemClock.now().getTime() + 60_000) } // the worker has not reported for a minute
  await using ports = createRedisPorts({ config: harness.config, offlinePolicy: 'fail', clock, logger: silentLogger })
  await expect.poll(() => ports.ping().then(() => 'up')).toBe('up')
  await watchWithoutWorker({ ...ports, logger: silentLogger }, context)
  expect(await incidentsOf(connectionId)).toMatchObject([{ cause: 'freshness.late', status: 'open' }])
})

test('events that were read stay read, and one that cannot be understood is passed over', async () => {
  const connectionId = await connectTo('twice.example')
  const ports = { ...harness.store, logger: silentLogger }
  const watch = () => watchEvents(connectionId, ports, { signal: new AbortController().signal })
  await fail(connectionId)
  await harness.store.events.append(connectionId, [{ type: 'sync.failed', data: { nonsense: true } }])
  await fail(connectionId, 'setup.permission-missing')
  for (let times = 0; times < 3; times += 1) expect(await watch()).toEqual({ kind: 'done' })
  const counted = (await incidentsOf(connectionId)).map(({ cause, occurrences }) => `${cause} ${occurrences}`)
  expect(counted.toSorted()).toEqual(['remote.unreachable 1', 'setup.permission-missing 1'])
})

test('a thousand connections that cannot reach their host are one incident, with little work for each of them', async () => {
  const count = 1000
  const first = await connectTo('down.example')
  const stored = await harness.store.connections.get(first)
  if (stored === null) throw new Error('The connection was not stored')
  const connectionIds = Array.from({ length: count }, (_, at) => `erp_${String(at).padStart(16, '0')}`)
  await Promise.all(connectionIds.map((id) => harness.store.connections.create({ ...stored, id })))
  await Promise.all(connectionIds.map((id) => fail(id)))
  const client = connect(harness.config.redis, 'wait', silentLogger)
  const cpu = async () => {
    const info = await client.info('cpu')
    return [...info.matchAll(/used_cpu_(?:user|sys):([\d.]+)/g)].reduce((sum, [, seconds]) => sum + Number(seconds), 0)
  }
  const before = { cpu: await cpu(), events: await client.xlen(createKeys('').events(installation)) }
  const ports = { ...harness.store, logger: silentLogger }
  await Promise.all(connectionIds.map((id) => watchEvents(id, ports, { signal: new AbortController().signal })))
  const cpuMs = ((await cpu()) - before.cpu) * 1000

  const { items } = await harness.store.incidents.list({ status: 'open', limit: 50 })
  const [incident, ...others] = items.filter(({ host }) => host === 'down.example')
  expect(others).toEqual([])
  expect(incident).toMatchObject({ occurrences: count, title: `The ERP cannot be reached: ${count} connections to down.example` })
  expect(incident?.connectionIds.toSorted()).toEqual(connectionIds.toSorted())
  const docBytes = await client.hstrlen(createKeys('').incidents('docs'), incident?.id ?? '')
  const events = (await client.xlen(createKeys('').events(installation))) - before.events
  process.stdout.write(
    `incidents: ${count} failures of one host: ${cpuMs.toFixed(0)} ms of Redis, ${docBytes} bytes stored, ${events} events\n`,
  )
  expect(docBytes).toBeLessThan(2000)
  expect(events).toBeLessThan(20) // one each time the number has doubled, and one each minute
  client.disconnect()

  await Promise.all(connectionIds.map((id) => succeed(id)))
  await Promise.all(connectionIds.map((id) => watchEvents(id, ports, { signal: new AbortController().signal })))
  expect(await harness.store.incidents.get(incident?.id ?? '')).toMatchObject({ status: 'closed' })
})

test('what nobody waits for any more is tidied up', async () => {
  const ports = { ...harness.store, logger: silentLogger, clock: systemClock }
  const watch = (id: string) => watchEvents(id, ports, { signal: new AbortController().signal })
  const [kept, deleted, inactive, narrowed, forgotten] = (await Promise.all(
    ['kept', 'deleted', 'inactive', 'narrowed', 'forgotten'].map((name) => connectTo(`${name}.example`)),
  )) as [string, string, string, string, string]
  for (const id of [kept, deleted, inactive, narrowed]) await fail(id)
  await fail(narrowed, 'remote.unreachable', { dataType: 'inventory' })
  await harness.store.events.append(forgotten, [
    { type: 'order.refused', data: { connectionId: forgotten, dataType: 'orders', recordId: 'A/1', message: 'Unknown customer' } },
  ])
  for (const id of [kept, deleted, inactive, narrowed, forgotten]) await watch(id)

  await harness.core.connections.remove(caller, { id: deleted })
  await harness.core.connections.update(caller, { id: inactive, change: { status: 'inactive' } })
  await harness.core.connections.update(caller, { id: narrowed, change: { settings: { enabledDataTypes: ['inventory'] } } })
  await harness.core.connections.update(caller, { id: forgotten, change: { settings: { enabledDataTypes: ['orders'] } } })
  await tidyIncidents(ports)
  expect(await incidentsOf(kept)).toMatchObject([{ status: 'open' }])
  expect(await incidentsOf(deleted)).toMatchObject([{ status: 'closed', timeline: [{}, { message: 'The connection was deleted' }] }])
  expect(await incidentsOf(inactive)).toMatchObject([{ status: 'closed', timeline: [{}, { message: 'The connection was switched off' }] }])
  expect(await incidentsOf(narrowed)).toMatchObject([{ status: 'open' }])
  expect((await harness.store.incidents.openParts({ limit: 1000 })).items).toContain(parts.runs(narrowed, 'inventory', 'pull'))
  expect((await harness.store.incidents.openParts({ limit: 1000 })).items).not.toContain(parts.runs(narrowed, 'products', 'pull'))
  expect(await incidentsOf(forgotten)).toMatchObject([{ status: 'closed', timeline: [{}, { message: 'A/1 was removed' }] }])

  const later = { now: () => new Date(Date.now() + 91 * 86_400_000) }
  await tidyIncidents({ ...ports, clock: later })
  expect(await incidentsOf(deleted)).toEqual([])
  expect(await incidentsOf(kept)).toMatchObject([{ status: 'open' }])
})

test('a webhook that was paused because it fails is an incident, until it is resumed', async () => {
  const { webhooks, incidents } = harness.store
  const ports = { ...harness.store, clock: systemClock }
  const newWebhook = async () => {
    const made = await harness.core.webhooks.create(caller, { url: 'https://shop.example/hooks/secret-path', events: ['*'] })
    return made.webhook.id
  }
  const [failing, switchedOff] = [await newWebhook(), await newWebhook()]
  const at = new Date().toISOString()
  await webhooks.pause(failing, { code: 'gone', message: 'It answered 410', at })
  await webhooks.pause(switchedOff, { code: 'person', message: 'mia has switched it off', at })
  const paused = async () => (await incidents.list({ limit: 50 })).items.filter(({ cause }) => cause === 'webhook.paused')
  for (let times = 0; times < 2; times += 1) await watchWebhooks(ports)
  expect(await paused()).toMatchObject([
    {
      status: 'open',
      occurrences: 1,
      title: 'A webhook is paused: shop.example',
      openedAt: at,
      timeline: [{ message: 'It answered 410' }],
    },
  ])
  await webhooks.resume(failing)
  await watchWebhooks(ports)
  expect(await paused()).toMatchObject([{ status: 'closed' }])
})
