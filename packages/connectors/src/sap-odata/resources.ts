import type { ODataVersion } from '@linkspan/connector-kit/odata/literals'
import type { SapSettings } from './settings.ts'

export const sapDataTypes = ['products', 'inventory', 'orders', 'order_status', 'invoices'] as const
export type SapDataType = (typeof sapDataTypes)[number]

/** The released services (docs/erp/sap-s4hana.md#released-services). There is no V4 service for stock, deliveries and billing documents. */
const standardPaths: Readonly<Record<SapDataType, Partial<Record<ODataVersion, string>> & { readonly v2: string }>> = {
  products: { v2: 'API_PRODUCT_SRV/A_Product', v4: 'api_product/srvd_a2x/sap/product/0002/Product' },
  inventory: { v2: 'API_MATERIAL_STOCK_SRV/A_MatlStkInAcctMod' },
  orders: { v2: 'API_SALES_ORDER_SRV/A_SalesOrder', v4: 'api_salesorder/srvd_a2x/sap/salesorder/0001/SalesOrder' },
  order_status: { v2: 'API_OUTBOUND_DELIVERY_SRV;v=0002/A_OutbDeliveryHeader' },
  invoices: { v2: 'API_BILLING_DOCUMENT_SRV/A_BillingDocument' },
}

const standardRoots: Readonly<Record<ODataVersion, string>> = { v2: '/sap/opu/odata/sap', v4: '/sap/opu/odata4/sap' }

export interface Resource {
  readonly version: ODataVersion
  /** The entity set, without query. */
  readonly url: URL
  /** The root of its service, with a slash at the end. */
  readonly root: URL
}

/**
 * Where a data type is. The path of `apiUrl` is the service root, the standard one if it has none; `odata` and `odata4` in it are
 * exchanged for a service of the other version. A path of the settings takes the place of the standard one.
 */
export function resourceOf(dataType: SapDataType, settings: SapSettings, apiUrl: string): Resource {
  const version = standardPaths[dataType][settings.odataVersion] ? settings.odataVersion : 'v2'
  const path = settings.resources?.[dataType]?.path ?? standardPaths[dataType][version] ?? standardPaths[dataType].v2
  const { origin, pathname } = new URL(apiUrl)
  const given = pathname.replace(/\/+$/, '').replace(/\/sap\/opu\/odata4?(?=\/|$)/, version === 'v2' ? '/sap/opu/odata' : '/sap/opu/odata4')
  const url = new URL(path.startsWith('/') ? origin : `${origin}${given || standardRoots[version]}/`)
  url.pathname = `${url.pathname}${path.replace(/^\/+/, '')}`.replace(/\/+$/, '')
  return { version, url, root: new URL('./', url) }
}

/** What belongs to an order and is read with it. */
export const expandedOrder: Readonly<Record<ODataVersion, readonly string[]>> = { v2: ['to_Item'], v4: ['_Item'] }
