import { DateTime } from 'luxon'
import { toInstant } from '../records/fields.ts'
import { withTime } from './operations.ts'

/** How long the finest unit of a format lasts, in milliseconds. */
function resolutionOf(units: string): number {
  if (/[Sux]/.test(units)) return 1
  if (/[sX]/.test(units)) return 1000
  return /m/.test(units) ? 60_000 : 3_600_000
}

/**
 * Writes a day or a moment in the format and zone in which a pull reads it. What the format has no unit for, such as the seconds, is cut
 * off. Throws a `RangeError` if a pull would, or could, read another day or moment, as in the hour that a zone has twice in autumn.
 */
export function invertDate(
  { format, zone }: { readonly format: string; readonly zone: string },
  forward: (text: unknown) => unknown,
): (value: string) => string {
  const units = format.replace(/'[^']*'/g, '')
  const hasTime = withTime.test(units)
  return (value) => {
    const instant = toInstant(value)
    if (instant === null) throw new RangeError('is not a date')
    const time = hasTime ? DateTime.fromISO(instant, { zone: 'utc' }).setZone(zone) : DateTime.fromISO(instant.slice(0, 10), { zone })
    if (hasTime && !/[ZzXx]/.test(units) && time.getPossibleOffsets().length > 1)
      throw new RangeError(`lies in the hour that ${zone} has twice, and its form in the ERP does not say in which of the two`)
    const text = time.toFormat(format, { locale: 'en' })
    const read = String(forward(text))
    const lost = Date.parse(instant) - Date.parse(read)
    const isRestored = hasTime ? lost >= 0 && lost < resolutionOf(units) : read === instant.slice(0, 10)
    if (!isRestored) throw new RangeError(`would be read back from the ERP as ${read}, because its form there is "${text}"`)
    return text
  }
}
