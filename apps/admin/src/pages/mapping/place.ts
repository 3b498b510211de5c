/** Where somebody is in the mapping editor: which record of the sample, from 1. */
export interface Place {
  readonly record?: number
}

/** Reads the place from the search parameters of an address. What is wrong is left out. */
export const readPlace = ({ record }: Readonly<Record<string, unknown>>): Place =>
  typeof record === 'number' && Number.isInteger(record) && record > 1 ? { record } : {}
