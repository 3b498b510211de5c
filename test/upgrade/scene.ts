import type { RestErpOptions } from '@linkspan/simulators'

/**
 * The ERPs from which the stored data come. The writer of the data and the test create them with the same options, so their rows are
 * always the same.
 */
export const erps = {
  catalogue: { dataset: { products: 60 }, paging: 'page', total: 'header' },
  interrupted: { dataset: { products: 60 }, paging: 'offset', total: 'header' },
  orders: { dataset: { products: 1, orders: 0 }, paging: 'link' },
  twoSides: { dataset: { products: 3, orders: 0 }, paging: 'link' },
} as const satisfies Readonly<Record<string, RestErpOptions>>

export type SceneName = keyof typeof erps

export const pageSize = 10
/** How many pages of the interrupted pull are stored. */
export const storedPages = 3

export const anOrder = (id: string, sku: string) => ({
  id,
  orderDate: '2026-11-23',
  currency: 'EUR',
  total: '25.00',
  customerId: '17100001',
  lines: [{ lineNumber: '10', sku, quantity: '2', unitPrice: '12.50' }],
})

/** `synced`: pushed and answered. `inFlight`: sent, but the answer never came. `pending`: not sent yet. */
export const orderIds = { synced: ['DONE-1', 'DONE-2'], inFlight: ['SENT-1', 'SENT-2'], pending: ['WAITS-1'] } as const

/** The content of a file of stored data. */
export interface StoredData {
  readonly version: string
  readonly connections: Readonly<Record<SceneName, string>>
  readonly keys: readonly unknown[]
}
