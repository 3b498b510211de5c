import { decimalOf, ExactDecimal, sumOf, toText as toDigits } from '@linkspan/connector-kit/fields/exact-decimal'
import { toText } from '@linkspan/connector-kit/fields/field-table'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { childrenOf } from './children.ts'
import { isCancelled } from './order-lines.ts'
import type { FusionSettings } from './settings.ts'

type Codes = NonNullable<FusionSettings['totalCodes']>
type Amount = keyof Codes

/** How totals are usually called (docs/erp/oracle-fusion.md#totals). */
const usual: Readonly<Record<Exclude<Amount, 'total'>, RegExp>> = {
  subtotal: /NET_PRICE/,
  taxTotal: /TAX/,
  shippingTotal: /SHIP|FREIGHT/,
  discountTotal: /DISCOUNT/,
}

function find(totals: readonly Row[], amount: Amount, codes: Codes): ExactDecimal | null {
  const code = codes[amount]
  const isIt = ({ TotalCode }: Row): boolean => {
    const theirs = toText(TotalCode) ?? ''
    return code === undefined ? amount !== 'total' && usual[amount].test(theirs.toUpperCase()) : theirs === code
  }
  const found = totals.find(isIt)
  return found ? decimalOf(found.TotalAmount) : null
}

/**
 * The amounts of an order by its totals. The whole amount is net, tax and shipping together, unless it has a code of its own. Without any
 * totals, that of the lines counts.
 */
export function totalsOf(row: Row, codes: Codes = {}): Readonly<Partial<Record<Amount, string>>> {
  const totals = childrenOf(row, 'totals')
  const [subtotal, tax, shipping, discount] = (['subtotal', 'taxTotal', 'shippingTotal', 'discountTotal'] as const).map((each) =>
    find(totals, each, codes),
  )
  const zero = new ExactDecimal(0)
  const net =
    subtotal ??
    sumOf(
      childrenOf(row, 'lines')
        .filter((line) => !isCancelled(line))
        .map(({ ExtendedAmount }) => ExtendedAmount),
    )
  const total = find(totals, 'total', codes) ?? net?.plus(tax ?? zero).plus(shipping ?? zero)
  const text = (amount: ExactDecimal | null | undefined, name: Amount) => (amount ? { [name]: toDigits(amount) } : {})
  return {
    ...text(net, 'subtotal'),
    ...text(discount?.abs(), 'discountTotal'),
    ...text(shipping, 'shippingTotal'),
    ...text(tax, 'taxTotal'),
    ...text(total, 'total'),
  }
}
