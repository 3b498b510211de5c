/** A value with a type that JSON does not have. Timestamps are ISO with `Z`, dates `YYYY-MM-DD`, decimals are digits. */
export interface EdmTyped {
  readonly edm: 'Timestamp' | 'Date' | 'Decimal'
  readonly value: string
}

export type EdmValue = string | boolean | null | EdmTyped

export const timestamp = (value: string): EdmTyped => ({ edm: 'Timestamp', value })
export const date = (value: string): EdmTyped => ({ edm: 'Date', value })
export const decimal = (value: string): EdmTyped => ({ edm: 'Decimal', value })

/** The type of a value; undefined for null. */
export function kindOf(value: EdmValue): 'String' | 'Boolean' | EdmTyped['edm'] | undefined {
  if (value === null) return undefined
  if (typeof value === 'object') return value.edm
  return typeof value === 'string' ? 'String' : 'Boolean'
}

/** The V2 JSON form of a value: times as `/Date(…)/` (docs/erp/sap-s4hana.md#dates-and-times), decimals as strings. */
export function toV2(value: EdmValue): string | boolean | null {
  if (value === null || typeof value !== 'object') return value
  if (value.edm === 'Decimal') return value.value
  return `/Date(${Date.parse(value.value)}${value.edm === 'Timestamp' ? '+0000' : ''})/`
}

/** The V4 JSON form of a value: ISO times, decimals as numbers unless `hasStringDecimals`. */
export function toV4(value: EdmValue, hasStringDecimals: boolean): string | boolean | number | null {
  if (value === null || typeof value !== 'object') return value
  if (value.edm !== 'Decimal' || hasStringDecimals) return value.value
  const number = Number(value.value)
  return Number.isFinite(number) ? number : value.value
}

/** The Atom form of a value: the text of the property's element. */
export function toAtom(value: EdmValue): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  return value.edm === 'Date' ? `${value.value}T00:00:00` : value.value
}

/** A form of the value that can be compared with `<` to other values of the same property. */
export function toComparable(value: EdmValue): string | number {
  if (value === null) return ''
  if (typeof value !== 'object') return typeof value === 'string' ? value : Number(value)
  return value.edm === 'Decimal' ? Number(value.value) : Date.parse(value.value)
}
