import type { FieldSource } from '@linkspan/core/connector'
import { personSources } from './persons.ts'
import { userSources } from './users.ts'

/** Where fields come from: in `User`, and in Employee Central if that is read. */
export const employeeSources: readonly FieldSource[] = [...new Set([...userSources, ...personSources].map(({ field }) => field))].map(
  (field) => {
    const [user, person] = [userSources, personSources].map((sources) => sources.find((each) => each.field === field))
    const notes = [user?.note, person?.note && `Employee Central: ${person.note}`].filter(Boolean)
    return {
      field,
      sources: [...new Set([...(user?.sources ?? []), ...(person?.sources ?? [])])],
      ...(notes.length > 0 && { note: notes.join('; ') }),
    }
  },
)
