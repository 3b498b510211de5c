/** The names that one OData service uses for a sales order and its parts. */
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
