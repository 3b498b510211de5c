import { decimalOf, toText as toDigits } from '@linkspan/connector-kit/fields/exact-decimal'
import { LosslessNumber } from 'lossless-json'

type Data = Readonly<Record<string, unknown>>

/** The elements of a sales price that Fusion wants to see: the list price, and the net price that counts. */
const elements = [
  { code: 'QP_LIST_PRICE', usage: 'LIST_PRICE' },
  { code: 'QP_NET_PRICE', usage: 'NET_PRICE' },
] as const

/**
 * The price of a line as a charge with its components: Fusion keeps a price of ours only with these (docs/erp/oracle-fusion.md#prices).
 * Undefined if the line has no price.
 */
export function chargesOf({ lineNumber, quantity, unitPrice, discount }: Data, currency: string | undefined): readonly Data[] | undefined {
  const [amount, list] = [decimalOf(quantity), decimalOf(unitPrice)]
  if (!amount || !list || amount.isZero()) return undefined
  const net = list.minus((decimalOf(discount) ?? amount.minus(amount)).div(amount))
  const charge = `C${lineNumber}`
  const component = (at: number, price: typeof list): Data => ({
    SourceChargeComponentId: `${charge}-${at + 1}`,
    SourceChargeId: charge,
    SequenceNumber: at + 1,
    PriceElementCode: elements[at]?.code,
    PriceElementUsageCode: elements[at]?.usage,
    ChargeCurrencyCode: currency,
    HeaderCurrencyCode: currency,
    ChargeCurrencyUnitPrice: decimal(price),
    HeaderCurrencyUnitPrice: decimal(price),
    ChargeCurrencyExtendedAmount: decimal(price.times(amount)),
    HeaderCurrencyExtendedAmount: decimal(price.times(amount)),
    RollupFlag: false,
  })
  return [
    {
      SourceChargeIdentifier: charge,
      ChargeDefinitionCode: 'QP_SALE_PRICE',
      ChargeSubtypeCode: 'ORA_PRICE',
      PriceTypeCode: 'ONE_TIME',
      ApplyTo: 'PRICE',
      PricedQuantity: decimal(amount),
      PrimaryFlag: true,
      RollupFlag: false,
      chargeComponents: [component(0, list), component(1, net)],
    },
  ]
}

/** At most ten digits after the point: a discount spread over the quantity may have no end. */
const decimal = (value: NonNullable<ReturnType<typeof decimalOf>>): LosslessNumber =>
  new LosslessNumber(toDigits(value.toDecimalPlaces(10)))
