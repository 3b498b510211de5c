/** The names that one OData service uses for a sales order, its parts and their properties. */
export interface OrderNames {
  readonly order: string
  readonly item: string
  readonly partner: string
  readonly price: string
  readonly toItem: string
  readonly toPartner: string
  readonly toPrice: string
  /** Of the header. */
  readonly toHeaderPrice: string
  readonly product: string
  readonly unit: string
  readonly plant: string
  readonly rate: string
  readonly rateUnit: string
  /** Whether a header has a change date, and the number and the system of a sender. */
  readonly hasSender: boolean
  /** Addresses of partners and texts of the header, which only V2 has here. */
  readonly parts: { readonly address: string; readonly toAddress: string; readonly text: string; readonly toText: string } | null
}

export const orderNamesV2: OrderNames = {
  order: 'A_SalesOrder',
  item: 'A_SalesOrderItem',
  partner: 'A_SalesOrderHeaderPartner',
  price: 'A_SalesOrderItemPrElement',
  toItem: 'to_Item',
  toPartner: 'to_Partner',
  toPrice: 'to_PricingElement',
  toHeaderPrice: 'to_PricingElement',
  product: 'Material',
  unit: 'RequestedQuantityUnit',
  plant: 'ProductionPlant',
  rate: 'ConditionRateValue',
  rateUnit: 'ConditionQuantityUnit',
  hasSender: true,
  parts: { address: 'A_SalesOrderPartnerAddress', toAddress: 'to_Address', text: 'A_SalesOrderText', toText: 'to_Text' },
}

export const orderNamesV4: OrderNames = {
  order: 'SalesOrder',
  item: 'SalesOrderItem',
  partner: 'SalesOrderPartner',
  price: 'SalesOrderItemPricingElement',
  toItem: '_Item',
  toPartner: '_Partner',
  toPrice: '_ItemPricingElement',
  toHeaderPrice: '_PricingElement',
  product: 'Product',
  unit: 'RequestedQuantitySAPUnit',
  plant: 'Plant',
  rate: 'ConditionRateAmount',
  rateUnit: 'ConditionQuantitySAPUnit',
  hasSender: false,
  parts: null,
}
