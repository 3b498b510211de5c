/** A number with what it counts: 1 record, 2 records. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
