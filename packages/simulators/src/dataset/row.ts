/** What every row has: a key, and the time of its last change (ISO, UTC, milliseconds). */
export interface Row {
  readonly id: string
  readonly updatedAt: string
}
