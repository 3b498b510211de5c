import { toText } from '@linkspan/connector-kit/fields/field-table'
import { dayOf } from '@linkspan/connector-kit/odata/times'

/** A text as OData writes the words of a list: `In_x0020_Review` is "In Review" (docs/erp/dynamics-business-central.md#words-of-lists). */
export const wordOf = (value: unknown): string | undefined =>
  toText(
    typeof value === 'string'
      ? value.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      : value,
  )

/** A day; undefined for the day that stands for none (docs/erp/dynamics-business-central.md#empty-values). */
export const toDay = (value: unknown): string | undefined => dayOf(value) ?? undefined

/** An id; undefined for the one of zeros that stands for none. */
export const toId = (value: unknown): string | undefined => {
  const id = toText(value)
  return id !== undefined && /^[0-]+$/.test(id) ? undefined : id
}

/** The rule of a day in a field table. */
export const day = (...from: readonly string[]) => ({ from, to: (value: unknown) => toDay(value) })
