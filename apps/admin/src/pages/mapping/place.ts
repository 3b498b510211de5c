import type { RejectedRows } from '../../api/mapping-sample.ts'

/** Where somebody is in the mapping editor: which record of the sample, from 1, and of which rejected rows the sample is made. */
export interface Place extends Partial<RejectedRows> {
  readonly record?: number
}

/** Reads the place from the search parameters of an address. What is wrong is left out. */
export const readPlace = ({ record, rejects, path, reason }: Readonly<Record<string, unknown>>): Place => ({
  ...(typeof record === 'number' && Number.isInteger(record) && record > 1 && { record }),
  ...(typeof rejects === 'string' && {
    rejects,
    ...(typeof path === 'string' && { path }),
    ...(typeof reason === 'string' && { reason }),
  }),
})

/** Which rejected rows the sample is made of; undefined if it is made of the first rows of the ERP. */
export const rejectedRowsAt = ({ rejects, path, reason }: Place): RejectedRows | undefined =>
  rejects === undefined ? undefined : { rejects, ...(path !== undefined && { path }), ...(reason !== undefined && { reason }) }
