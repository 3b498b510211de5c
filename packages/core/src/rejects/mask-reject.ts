import { mask } from '../connections/sealing.ts'
import { isFields } from '../kernel/is-fields.ts'
import { type DataTypeId, dataTypes } from '../records/data-types.ts'
import type { FoundInRow } from '../records/found-in-row.ts'
import type { Reject } from '../records/reject.ts'

/** The reject for those who may not see values of persons: fields keep their names, values are masked, also if the reason repeats them. */
export function maskReject<Shown extends Pick<Reject, 'errors' | 'raw' | 'found'>>(reject: Shown, dataType: DataTypeId): Shown {
  if (!dataTypes[dataType].isPersonal) return reject
  return {
    ...reject,
    errors: reject.errors.map(({ path, message, value }) => ({ path, message: withoutValue(message, value), value: maskAll(value) })),
    ...(reject.raw !== undefined && { raw: maskAll(reject.raw) }),
    ...(reject.found && { found: maskFound(reject.found) }),
  }
}

const maskFound = ({ id, fields, changedAt, rejection }: FoundInRow): FoundInRow => ({
  id,
  fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, maskAll(value)])),
  changedAt,
  ...(rejection && { rejection: { path: rejection.path, message: mask } }),
})

function withoutValue(message: string, value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text === undefined || text.length < 3 || text === 'null' ? message : message.replaceAll(text, mask)
}

/** An empty value stays: that it is empty is the fault, and tells nothing about the person. */
function maskAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskAll)
  if (isFields(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskAll(inner)]))
  return value === null || value === undefined || value === '' ? value : mask
}
