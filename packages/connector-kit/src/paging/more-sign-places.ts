import { isFields } from '@linkspan/core/connector'
import { plainName } from '../fields/field-names.ts'

/** An object of an answer that may speak of further pages. */
export interface Place {
  /** Its path in the answer, in the answer's own spelling; '' for the answer itself. */
  readonly path: string
  /** Its fields by their plain names. */
  readonly fields: ReadonlyMap<string, { readonly name: string; readonly value: unknown }>
}

const list = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const holders = list('meta metadata paging pagination page pageinfo cursor cursors links response result data d info next responsemetadata')
/** Within a holder. */
const innerHolders = list('pagination page paging pageinfo cursor cursors links next')

const toPlace = (path: string, fields: Readonly<Record<string, unknown>>): Place => ({
  path,
  fields: new Map(Object.entries(fields).map(([name, value]) => [plainName(name), { name, value }])),
})

function below({ path, fields }: Place, wanted: ReadonlySet<string>): Place[] {
  return [...fields].flatMap(([plain, { name, value }]) =>
    wanted.has(plain) && isFields(value) ? [toPlace(path === '' ? name : `${path}.${name}`, value)] : [],
  )
}

/** The answer itself, the objects in it that envelopes have for paging, and those within these. */
export function placesIn(body: unknown): Place[] {
  if (!isFields(body)) return []
  const outer = toPlace('', body)
  const inner = below(outer, holders)
  return [outer, ...inner, ...inner.flatMap((place) => below(place, innerHolders))]
}
