import { toText } from '@linkspan/connector-kit/fields/field-table'
import { toInstant } from '@linkspan/core/connector'

/** The day of a date or of a time, as it is written: a time at midnight stands for a day (docs/erp/oracle-fusion.md#dates). */
export const toDay = (value: unknown): string | undefined => /^(\d{4}-\d\d-\d\d)(?:T|$)/.exec(toText(value) ?? '')?.[1]

/** The rule of a day in a field table. */
export const day = (...from: readonly string[]) => ({ from, to: (value: unknown) => toDay(value) ?? toText(value) })

export const isTrue = (value: unknown): boolean => value === true || /^(true|y|yes)$/i.test(toText(value) ?? '')

/** The rule of the time of the last change. */
export const changeTime = (...from: readonly string[]) => ({ from, to: (value: unknown) => toInstant(value) ?? undefined, note: 'UTC' })

/** The latest of some times. */
export const latest = (...times: readonly (string | null | undefined)[]): string | null =>
  times.reduce<string | null>((last, time) => (time && (last === null || time > last) ? time : last), null)
