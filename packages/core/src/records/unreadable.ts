/** Marks a value that a connector could not read for certain. Plain data, so that it survives copies. */
const mark = '@unreadable'

/** A value that may not be stored. Whatever field it is in, the record is rejected with the message, which gives the evidence. */
export interface Unreadable {
  readonly [mark]: string
  readonly value: unknown
}

export const unreadableValue = (message: string, value: unknown): Unreadable => ({ [mark]: message, value })

/** Why a value could not be read; null if it is an ordinary value. */
export const whyUnreadable = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && mark in value ? String(value[mark]) : null

/** A value as it came, whether it could be read or not. */
export const originalOf = (value: unknown): unknown => (whyUnreadable(value) === null ? value : (value as Unreadable).value)
