import { canonical, type Opened, type Opening, openWith } from '@linkspan/connector-kit/testing/opened'
import { type SapOData, type SapODataOptions, startSapOData } from '@linkspan/simulators'
import { sapOData } from '../connector.ts'

export interface OpenedSap extends Opened<SapOData> {
  readonly sap: SapOData
  /** The record of an order's status as the platform keeps it, by a pull of everything or of changes; null if none came. */
  statusOf(order: string, since?: string | null): Promise<Readonly<Record<string, unknown>> | null>
}

export interface OpeningSap extends SapODataOptions, Opening {}

export async function openSap({ settings = {}, context, ...options }: OpeningSap = {}): Promise<OpenedSap> {
  const sap = await startSapOData({ dataset: { products: 10, orders: 20 }, ...options })
  const credentials = { apiUrl: sap.url, username: sap.user, password: sap.password }
  const opened = await openWith(sap, sapOData, { credentials, settings }, context)
  return {
    ...opened,
    sap,
    async statusOf(order, since = null) {
      const found = (await opened.read('order_status', since)).records.filter(({ id }) => id === order).at(-1)
      return found ? canonical('order_status', found) : null
    },
  }
}
