import { type DataTypeId, type Fields, isNoDate, toFlag, toInstant } from '@linkspan/core/connector'
import { isAbsent } from './dot-path.ts'
import { plainName } from './field-names.ts'

const list = (text: string): readonly string[] => text.split(' ').map(plainName)

/** Under these names a row says that it is not active, if they are true. */
const flagNames = list(
  'inactive isInactive blocked isBlocked discontinued isDiscontinued disabled isDisabled obsolete isObsolete archived isArchived deleted isDeleted lvorm gesperrt inaktiv terminated isTerminated',
)

/** Under these names a row says since when it is not active. */
const sinceNames = list('deletedAt deletedOn deletionDate archivedAt archivedOn')
const isSince: ReadonlySet<string> = new Set(sinceNames)

/** Under these names a product has a state in words. */
export const stateNames = list('status state itemStatus productStatus')
/** Under these names a row says that it is not active: that it is so, or since when. */
export const inactiveNames = [...flagNames, ...sinceNames]

const isTime = (value: unknown): boolean => !isNoDate(value) && toInstant(value) !== null

const inactiveStates = new Set(list('inactive blocked discontinued disabled obsolete archived deleted inaktiv gesperrt'))

/** Data types that have the field `active`. */
export const hasActive = (dataType: DataTypeId): boolean => dataType === 'products' || dataType === 'employees'

/** Whether a row says that its record is not active, whatever its field `active` says. `names` and `states` are those that the row has. */
export const isInactive = (row: Fields, names: readonly string[], states: readonly string[]): boolean =>
  names.some((name) => toFlag(row[name]) === true || (isSince.has(plainName(name)) && isTime(row[name]))) ||
  states.some((name) => !isAbsent(row[name]) && inactiveStates.has(plainName(String(row[name]))))
