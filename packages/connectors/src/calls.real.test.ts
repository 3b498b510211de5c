import type { Opened } from '@linkspan/connector-kit/testing/opened'
import { sampleOrder } from '@linkspan/connector-kit/testing/sample-order'
import type { DataTypeId } from '@linkspan/core/connector'
import type { Simulator } from '@linkspan/simulators'
import { describe, expect, test } from 'vitest'
import { openBc } from './dynamics-bc/testing/open-bc.ts'
import { openFo } from './dynamics-fo/testing/open-fo.ts'
import { openNetSuite } from './netsuite/testing/open-netsuite.ts'
import { openFusion } from './oracle-fusion/testing/open-fusion.ts'
import { openSap } from './sap-odata/testing/open-sap.ts'
import { openSf } from './sap-successfactors/testing/open-sf.ts'

type Erp = Pick<Opened<Simulator>, 'erp' | typeof Symbol.asyncDispose> &
  Partial<Pick<Opened<Simulator>, 'sink'>> & {
    read(dataType: DataTypeId, since: string | null): Promise<{ readonly records: readonly unknown[] }>
  }

const [few, many] = [30, 230]
const longAgo = '2020-01-01T00:00:00.000Z'
const whole = ['products', 'inventory', 'orders', 'order_status', 'invoices'] as const satisfies readonly DataTypeId[]
const context = { pageSize: 500, timeoutMs: 30_000 }
const salesOrder = { organization: '1710', distributionChannel: '10', division: '00' }

const datasetOf = (size: number) => ({ products: size, inventoryPerProduct: 1, orders: size, invoices: size, employees: size })

interface Case {
  readonly name: string
  readonly dataTypes: readonly DataTypeId[]
  open(size: number): Promise<Erp>
  /** The calls that one new order takes. */
  readonly callsForAnOrder?: number
}

const employeesOf = async (opened: ReturnType<typeof openSf>): Promise<Erp> => {
  const { erp, read, [Symbol.asyncDispose]: close } = await opened
  return { erp, read: (_, since) => read(since), [Symbol.asyncDispose]: close }
}

const cases: readonly Case[] = [
  ...(['v2', 'v4'] as const).map((odataVersion) => ({
    name: `SAP S/4HANA by ${odataVersion}`,
    dataTypes: whole,
    open: (size: number) => openSap({ dataset: datasetOf(size), pageSize: 500, context, settings: { odataVersion, salesOrder } }),
    callsForAnOrder: 1,
  })),
  ...(['user', 'employee-central'] as const).map((source) => ({
    name: `SuccessFactors by ${source}`,
    dataTypes: ['employees' as const],
    open: (size: number) => employeesOf(openSf({ dataset: datasetOf(size), context, settings: { source } })),
  })),
  {
    name: 'Business Central',
    dataTypes: [...whole, 'employees'],
    open: (size) => openBc({ dataset: datasetOf(size), context }),
    callsForAnOrder: 1,
  },
  {
    name: 'Finance and Operations',
    dataTypes: [...whole, 'employees'],
    open: (size) => openFo({ dataset: datasetOf(size), context }),
    callsForAnOrder: 2,
  },
  {
    name: 'NetSuite',
    dataTypes: [...whole, 'employees'],
    open: (size) => openNetSuite({ dataset: datasetOf(size), context }),
    callsForAnOrder: 1,
  },
  {
    name: 'Oracle Fusion',
    dataTypes: [...whole, 'employees'],
    open: (size) => openFusion({ dataset: datasetOf(size), context }),
    callsForAnOrder: 1,
  },
]

/** The calls of each pull: of everything, then of changes. */
async function callsBySize({ open, dataTypes }: Case, size: number): Promise<ReadonlyMap<string, number>> {
  await using opened = await open(size)
  const calls = new Map<string, number>()
  for (const since of [null, longAgo])
    for (const dataType of dataTypes) {
      const before = opened.erp.requestCount
      const { records } = await opened.read(dataType, since)
      expect(records.length).toBeGreaterThanOrEqual(size / 2)
      calls.set(`${dataType}${since === null ? '' : ', changes'}`, opened.erp.requestCount - before)
    }
  return calls
}

describe.each(cases)('$name', (erp) => {
  test('makes no call for each record that it reads', async () => {
    const [small, large] = [await callsBySize(erp, few), await callsBySize(erp, many)]
    const growth = [...large].map(([pull, calls]) => [pull, calls - (small.get(pull) ?? 0)] as const)
    // Things are looked up by lists of twenty values, at most five lists for a page's rows.
    const tooMany = growth.filter(([, calls]) => calls > (many - few) / 4)
    expect(tooMany).toEqual([])
  })

  test.runIf(erp.callsForAnOrder)('makes no other calls for a new order than those that write it', async () => {
    await using opened = await erp.open(few)
    await opened.sink?.write(sampleOrder('W-0'))
    const before = opened.erp.requestCount
    for (let at = 1; at <= 20; at++) expect(await opened.sink?.write(sampleOrder(`W-${at}`))).toMatchObject({ kind: 'accepted' })
    expect(opened.erp.requestCount - before).toBe(20 * (erp.callsForAnOrder ?? 0))
  })
})
