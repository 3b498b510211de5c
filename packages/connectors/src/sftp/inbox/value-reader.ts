import { dateReader } from '@linkspan/connector-kit/files/values/dates'
import { parseNumber, textOf } from '@linkspan/connector-kit/files/values/values'
import { type Fields, isDecimalField, isFields } from '@linkspan/core/connector'
import type { FilesPlan } from '../settings.ts'

const dates = /(?:Date|At|Delivery|On)$/

/** Whether a canonical field of a record or of a line is a date or a time. */
export const isDateField = (name: string): boolean => dates.test(name)

/** Converts numbers and dates as the settings say. A value that cannot be read stays unchanged, so that the schema rejects it. */
export function createValueReader({ decimal, dateFormat, zone }: Pick<FilesPlan, 'decimal' | 'dateFormat' | 'zone'>) {
  const readDate = dateFormat === undefined ? null : dateReader({ format: dateFormat, zone })
  const readOne = (field: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value
    const text = textOf(value)
    if (text === null) return undefined
    if (isDecimalField(field)) return parseNumber(text, { decimal }) ?? value
    if (readDate === null || !isDateField(field)) return value
    const read = readDate(text)
    return read === null ? undefined : (read ?? value)
  }
  const read = (fields: Fields): Fields =>
    Object.fromEntries(
      Object.entries(fields).map(([field, value]) => {
        if (Array.isArray(value)) return [field, value.map((each) => (isFields(each) ? read(each) : each))]
        return [field, isFields(value) ? read(value) : readOne(field, value)]
      }),
    )
  return read
}
