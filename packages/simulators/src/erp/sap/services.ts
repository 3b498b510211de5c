import type { Dataset } from '../../dataset.ts'
import { billingDocuments } from './billing-entities.ts'
import type { Deliveries } from './deliveries.ts'
import { deliveryHeaders, deliveryItems } from './delivery-entities.ts'
import type { EntitySet } from './entity.ts'
import type { ODataVersion } from './odata-error.ts'
import { ordersV2, ordersV4 } from './order-entities.ts'
import { productsV2, productsV4 } from './product-entities.ts'
import { stockV2 } from './stock-entities.ts'

export interface SapService {
  readonly version: ODataVersion
  /** The path of its root. In V2 a version parameter such as `;v=0002` may follow (docs/erp/sap-s4hana.md#released-services). */
  readonly path: string
  readonly namespace: string
  readonly sets: readonly EntitySet[]
}

/** All services of the simulated system. */
export function sapServices(dataset: Dataset, deliveries: Deliveries): readonly SapService[] {
  const v2 = (name: string, ...sets: readonly EntitySet[]): SapService => ({
    version: 'v2',
    path: `/sap/opu/odata/sap/${name}`,
    namespace: name,
    sets,
  })
  const v4 = (path: string, service: string, set: EntitySet): SapService => ({
    version: 'v4',
    path: `/sap/opu/odata4/sap/${path}`,
    namespace: `com.sap.gateway.srvd_a2x.${service}`,
    sets: [set],
  })
  return [
    v2('API_PRODUCT_SRV', productsV2(dataset.products)),
    v2('API_MATERIAL_STOCK_SRV', stockV2(dataset.inventory)),
    v2('API_SALES_ORDER_SRV', ordersV2(dataset.orders)),
    v2('API_OUTBOUND_DELIVERY_SRV', deliveryHeaders(deliveries), deliveryItems(deliveries)),
    v2('API_BILLING_DOCUMENT_SRV', billingDocuments(dataset.invoices)),
    v4('api_product/srvd_a2x/sap/product/0002', 'api_product.v0002', productsV4(dataset.products)),
    v4('api_salesorder/srvd_a2x/sap/salesorder/0001', 'api_salesorder.v0001', ordersV4(dataset.orders)),
  ]
}

export interface SapResource {
  readonly service: SapService
  /** The rest of the path after the service root, without slashes around it. */
  readonly rest: string
}

/** The service that a decoded path belongs to; undefined if there is none. */
export function findResource(services: readonly SapService[], path: string): SapResource | undefined {
  for (const service of services) {
    if (!path.startsWith(service.path)) continue
    const rest = /^(?:;v=\d+)?(?:\/(.*?)\/?)?$/.exec(path.slice(service.path.length))
    if (rest) return { service, rest: rest[1] ?? '' }
  }
  return undefined
}
