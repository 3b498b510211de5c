import { AppError } from '@linkspan/core/connector'

export interface LegalEntity {
  readonly id: string
  readonly name: string | undefined
}

export const describeLegalEntity = ({ id, name }: LegalEntity): string => (name === undefined || name === id ? id : `${id} (${name})`)

/**
 * The legal entity of the settings, as the environment spells it; without one the only one. Throws `setup.settings-invalid` that names
 * those that there are. `known` is null if the environment does not list them: then the settings must name it.
 */
export function chooseLegalEntity(known: readonly LegalEntity[] | null, wanted: string | undefined): string {
  if (known === null || known.length === 0) {
    if (wanted !== undefined) return wanted
    throw new AppError('setup.settings-invalid', 'The environment does not list its legal entities: set settings.legalEntity, as in usmf')
  }
  const [only, ...others] = known
  if (wanted === undefined && only && others.length === 0) return only.id
  const found = known.find(({ id }) => id.toLowerCase() === wanted?.toLowerCase())
  if (found) return found.id
  const names = known.slice(0, 20).map(describeLegalEntity).join(', ')
  const problem = wanted === undefined ? `There are ${known.length} legal entities` : `There is no legal entity "${wanted}"`
  throw new AppError('setup.settings-invalid', `${problem}: set settings.legalEntity to one of ${names}${known.length > 20 ? ', …' : ''}`, {
    details: { legalEntities: known.map(({ id }) => id) },
  })
}
