import type { Row, Table } from '../../dataset/table.ts'
import type { EdmValue } from './edm.ts'
import type { OrderNames } from './order-names.ts'

export interface Entity {
  /** The name of the set and of the type, as in `A_Product` and `A_ProductType`. */
  readonly set: string
  readonly type: string
  readonly keys: readonly string[]
  readonly fields: Readonly<Record<string, EdmValue>>
  readonly links: Readonly<Record<string, () => readonly Entity[]>>
}

/** A collection that a service offers at its root. */
export interface EntitySet {
  readonly name: string
  readonly table: Table<Row>
  /** The property by which the rows' own order goes. */
  readonly idField: string
  /** The property with the change time, if there is one. */
  readonly changeField?: string
  toEntity(row: Row): Entity
  /** The row's id when the key follows the usual form. */
  guessId?(key: string): string
  /** The fields of the rows in which some text properties stand as they are, for look-ups that need not read all rows. */
  readonly indexed?: Readonly<Record<string, string>>
  /** Set where sales orders can be written. */
  readonly orderNames?: OrderNames
}

/** The part of the URL that names one entity: `('TG11')` or `(Material='TG11',Plant='1010')`. */
export function keyPredicate({ keys, fields }: Entity): string {
  const quoted = (name: string): string => `'${encodeURIComponent(String(fields[name] ?? '')).replaceAll("'", "''")}'`
  return keys.length === 1 ? `(${quoted(keys[0]!)})` : `(${keys.map((name) => `${name}=${quoted(name)}`).join(',')})`
}

/** The entity that a key predicate (without its parentheses) names, if there is one. */
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
