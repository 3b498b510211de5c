import { AppError } from '@linkspan/core/connector'

/** A record that a setting names, as a subsidiary. */
export interface Named {
  readonly id: string
  readonly name: string
}

const fold = (text: string): string => text.trim().toLowerCase()

/** The subsidiary of the settings, by id or name. Throws `setup.settings-invalid` that names those that there are. */
export function chooseSubsidiary(subsidiaries: readonly Named[], wanted: string): Named {
  const same = subsidiaries.filter(
    ({ id, name }) => id === wanted || fold(name) === fold(wanted) || fold(name).endsWith(`: ${fold(wanted)}`),
  )
  const [found] = same
  if (found && same.length === 1) return found
  if (subsidiaries.length === 0 && /^\d+$/.test(wanted)) return { id: wanted, name: wanted }
  const there = subsidiaries.length === 0 ? 'NetSuite shows none' : `set settings.subsidiary to one of ${listOf(subsidiaries)}`
  throw new AppError('setup.settings-invalid', `There is no subsidiary "${wanted}": ${there}`, { details: { subsidiaries } })
}

export const listOf = (all: readonly Named[]): string => all.map(({ id, name }) => `"${name}" (${id})`).join(', ')
