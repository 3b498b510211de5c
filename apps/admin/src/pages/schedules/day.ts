/** A day as an address names it, 2026-11-23, in the zone of this browser. */
export function dayName(at: Date): string {
  const [month, day] = [at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${at.getFullYear()}-${month}-${day}`
}

/** The day `by` days later, or earlier. */
export function shiftDay(day: string, by: number): string {
  const at = startOf(day)
  at.setDate(at.getDate() + by)
  return dayName(at)
}

export const startOf = (day: string): Date => new Date(`${day}T00:00:00`)

/** A day that exists; the fallback for any other text. */
export function readDay(text: unknown, fallback: string): string {
  const isDay = typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && dayName(startOf(text)) === text
  return isDay ? text : fallback
}

export interface DaySlot {
  readonly dueAt: string
}

/** The slots of a day by the hour of the clock at which they were due. */
export function byHour<Slot extends DaySlot>(slots: readonly Slot[]): readonly (readonly Slot[])[] {
  const hours: Slot[][] = Array.from({ length: 24 }, () => [])
  for (const slot of slots) hours[new Date(slot.dueAt).getHours()]?.push(slot)
  return hours
}
