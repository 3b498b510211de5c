import { ExactDecimal } from '@linkspan/connector-kit/fields/exact-decimal'
import { toText } from '@linkspan/connector-kit/fields/field-table'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { isCancelled, type OrderLine } from './order-lines.ts'
import { isTrue } from './values.ts'

/** What the words of headers mean, if no line says more (docs/erp/oracle-fusion.md#order-status). */
const headers: Readonly<Record<string, string>> = {
  OPEN: 'processing',
  PARTIALLY_CLOSE: 'partially_shipped',
  CLOSED: 'shipped',
  CANCELED: 'cancelled',
  DOO_DRAFT: 'pending',
  DOO_REFERENCE: 'pending',
}

/** The same for lines of which nothing is shipped yet. */
const waiting = /^(NOT_STARTED|CREATED|ENTERED|PENDING|)$/
const working =
  /^(SCHEDULED|UNSCHEDULED|RESERVED|NOT_RESERVED|AWAIT_SHIP|BACKORDERED|PICKED|STAGED|RELEASED|RELEASED_TO_WAREHOUSE|READY_TO_RELEASE|NOT_SCHEDULED|PROCESSING|SHIPPED|AWAIT_BILLING|BILLED|CLOSED|AWAIT_RECEIPT)$/

const word = (value: unknown): string => toText(value)?.toUpperCase() ?? ''
const sum = (lines: readonly OrderLine[], of: (line: OrderLine) => ExactDecimal): ExactDecimal =>
  lines.reduce((total, line) => total.plus(of(line)), new ExactDecimal(0))

/**
 * How far an order is: its lines tell, since the header says little (docs/erp/oracle-fusion.md#order-status). `shipped`: what is known to be
 * shipped beside the lines. A word that is not known is given as it is.
 */
export function orderStatusOf(header: Row, lines: readonly OrderLine[], shipped: ExactDecimal = new ExactDecimal(0)): string | undefined {
  const code = word(header.StatusCode)
  const live = lines.filter(({ isLive }) => isLive)
  if (isCancelled(header) || (lines.length > 0 && live.length === 0)) return 'cancelled'
  const [sent, back] = [live.filter(({ isReturn }) => !isReturn), live.filter(({ isReturn }) => isReturn)]
  const wanted = sum(sent, (line) => line.ordered.minus(line.cancelled))
  const done = ExactDecimal.max(
    shipped,
    sum(sent, (line) => line.shipped),
  )
  const isShipped = wanted.gt(0) && done.gte(wanted)
  if (isHeld(header, live) && !isShipped) return 'on_hold'
  if (back.length > 0 && (sent.length === 0 || (done.gt(0) && sum(back, ({ ordered }) => ordered).gte(done)))) return 'returned'
  if (sent.length > 0 && sent.every(({ parts }) => parts.every(({ ActualDeliveryDate }) => toText(ActualDeliveryDate) !== undefined)))
    return 'delivered'
  if (isShipped) return 'shipped'
  if (done.gt(0)) return 'partially_shipped'
  if (toText(header.SubmittedFlag) === 'false' || header.SubmittedFlag === false || code === 'DOO_DRAFT') return 'pending'
  return live.length === 0 ? (headers[code] ?? toText(header.StatusCode)) : byWords(live)
}

const isHeld = (header: Row, lines: readonly OrderLine[]): boolean =>
  isTrue(header.OnHoldFlag) || (lines.length > 0 && lines.every(({ parts }) => parts.every(({ OnHoldFlag }) => isTrue(OnHoldFlag))))

/** Of lines of which nothing is shipped. */
function byWords(lines: readonly OrderLine[]): string | undefined {
  const words = lines.flatMap(({ parts }) => parts.filter((part) => !isCancelled(part)).map(({ StatusCode }) => word(StatusCode)))
  if (words.some((each) => working.test(each))) return 'processing'
  return words.find((each) => !waiting.test(each)) ?? 'pending'
}
