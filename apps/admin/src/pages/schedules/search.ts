export interface SchedulesSearch {
  /** A day, 2026-11-23; today if it is absent. */
  readonly day?: string | undefined
  readonly connection?: string | undefined
  readonly view?: 'table' | undefined
  /** How many portions of schedules are shown. */
  readonly more?: number | undefined
}

/** Reads the search parameters of an address. What is unknown is left out. */
export function readSchedulesSearch({ day, connection, view, more }: Readonly<Record<string, unknown>>): SchedulesSearch {
  return {
    ...(typeof day === 'string' && { day }),
    ...(typeof connection === 'string' && { connection }),
    ...(view === 'table' && { view }),
    ...(typeof more === 'number' && Number.isInteger(more) && more > 1 && { more }),
  }
}
