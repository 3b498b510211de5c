/** What every row has: an id, and the time of its last change (ISO 8601, UTC, with milliseconds). */
export interface Row {
  readonly id: string
  readonly updatedAt: string
}

/** The two orders in which rows can be read: by id, or by change time and then by id. */
export type RowOrder = 'id' | 'time'
