import type { DeliveryStatus } from '../../api/webhooks.ts'

export const deliveryStatuses = ['pending', 'delivered', 'failed'] as const satisfies readonly DeliveryStatus[]

export interface DeliverySearch {
  readonly status?: DeliveryStatus
  /** Which delivery is open. */
  readonly peek?: string
}

/** Reads the search parameters of an address. What is unknown is left out. */
export function readDeliverySearch({ status, peek }: Readonly<Record<string, unknown>>): DeliverySearch {
  const known = deliveryStatuses.find((name) => name === status)
  return { ...(known && { status: known }), ...(typeof peek === 'string' && { peek }) }
}
