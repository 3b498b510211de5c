import { atMost, idsOf } from '@linkspan/connector-kit/testing/open-context'
import type { Opened, Opening } from '@linkspan/connector-kit/testing/opened'
import type { Connector, DataTypeId, Page, SourceRecord } from '@linkspan/core/connector'
import type { Simulator } from '@linkspan/simulators'
import { describe, expect, test } from 'vitest'
import { dynamicsBc } from './dynamics-bc/connector.ts'
import { openBc } from './dynamics-bc/testing/open-bc.ts'
import { dynamicsFo } from './dynamics-fo/connector.ts'
import { openFo } from './dynamics-fo/testing/open-fo.ts'
import { netSuite } from './netsuite/connector.ts'
import { openNetSuite } from './netsuite/testing/open-netsuite.ts'
import { oracleFusion } from './oracle-fusion/connector.ts'
import { openFusion } from './oracle-fusion/testing/open-fusion.ts'
import { sapOData } from './sap-odata/connector.ts'
import { openSap } from './sap-odata/testing/open-sap.ts'

/** Calls that are made before they are needed, or several at once, give what calls give that are made one after the other. */

interface Case {
  readonly name: string
  readonly connector: Connector
  readonly dataType: DataTypeId
  readonly since?: string
  /** So many calls are made at once: as many as there are to make, or as the ERP bears. */
  readonly atOnce: number
  open(opening: Opening): Promise<Opened<Simulator>>
}

const latencyMs = 150
const longAgo = '2020-01-01T00:00:00.000Z'
const stock = { products: 100, inventoryPerProduct: 1, orders: 0, employees: 0, invoices: 0, bulkShare: 0 }
const sales = { products: 10, orders: 60, employees: 0, invoices: 0 }
const clientPaging = { clientPaging: true }

const paged: readonly Case[] = [
  {
    name: 'pages of SAP',
    connector: sapOData,
    dataType: 'products',
    atOnce: 8,
    open: (opening) => openSap({ ...opening, dataset: stock, settings: clientPaging }),
  },
  {
    name: 'stock of SAP',
    connector: sapOData,
    dataType: 'inventory',
    atOnce: 8,
    open: (opening) => openSap({ ...opening, dataset: stock, settings: clientPaging }),
  },
  {
    name: 'stock of Fusion',
    connector: oracleFusion,
    dataType: 'inventory',
    atOnce: 4,
    open: (opening) => openFusion({ ...opening, dataset: stock }),
  },
]
const detailed: readonly Case[] = [
  {
    name: 'deliveries of SAP',
    connector: sapOData,
    dataType: 'order_status',
    atOnce: 3,
    open: (opening) => openSap({ ...opening, dataset: sales }),
  },
  {
    name: 'shipments of Fusion',
    connector: oracleFusion,
    dataType: 'order_status',
    atOnce: 3,
    open: (opening) => openFusion({ ...opening, dataset: sales }),
  },
  {
    name: 'shipments of Business Central',
    connector: dynamicsBc,
    dataType: 'order_status',
    since: longAgo,
    atOnce: 2,
    open: (opening) => openBc({ ...opening, dataset: sales }),
  },
  {
    name: 'lines of Finance and Operations',
    connector: dynamicsFo,
    dataType: 'orders',
    since: longAgo,
    atOnce: 2,
    open: (opening) => openFo({ ...opening, dataset: sales }),
  },
  {
    name: 'fulfillments of NetSuite',
    connector: netSuite,
    dataType: 'order_status',
    atOnce: 2,
    open: (opening) => openNetSuite({ ...opening, dataset: sales }),
  },
]

/** What of a record does not depend on when it was read. */
const timeless = ({ id, raw, changedAt, fields: { asOf: _, ...fields } }: SourceRecord) => ({ id, raw, changedAt, fields })
const contentOf = (pages: readonly Page[]) => pages.map(({ records, total, partial }) => [records.map(timeless), total, partial])

describe.each([...paged, ...detailed])('$name', ({ connector, dataType, since = null, atOnce, open }) => {
  const limit = connector.rateLimit.concurrency ?? 0
  const pageSize = paged.some((each) => each.open === open) ? 7 : 100

  test('with maxConcurrentCalls 1 come one after the other; as many at once as the ERP bears give the same', async () => {
    let acquireCall = atMost(1)
    await using opened = await open({ context: { pageSize, acquireCall: () => acquireCall() } })
    const { erp } = opened
    const expected = contentOf((await opened.read(dataType, since)).pages)
    expect(erp.maxOpenRequests).toBe(1)
    acquireCall = atMost(limit)
    erp.latencyMs = latencyMs
    expect(contentOf((await opened.read(dataType, since)).pages)).toEqual(expected)
    expect(erp.maxOpenRequests).toBeGreaterThanOrEqual(atOnce)
    expect(erp.maxOpenRequests).toBeLessThanOrEqual(limit)
  })
})

describe.each(paged)('$name', ({ connector, dataType, open }) => {
  const context = { pageSize: 7, acquireCall: atMost(connector.rateLimit.concurrency ?? 0) }
  /** Of the pages from the fifth on, which are asked for ahead. */
  const later = /(?:skip|offset)=(?:2[4-9]|[3-9]\d)\b/

  test.each(['server-error', 'unauthorized'] as const)('%s in a page that was asked for ahead loses no page before it', async (kind) => {
    await using opened = await open({ context })
    const expected = (await opened.read(dataType)).pages
    const fault = opened.erp.faults.add({ kind, path: later, times: 'always' })
    const read: Page[] = []
    const reading = (async () => {
      for await (const page of opened.session.source(dataType).pages({ after: null, since: null })) read.push(page)
    })()
    await expect(reading).rejects.toMatchObject({ kind: kind === 'server-error' ? 'transient' : 'setup' })
    expect(contentOf(read)).toEqual(contentOf(expected.slice(0, read.length)))
    expect(read.length).toBeGreaterThanOrEqual(3)
    if (kind === 'unauthorized') expect(fault.taken).toBeLessThanOrEqual(8)
    fault.remove()
    const after = read.at(-1)?.next ?? null
    const { pages } = await opened.read(dataType, null, { after })
    expect(contentOf(pages)).toEqual(contentOf(expected.slice(read.length)))
  })

  test('rows that are deleted meanwhile hide none of the others, or make the pull partial', async () => {
    await using opened = await open({ context })
    const before = new Set(idsOf((await opened.read(dataType)).pages))
    opened.erp.faults.add({ kind: 'moving-rows', move: 'delete', times: 1, after: 2 })
    opened.erp.latencyMs = 5
    const { pages } = await opened.read(dataType)
    const after = new Set(idsOf((await opened.read(dataType)).pages))
    const missing = [...after].filter((id) => !idsOf(pages).includes(id))
    expect(after.size).toBe(before.size - 1)
    expect(missing.length === 0 || pages.some(({ partial }) => partial === true)).toBe(true)
  })
})
