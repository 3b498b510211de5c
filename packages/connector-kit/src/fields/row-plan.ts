import { canonicalFields, type DataTypeId, type Fields } from '@linkspan/core/connector'
import { isAbsent } from './dot-path.ts'
import { aliases, changeTimeNames, idNames, naturalKeyOf, plainName } from './field-names.ts'
import { hasActive, inactiveNames, stateNames } from './inactive.ts'

/** What the names of a row mean: worked out once for all rows that have the same names. */
export interface RowPlan {
  /** For each canonical field the names in the row that may hold it, best first. */
  readonly fields: readonly (readonly [field: string, names: readonly string[]])[]
  readonly id: readonly string[]
  readonly changedAt: readonly string[]
  /** The names that may hold the field `active`. */
  readonly active: readonly string[]
  /** The names that say that a record is not active, and those of a product's state. */
  readonly inactive: readonly string[]
  readonly states: readonly string[]
  /** Whether there is a field, be it filled or not, for what identifies such records to people. */
  readonly numbered: boolean
  /** Whether there is one for a name. */
  readonly titled: boolean
}

/** Rows of one ERP have few sets of names; one that has another for each row does not fill the memory. */
const maxPlans = 1000
const plans = new Map<string, RowPlan>()

/** What was asked for last: the next row mostly has the same names. */
let latest: { readonly dataType: DataTypeId; readonly names: readonly string[]; readonly plan: RowPlan } | null = null

export function planOf(row: Fields, dataType: DataTypeId): RowPlan {
  if (latest?.dataType === dataType && hasNames(row, latest.names)) return latest.plan
  const names = Object.keys(row)
  const plan = keptPlan(names, dataType)
  latest = { dataType, names, plan }
  return plan
}

/** Whether these are all its names, in this order. */
function hasNames(row: Fields, names: readonly string[]): boolean {
  let at = 0
  for (const name in row) if (name !== names[at++]) return false
  return at === names.length
}

function keptPlan(names: readonly string[], dataType: DataTypeId): RowPlan {
  const key = `${dataType}\n${names.join('\n')}`
  const known = plans.get(key)
  if (known) return known
  if (plans.size >= maxPlans) plans.clear()
  const made = makePlan(names, dataType)
  plans.set(key, made)
  return made
}

function makePlan(names: readonly string[], dataType: DataTypeId): RowPlan {
  const byPlainName = groupByPlainName(names)
  const heldBy = (plainNames: readonly string[]) => [...new Set(plainNames)].flatMap((name) => byPlainName.get(name) ?? [])
  const fields = canonicalFields[dataType].map((field) => [field, heldBy([plainName(field), ...(aliases[dataType][field] ?? [])])] as const)
  const namesOf = (wanted: string) => fields.find(([field]) => field === wanted)?.[1] ?? []
  return {
    fields: fields.filter(([, held]) => held.length > 0),
    id: heldBy(idNames),
    changedAt: heldBy(changeTimeNames),
    active: namesOf('active'),
    inactive: hasActive(dataType) ? heldBy(inactiveNames) : [],
    states: dataType === 'products' ? heldBy(stateNames) : [],
    numbered: namesOf(naturalKeyOf(dataType)).length > 0,
    titled: namesOf('name').length > 0,
  }
}

function groupByPlainName(names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const name of names) groups.set(plainName(name), [...(groups.get(plainName(name)) ?? []), name])
  return groups
}

/** The first of the values that says something and is, or is not, a list or an object. */
export function firstOf(row: Fields, names: readonly string[], isStructured = false): unknown {
  for (const name of names) {
    const value = row[name]
    if (!isAbsent(value) && (typeof value === 'object') === isStructured) return value
  }
  return undefined
}
