import { isAbsent, valueAt } from '@linkspan/connector-kit/fields/dot-path'
import { plainName } from '@linkspan/connector-kit/fields/field-names'
import { isFields } from '@linkspan/core/connector'
import { referenceFieldOf } from './outgoing.ts'
import type { RestPush, RestResource } from './settings.ts'

interface Reading {
  readonly push: RestPush
  readonly resource: RestResource
}

/** The reference in a row: at its path, under its name in any spelling, or where the settings read it. Null if there is no place for one. */
export function referenceIn(row: unknown, { push, resource }: Reading): string | null {
  const field = referenceFieldOf(push)
  const spellings = isFields(row) ? Object.keys(row).filter((name) => plainName(name) === plainName(field)) : []
  const configured = resource.fields?.ourReference
  const paths = [field, ...spellings, ...(configured === undefined ? [] : [configured])]
  const values = paths.map((path) => valueAt(row, path)).filter((value) => value !== undefined)
  return values.length === 0 ? null : String(values.find((value) => !isAbsent(value)) ?? '').trim()
}
