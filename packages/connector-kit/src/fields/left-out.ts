import { type Fields, isFields, type Remark } from '@linkspan/core/connector'
import { isAbsent } from './dot-path.ts'
import { lineAliases, plainName } from './field-names.ts'
import type { RowPlan } from './row-plan.ts'

const maxValueLength = 200

interface Made {
  readonly plan: RowPlan
  /** The record that was made of the row. */
  readonly fields: Fields
  /** Canonical fields with a path of their own. */
  readonly configured: Fields
  /** It is a document for which no lines were found. */
  readonly lacksLines: boolean
}

/** What the record that was made of a row has not: objects in place of plain values, and lists of objects that no field took. */
export function leftOut(row: Fields, { plan, fields, configured, lacksLines }: Made): readonly Remark[] {
  const objects = objectsIn(row)
  if (objects.length === 0) return []
  const inPlace = plan.fields.flatMap(([field, names]) => {
    const name = isAbsent(fields[field]) && !Object.hasOwn(configured, field) ? names.find((each) => objects.includes(each)) : undefined
    return name === undefined ? [] : [inPlaceOf(field, name, row[name])]
  })
  const known = new Set(plan.fields.flatMap(([, names]) => names))
  const paths = Object.values(configured).map(String)
  const lists = objects.filter((name) => !known.has(name) && !paths.some((path) => path.startsWith(name)) && isUntaken(row[name], fields))
  return [...inPlace, ...lists.map((name) => notTaken(name, row[name], !lacksLines)), ...inLines(fields.lines)]
}

/** The names of the lists and objects that are not empty: mostly there are none. */
function objectsIn(row: Fields): readonly string[] {
  const objects: string[] = []
  for (const name in row) if (typeof row[name] === 'object' && isSomething(row[name])) objects.push(name)
  return objects
}

const isSomething = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : isFields(value) && Object.keys(value).length > 0

/** Whether a value is a list of objects that are not the record's lines. */
const isUntaken = (value: unknown, { lines }: Fields): boolean =>
  Array.isArray(value) && value.every(isFields) && !(Array.isArray(lines) && lines.length === value.length)

const inPlaceOf = (path: string, name: string, value: unknown): Remark => ({
  path,
  message: `"${name}" is ${Array.isArray(value) ? 'a list' : 'an object'}, so it was left out: a field mapping can say which part of it is meant`,
  value: excerpt(value),
})

const notTaken = (name: string, value: unknown, isHarmless: boolean): Remark => ({
  path: name,
  message: 'no field took this list of objects',
  value: excerpt(value),
  isHarmless,
})

/** The same for the lines of a document. */
function inLines(lines: unknown): readonly Remark[] {
  if (!Array.isArray(lines)) return []
  return lines.flatMap((line) => {
    const objects = isFields(line) ? objectsIn(line) : []
    if (objects.length === 0) return []
    return Object.entries(lineAliases).flatMap(([field, names]) => {
      const name = isAbsent(line[field]) ? objects.find((each) => names.includes(plainName(each))) : undefined
      return name === undefined ? [] : [inPlaceOf(`lines[].${field}`, name, line[name])]
    })
  })
}

function excerpt(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > maxValueLength ? `${text.slice(0, maxValueLength)}…` : text
}
