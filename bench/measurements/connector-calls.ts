import type { DataTypeId } from '@linkspan/core'
import { startRedis } from '@linkspan/simulators'
import type { CallLoopRequest } from '../baselines/call-loop.ts'
import { type Child, startChild } from '../child.ts'
import type { ErpName } from '../erp-simulator/erps.ts'
import { type ErpSimulator, startErpSimulator } from '../erp-simulator.ts'
import type { Finding } from '../finding.ts'
import type { Measurement, Scale } from '../measurement.ts'
import { anOrder } from '../orders.ts'
import { caller, type Product, startProduct } from '../product.ts'
import { alternate, timed } from '../rounds.ts'

interface Erp {
  readonly name: ErpName
  readonly title: string
  readonly pulls: DataTypeId
  /** The calls that one new order takes; absent if none can be written. */
  readonly callsForAnOrder?: number
}

const erps: readonly Erp[] = [
  { name: 'sap-odata', title: 'SAP S/4HANA', pulls: 'orders', callsForAnOrder: 1 },
  { name: 'sap-successfactors', title: 'SuccessFactors', pulls: 'employees' },
  { name: 'dynamics-bc', title: 'Business Central', pulls: 'orders', callsForAnOrder: 1 },
  { name: 'dynamics-fo', title: 'Finance and Operations', pulls: 'orders', callsForAnOrder: 2 },
  { name: 'netsuite', title: 'NetSuite', pulls: 'orders', callsForAnOrder: 1 },
  { name: 'oracle-fusion', title: 'Oracle Fusion', pulls: 'orders', callsForAnOrder: 1 },
]

/** Calls that open a session: tokens, companies, metadata, currencies. */
const callsAtTheStart = 20
/** The least records that a call must bring. */
const recordsPerCall = 100

type CallLoop = Child<CallLoopRequest, number>

/** Records per second of each connector, compared with a bare loop of the same calls, and the number of its calls. */
export const connectorCalls: Measurement = {
  title: 'Connectors, against their simulated ERPs',
  async run(scale) {
    const records = scale.size(10_000, 1000)
    await using redis = await startRedis()
    await using product = await startProduct(redis)
    await product.startWorker()
    await using loop: CallLoop = startChild<CallLoopRequest, number>(new URL('../baselines/call-loop.ts', import.meta.url))
    const findings: Finding[] = []
    for (const erp of erps) {
      await using simulator = await startErpSimulator(erp.name, records)
      findings.push(...(await pull(erp, simulator, { product, loop, records, scale })))
      if (erp.callsForAnOrder !== undefined) findings.push(...(await push(erp, erp.callsForAnOrder, simulator, product, records)))
    }
    return { sizes: { records }, findings }
  },
}

interface Pulling {
  readonly product: Product
  readonly loop: CallLoop
  readonly records: number
  readonly scale: Scale
}

async function pull(
  { title, pulls }: Erp,
  simulator: ErpSimulator,
  { product, loop, records, scale }: Pulling,
): Promise<readonly Finding[]> {
  async function load(): Promise<number> {
    const id = await connect(simulator, product)
    const ms = await timed(async () => {
      const { run } = await product.core.runs.start(caller, { connectionId: id, dataType: pulls })
      await product.succeeded(run.id)
    })
    const { totalRecordsProcessed } = await product.core.connections.statistics(id)
    await product.core.connections.remove(caller, { id })
    return totalRecordsProcessed / (ms / 1000)
  }

  const before = (await simulator.state()).callCount
  await load()
  const count = (await simulator.state()).callCount - before
  const calls = (await simulator.latestCalls(count)).filter(({ headers }) => headers.authorization !== undefined)
  const { baseline, product: ours } = await alternate(
    scale.rounds,
    {
      async baseline() {
        const ms = await timed(() => loop.ask({ url: simulator.url, calls }))
        return records / (ms / 1000)
      },
      product: load,
    },
    { warmUp: false },
  )
  return [
    {
      what: `${title}: ${pulls} pulled`,
      unit: 'records/s',
      product: { label: 'into records', rounds: ours },
      baseline: { label: 'the same calls, nothing stored', rounds: baseline },
      target: null,
    },
    {
      what: `${title}: calls for ${records} ${pulls} in`,
      unit: 'calls',
      product: { label: 'all calls', rounds: [count] },
      baseline: null,
      target: { atMost: callsAtTheStart + records / recordsPerCall },
    },
  ]
}

async function push(
  { title }: Erp,
  callsForAnOrder: number,
  simulator: ErpSimulator,
  product: Product,
  records: number,
): Promise<readonly Finding[]> {
  const connectionId = await connect(simulator, product)
  for (let from = 0; from < records; from += 500) {
    const orders = Array.from({ length: 500 }, (_, at) => anOrder(`W-${from + at}`, ['GS-1000000', 'GS-1000001']))
    await product.core.records.write(caller, { connectionId, dataType: 'orders', records: orders })
  }
  const before = await simulator.state()
  const ms = await timed(async () => {
    const { run } = await product.core.runs.start(caller, { connectionId, dataType: 'orders', direction: 'push' })
    await product.succeeded(run.id)
  })
  const after = await simulator.state()
  const stored = after.storedOrders - before.storedOrders
  if (stored !== records || after.duplicateOrders > 0)
    throw new Error(`${title} has ${stored} new orders, ${after.duplicateOrders} of them twice, not ${records}`)
  return [
    {
      what: `${title}: orders pushed`,
      unit: 'orders/s',
      product: { label: 'as many at once as the ERP bears', rounds: [records / (ms / 1000)] },
      baseline: null,
      target: null,
    },
    {
      what: `${title}: calls for ${records} orders out`,
      unit: 'calls',
      product: { label: 'all calls', rounds: [after.callCount - before.callCount] },
      baseline: null,
      target: { atMost: callsAtTheStart + records * callsForAnOrder },
    },
  ]
}

async function connect({ connection: { provider, credentials, settings } }: ErpSimulator, { core }: Product): Promise<string> {
  const { connection } = await core.connections.create(caller, {
    name: 'Bench ERP',
    provider,
    connectionMethod: 'api',
    credentials,
    settings: { batchSize: 1000, rateLimit: { max: 1_000_000, perMs: 1000 }, ...settings },
  })
  return connection.id
}
