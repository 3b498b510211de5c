import type { Row } from '../../dataset/row.ts'
import type { Table } from '../../dataset/table.ts'
import type { EdmValue } from './edm.ts'
import type { OrderNames } from './order-names.ts'

export interface Entity {
  /** The names of the set and of the type, for example `A_Product` and `A_ProductType`. */
  readonly set: string
  readonly type: string
  readonly keys: readonly string[]
  readonly fields: Readonly<Record<string, EdmValue>>
  readonly links: Readonly<Record<string, () => readonly Entity[]>>
}

/** An entity set of a service. */
export interface EntitySet {
  readonly name: string
  readonly table: Table<Row>
  /** The property that corresponds to the id of the rows, by which they are sorted. */
  readonly idField: string
  /** The property with the change time, if the set has one. */
  readonly changeField?: string
  toEntity(row: Row): Entity
  /** Guesses the id of the row with this key. */
  guessId?(key: string): string
  /** Properties that are copied from a field of the row: property → field. They can be looked up without reading all rows. */
  readonly indexed?: Readonly<Record<string, string>>
  /** Set if sales orders can be written to the set. */
  readonly orderNames?: OrderNames
}

/** The key predicate of an entity in URLs: `('TG11')` or `(Material='TG11',Plant='1010')`. */
export function keyPredicate({ keys, fields }: Entity): string {
  const quoted = (name: string): string => `'${encodeURIComponent(String(fields[name] ?? '')).replaceAll("'", "''")}'`
  return keys.length === 1 ? `(${quoted(keys[0]!)})` : `(${keys.map((name) => `${name}=${quoted(name)}`).join(',')})`
}

/** The entity with a key predicate, given without its parentheses; undefined if there is none. */
export function findByKey(set: EntitySet, predicate: string): Entity | undefined {
  const named = [...predicate.matchAll(/(?:^|,)\s*(?:(\w+)=)?'((?:[^']|'')*)'/g)]
  const wanted = named.map(([, name = set.idField, value = '']) => [name, value.replaceAll("''", "'")] as const)
  if (wanted.length === 0) return undefined
  const isWanted = (entity: Entity): boolean => wanted.every(([name, value]) => entity.fields[name] === value)

  const guessed = set.guessId && set.table.get(set.guessId(wanted[0]![1]))
  if (guessed && isWanted(set.toEntity(guessed))) return set.toEntity(guessed)
  for (const row of set.table) {
    const entity = set.toEntity(row)
    if (isWanted(entity)) return entity
  }
  return undefined
}
