import { decimal } from './edm.ts'
import type { Entity } from './entity.ts'

/** Makes an entity invalid: every other entity loses its key, the rest get decimals of "abc". */
export function spoilEntity(entity: Entity, number: number): Entity {
  const fields = Object.entries(entity.fields)
  if (number % 2 === 0) return { ...entity, fields: Object.fromEntries(fields.filter(([name]) => name !== entity.keys[0])) }
  const spoiled = fields.map(
    ([name, value]) => [name, typeof value === 'object' && value?.edm === 'Decimal' ? decimal('abc') : value] as const,
  )
  return { ...entity, fields: Object.fromEntries(spoiled) }
}
