import type { OutgoingRecord } from '@linkspan/core'
import type { RestPush } from './settings.ts'

type Fields = Readonly<Record<string, unknown>>

/** Fields that are ours to know, not the ERP's to be told. */
const ofOurs = new Set(['sourceUpdatedAt', 'sourceVersion', 'statusRaw', 'uomRaw'])

/** What we know nothing of is no news for the ERP. */
const isUnknown = (name: string, value: unknown): boolean => /^(status|paymentStatus)$/.test(name) && value === 'unknown'

const decimalText = /^-?\d+(\.\d+)?$/
const decimalNames =
  /^(price|priceUnitQuantity|cost|weight|quantity\w*|unitPrice|discount\w*|tax\w*|lineTotal|subtotal|shippingTotal|total|balanceDue|exchangeRate)$/

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** What is sent of a record: its canonical fields under the ERP's names, all of them or the changed ones, and our reference. */
export function toBody({ data, changed, erpId, reference }: OutgoingRecord, push: RestPush, isPartial: boolean): Fields {
  const { referenceField, fields = {}, naming, decimals, wrap } = push
  const named = (name: string) => (naming === 'snake' ? snake(name) : name)
  const written = (name: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each) => written('', each))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([inner, each]) => [named(inner), written(inner, each)]))
    return decimals === 'number' && typeof value === 'string' && decimalNames.test(name) && decimalText.test(value) ? Number(value) : value
  }
  const body: Record<string, unknown> = {}
  const wanted = isPartial && changed !== null ? changed : Object.keys(data)
  for (const name of wanted) {
    if (ofOurs.has(name) || fields[name] === false || isUnknown(name, data[name])) continue
    put(body, fields[name] || named(name), data[name] === undefined ? null : written(name, data[name]))
  }
  if (erpId === null) put(body, referenceField ?? named('ourReference'), reference)
  return wrap === undefined ? body : { [wrap]: body }
}

/** Sets what lies at a path with dots. */
function put(body: Record<string, unknown>, path: string, value: unknown): void {
  const names = path.split('.')
  const last = names.pop() ?? path
  let holder = body
  for (const name of names) {
    const inner = holder[name]
    holder[name] = typeof inner === 'object' && inner !== null ? inner : {}
    holder = holder[name] as Record<string, unknown>
  }
  holder[last] = value
}
