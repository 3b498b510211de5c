/** How a service calls what belongs to a sales order. */
export interface OrderNames {
  readonly order: string
  readonly item: string
  readonly partner: string
  readonly price: string
  readonly toItem: string
  readonly toPartner: string
  readonly toPrice: string
  readonly deliveryStatus: string
}
