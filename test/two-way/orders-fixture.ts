import { type RestErpOptions, startRestErp } from '@linkspan/simulators'
import { caller, startModelStack } from '../model/model-stack.ts'

type Data = Readonly<Record<string, unknown>>

/** A Redis of its own, and connections to REST ERPs with orders that both sides write. */
export async function startTwoWayOrders() {
  const stack = await startModelStack()
  return {
    async connect(options: RestErpOptions = {}, syncSettings: object = {}) {
      const erp = await startRestErp({ dataset: { products: 3, orders: 0 }, ...options })
      const { core, run } = stack.open()
      const { connection } = await core.connections.create(caller, {
        name: 'Orders',
        provider: 'Custom',
        connectionMethod: 'api',
        credentials: { apiUrl: erp.url },
        settings: { enabledDataTypes: ['orders'], retryDelay: 0, timeout: 2000 },
      })
      const stream = { connectionId: connection.id, dataType: 'orders' as const }
      await core.syncConfigs.create(caller, {
        erpConnectionId: connection.id,
        dataType: 'orders',
        direction: 'bidirectional',
        enabled: false,
        settings: { conflictResolution: 'manual', ...syncSettings },
      } as Parameters<typeof core.syncConfigs.create>[1])
      const sku = [...erp.dataset.products][0]?.sku ?? ''
      return {
        erp,
        order: (more: Data = {}) => ({
          id: 'PO-1',
          orderDate: '2026-11-23',
          currency: 'EUR',
          total: '25.00',
          customerId: '17100001',
          shipTo: { name: 'Ada', city: 'Bonn' },
          lines: [
            { lineNumber: '10', sku, quantity: '2', unitPrice: '12.50' },
            { lineNumber: '20', sku, quantity: '1', unitPrice: '5.00', description: 'Second' },
          ],
          ...more,
        }),
        inErp: () => [...erp.dataset.orders][0],
        write: async (record: Data) => {
          const [written] = await core.records.write(caller, { ...stream, records: [record as { id: string }] })
          return written
        },
        read: () => core.records.get(connection.id, 'orders', 'PO-1'),
        sync: (direction: 'pull' | 'push' | 'bidirectional' = 'bidirectional') =>
          run({ ...stream, direction, mode: 'full', since: undefined, dryRun: false }),
        position: async () => (await core.records.changes(connection.id, 'orders', 0, 1000)).next,
        patches: () => erp.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => JSON.parse(body ?? '{}') as Data),
        [Symbol.asyncDispose]: () => erp[Symbol.asyncDispose](),
      }
    },
    [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose](),
  }
}

export type TwoWayOrders = Awaited<ReturnType<typeof startTwoWayOrders>>
