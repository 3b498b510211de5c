import { sampleOrder as anyOrder, type Sample } from '@linkspan/connector-kit/testing/sample-order'
import type { OutgoingRecord } from '@linkspan/core/connector'

export const sampleOrder = (reference: string, { data, ...more }: Sample = {}): OutgoingRecord =>
  anyOrder(reference, { ...more, data: { customerReference: 'PO-77', ...data } })

/** What writing needs of the settings, for the simulated tenant. A new order is visible at once. */
export const writing = { sourceSystem: 'WEB', businessUnitId: '300000046987012', visibleAfterSeconds: 0 } as const
