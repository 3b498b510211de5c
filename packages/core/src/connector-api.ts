/** All that connectors, and what they are made of, may know of the core: `@linkspan/core/connector`. */
export { outcomeAt } from './connector/batched-outcome.ts'
export * from './connector/connector.ts'
export type * from './connector/inbound.ts'
export { createRegistry } from './connector/registry.ts'
export { secret, secretFields } from './connector/secret-fields.ts'
export type * from './connector/sink.ts'
export type { ByteBudget } from './kernel/byte-budget.ts'
export { certificateFault } from './kernel/certificate-fault.ts'
export { type DeadlineSignal, deadlineSignal } from './kernel/deadline-signal.ts'
export type { ErrorCode } from './kernel/error-catalog.ts'
export { AppError, toAppError } from './kernel/errors.ts'
export { type Fields, isFields } from './kernel/is-fields.ts'
export type { ErpCall } from './kernel/metrics.ts'
export { isObject } from './kernel/objects.ts'
export {
  type CallAnswer,
  type CallPermit,
  type Clock,
  type Logger,
  type OutboundPolicy,
  type RateLimit,
  silentLogger,
  systemClock,
  systemStopwatch,
} from './kernel/ports.ts'
export { isSameSecret } from './kernel/same-secret.ts'
export { createSemaphore } from './kernel/semaphore.ts'
export { inSpan, noTracing, type Span, type SpanStart, type TraceHeaders, type Tracing } from './kernel/tracing.ts'
export { operations } from './mapping/operations.ts'
export { placeInRow } from './mapping/reverse-row.ts'
export { canonicalFields } from './records/canonical-fields.ts'
export { DataTypeId, dataTypeIds, dataTypes } from './records/data-types.ts'
export { isNoDate } from './records/days.ts'
export { addDecimals, Decimal, isNoise, toDecimal } from './records/decimal.ts'
export { isDayField, isDecimalField, isFlagField, isInstantField } from './records/decimal-fields.ts'
export type { DescribedFile } from './records/described-file.ts'
export { toFlag, toInstant } from './records/fields.ts'
export * from './records/record.ts'
export type { Reject } from './records/reject.ts'
export type { OrderStatus, OrderStatusValue } from './records/types/order-status.ts'
export { orderStatusOfAnswer } from './records/types/order-status-words.ts'
export type { Order } from './records/types/orders.ts'
export { unreadableValue, whyUnreadable } from './records/unreadable.ts'
export { noDateRemark, noiseRemark } from './records/value-remarks.ts'
export { Timezone } from './schedules/cron.ts'
