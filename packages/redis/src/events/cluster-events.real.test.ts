import { pagesOf } from '@linkspan/core/testing'
import { startRedisCluster } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { caller, startHarness } from '../testing/harness.ts'
import { expectFeedTold } from '../testing/told-feed.ts'

const recordOf = (id: string, fields: object) => ({ id, fields: { ...fields }, raw: fields, changedAt: null })
const order = (id: string, total: string) => recordOf(id, { orderNumber: id, orderDate: '2026-01-01', currency: 'EUR', total })
const status = (id: string) => recordOf(`S-${id}`, { orderNumber: id, status: 'shipped' })

test('in a cluster, every step that tells something finds the event log on its own node', async () => {
  await using cluster = await startRedisCluster()
  let orders = [order('17', '5'), order('18', '5')]
  await using harness = await startHarness(
    (request, _, dataType) => pagesOf(dataType === 'orders' ? orders : [status('17')], request, 10),
    { REDIS_CLUSTER_NODES: cluster.nodes },
    { orders: { pull: 'full', push: true }, order_status: { pull: 'full' } },
  )
  harness.startWorker()
  const { events, connections } = harness.store
  // Ids are random, so among several connections both nodes have some.
  for (let round = 0; round < 4; round += 1) {
    orders = [order('17', '5'), order('18', '5')]
    const connectionId = await harness.connect({ maxDeleteShare: 1, enabledDataTypes: ['orders', 'order_status'] })
    const sync = async (dataType: string, request = {}) =>
      expect(await harness.ended(await harness.start(connectionId, { dataType, mode: 'full', ...request }))).toMatchObject({
        status: 'success',
      })
    await sync('orders')
    await sync('order_status')
    orders = [order('17', '6')]
    await sync('orders')
    await harness.core.records.write(caller, { connectionId, dataType: 'orders', records: [{ id: 'PO-1', ...order('PO-1', '5').fields }] })
    await sync('orders', { direction: 'push' })

    expect(await expectFeedTold(harness, connectionId, 'orders')).toMatchObject({ deleted: 1 })
    await expectFeedTold(harness, connectionId, 'order_status')
    const types = (await events.read(connectionId, null, 100)).map(({ type }) => type)
    expect(types.filter((type) => type !== 'records.changed')).toEqual([
      'sync.succeeded',
      'order.status_changed',
      'sync.succeeded',
      'sync.succeeded',
      'order.pushed',
      'sync.succeeded',
    ])
    expect(await events.waiting(1000)).toContain(connectionId)
    await connections.remove(connectionId)
    expect(await events.read(connectionId, null, 100)).toEqual([])
  }
})
