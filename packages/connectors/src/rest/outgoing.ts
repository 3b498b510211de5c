import { isAbsent, valueAt } from '@linkspan/connector-kit/fields/dot-path'
import { isDecimalField, isFields, type OutgoingRecord, placeInRow } from '@linkspan/core/connector'
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
export function toBody({ data, changed, erpId, reference, targets = {} }: OutgoingRecord, push: RestPush, isPartial: boolean): string {
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
  const { row, rest } = placeInRow({
    values: Object.fromEntries(sent.map((name) => [name, data[name]])),
    targets: Object.fromEntries(Object.entries(targets).filter(([path]) => sent.includes(rootOf(path)))),
  })
  for (const [name, value] of Object.entries(rest)) if (!isEmptied(value)) write(body, name, name, value)
  mergeInto(body, row)
  const field = referenceFieldOf(push)
  if (erpId === null || (!isPartial && isAbsent(valueAt(body, field)))) put(body, field, reference)
  return stringify(wrap === undefined ? body : { [wrap]: body }) ?? ''
}

/** The field that a path begins in: `lines` of `lines[].sku`. */
const rootOf = (path: string): string => /^[^.[]*/.exec(path)?.[0] ?? path

/** A list or an object of which the mapping has placed everything elsewhere. */
function isEmptied(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isEmptied)
  return isFields(value) && Object.keys(value).length === 0
}

/** What the mapping places in the ERP's row comes beside, or within, the connector's own places. */
function mergeInto(body: Body, row: Readonly<Body>): void {
  for (const [name, value] of Object.entries(row)) {
    const before = Object.hasOwn(body, name) ? body[name] : undefined
    if (isFields(before) && isFields(value)) mergeInto(before as Body, value)
    else set(body, name, value)
  }
}

/** Sets what lies at a path with dots. */
function put(body: Body, path: string, value: unknown): void {
  const names = path.split('.')
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

/** Also under a name like `__proto__` a value is only a value. */
function set(holder: Body, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, writable: true, configurable: true })
}
