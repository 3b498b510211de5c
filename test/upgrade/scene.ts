import type { RestErpOptions } from '@linkspan/simulators'

/**
 * The ERPs that the stored data were written against. Both sides start them anew from the same options, so the rows are the same
 * whenever the data are read.
 */
export const erps = {
  catalogue: { dataset: { products: 60 }, paging: 'page', total: 'header' },
  interrupted: { dataset: { products: 60 }, paging: 'offset', total: 'header' },
  orders: { dataset: { products: 1, orders: 0 }, paging: 'link' },
  twoSides: { dataset: { products: 3, orders: 0 }, paging: 'link' },
} as const satisfies Readonly<Record<string, RestErpOptions>>

export type SceneName = keyof typeof erps

export const pageSize = 10
/** How many pages of the interrupted pull were stored. */
export const storedPages = 3

export const anOrder = (id: string, sku: string) => ({
  id,
  orderDate: '2026-11-23',
  currency: 'EUR',
  total: '25.00',
  customerId: '17100001',
  lines: [{ lineNumber: '10', sku, quantity: '2', unitPrice: '12.50' }],
})

/** Pushed and answered · sent, and the ERP's answer never came · never sent. */
export const orderIds = { synced: ['DONE-1', 'DONE-2'], inFlight: ['SENT-1', 'SENT-2'], pending: ['WAITS-1'] } as const

/** What the file of stored data holds. */
export interface StoredData {
  readonly version: string
  readonly connections: Readonly<Record<SceneName, string>>
  readonly keys: readonly unknown[]
}
