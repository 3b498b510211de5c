import { isAbsent, namesOfPath, valueAt } from '@linkspan/connector-kit/fields/dot-path'
import { mergeInto, placedFields, set } from '@linkspan/connector-kit/fields/placed-fields'
import { isDecimalField, type OutgoingRecord } from '@linkspan/core/connector'
import { LosslessNumber, stringify } from 'lossless-json'
import type { RestPush } from './settings.ts'

type Body = Record<string, unknown>

/** Fields that are ours to know, not the ERP's to be told. */
const ofOurs: readonly string[] = ['sourceUpdatedAt', 'sourceVersion', 'statusRaw', 'typeRaw', 'paymentStatusRaw', 'uomRaw']

/** What we know nothing of is no news for the ERP. */
const isUnknown = (name: string, value: unknown): boolean => /^(status|paymentStatus|type)$/.test(name) && value === 'unknown'

const decimalText = /^-?(0|[1-9]\d*)(\.\d+)?$/

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Where the ERP keeps our reference. */
export const referenceFieldOf = ({ referenceField, naming }: RestPush): string =>
  referenceField ?? (naming === 'snake' ? 'our_reference' : 'ourReference')

/**
 * What is sent of a record, as JSON: its canonical fields under the ERP's names, all of them or the changed ones, and our reference. A
 * decimal that is written as a number keeps all its digits.
 */
export function toBody(record: OutgoingRecord, push: RestPush, isPartial: boolean): string {
  const { data, changed, erpId, reference } = record
  const { fields = {}, naming, decimals, wrap } = push
  /** `path` is the field's own: `lines`, `lines[]`, `lines[].sku`. */
  const written = (value: unknown, path: string, name: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => written(each, `${path}[]`, ''))
    if (typeof value === 'object' && value !== null) {
      const inner: Body = {}
      for (const [key, each] of Object.entries(value)) write(inner, `${path}.${key}`, key, each)
      return inner
    }
    const isNumber = decimals === 'number' && typeof value === 'string' && isDecimalField(name) && decimalText.test(value)
    return isNumber ? new LosslessNumber(value) : value
  }
  const write = (into: Body, path: string, name: string, value: unknown): void => {
    const place = fields[path]
    if (place === false) return
    put(into, place ?? (naming === 'snake' ? snake(name) : name), value === undefined ? null : written(value, path, name))
  }

  const body: Body = {}
  const wanted = isPartial && changed !== null ? changed : Object.keys(data)
  const sent = wanted.filter((name) => !ofOurs.includes(name) && !isUnknown(name, data[name]))
  const { row, rest } = placedFields(record, sent)
  for (const [name, value] of Object.entries(rest)) write(body, name, name, value)
  mergeInto(body, row)
  const field = referenceFieldOf(push)
  if (erpId === null || (!isPartial && isAbsent(valueAt(body, field)))) put(body, field, reference)
  return stringify(wrap === undefined ? body : { [wrap]: body }) ?? ''
}

/** Sets what lies at a path, as in `customer.id`. */
function put(body: Body, path: string, value: unknown): void {
  const names = [...namesOfPath(path)]
  const last = names.pop() ?? path
  let holder = body
  for (const name of names) {
    const inner = Object.hasOwn(holder, name) ? holder[name] : null
    const next: Body = typeof inner === 'object' && inner !== null ? (inner as Body) : {}
    set(holder, name, next)
    holder = next
  }
  set(holder, last, value)
}
