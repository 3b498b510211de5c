import { expect, test } from 'vitest'
import type { Connector } from '../connector/connector.ts'
import type { SyncConfig, SyncDirection } from '../sync-configs/sync-config.ts'
import { planStreams } from './plan-streams.ts'

const connector = {
  capabilities: { orders: { pull: 'incremental', push: true }, products: { pull: 'full' }, invoices: { push: true } },
} as unknown as Connector
const config = (dataType: string, direction: SyncDirection) => ({ id: `sync_${direction}`, dataType, direction }) as SyncConfig
const plan = (enabledDataTypes: string[], configs: SyncConfig[] = [], written: string[] = []) =>
  planStreams({ id: 'erp_1', settings: { enabledDataTypes } as never }, configs, connector, (dataType) => written.includes(dataType)).map(
    ({ dataType, direction, isMain }) => `${dataType} ${direction}${isMain ? '' : ', not main'}`,
  )

test('a data type without a configuration is pulled, or pushed if it cannot be pulled', () => {
  expect(plan(['products', 'orders', 'invoices'])).toEqual(['products pull', 'orders pull', 'invoices push'])
})

test('records that were written make a stream that pushes, without a demand on its freshness', () => {
  expect(plan(['orders'], [], ['orders'])).toEqual(['orders pull', 'orders push, not main'])
})

test('each configuration is a stream, and covers what it does', () => {
  expect(plan(['orders'], [config('orders', 'bidirectional')], ['orders'])).toEqual(['orders bidirectional'])
  expect(plan(['orders'], [config('orders', 'push')])).toEqual(['orders push', 'orders pull'])
  expect(plan(['orders'], [config('orders', 'push'), config('orders', 'pull')], ['orders'])).toEqual(['orders push', 'orders pull'])
})

test('a data type that is not enabled has no stream', () => {
  expect(plan(['products'], [config('orders', 'push')])).toEqual(['products pull'])
})
