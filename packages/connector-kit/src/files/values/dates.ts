import { operations, toInstant } from '@linkspan/core/connector'
import { ofExcelSerial } from './excel-serial.ts'

export interface DateStyle {
  /** "iso", "excel" for the days that a spreadsheet counts, or units as in "DD.MM.YYYY" or "dd.MM.yyyy HH:mm". */
  readonly format: string
  /** Where a time without a zone is meant, as in "Europe/Berlin". */
  readonly zone: string
}

const nullDays = new Set(['0001-01-01', '1900-01-01', '9999-12-31'])
const isoTime = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?$/
const maxKept = 10_000

/**
 * Makes a reader of dates: a day as `YYYY-MM-DD`, a time in UTC. It returns null for what stands for no date, such as `00000000` and
 * `9999-12-31` (docs/erp/sftp-files.md#dates), and undefined for what is no date. Throws a ZodError for an invalid format or zone.
 */
export function dateReader({ format, zone }: DateStyle): (text: string) => string | null | undefined {
  const units = format.replaceAll('Y', 'y').replaceAll('D', 'd')
  const inFormat = format === 'iso' || format === 'excel' ? null : operationOf(units, zone)
  const localTime = operationOf("yyyy-MM-dd'T'HH:mm:ss", zone)
  const ofIso = (text: string): string | undefined => {
    const local = isoTime.exec(text)
    if (local) return localTime(`${local[1]}T${local[2]}:${local[3] ?? '00'}`)
    const instant = toInstant(text)
    return text.length === 10 ? instant?.slice(0, 10) : (instant ?? undefined)
  }
  const ofExcel = (text: string): string | undefined => {
    const shown = /^\d{1,7}(?:[.,]\d+)?$/.test(text) ? ofExcelSerial(Number(text.replace(',', '.'))) : text
    return shown === undefined ? undefined : ofIso(shown)
  }
  const read = inFormat ?? (format === 'excel' ? ofExcel : ofIso)

  // The same few days come again and again, and reading one takes long.
  const known = new Map<string, string | null | undefined>()
  return (text) => {
    const trimmed = text.trim()
    if (known.has(trimmed)) return known.get(trimmed)
    if (known.size >= maxKept) known.clear()
    const date = /^[0\s./:T-]*$/.test(trimmed) ? null : read(trimmed)
    const result = date && nullDays.has(date.slice(0, 10)) ? null : date
    known.set(trimmed, result)
    return result
  }
}

function operationOf(format: string, zone: string): (text: string) => string | undefined {
  const operation = operations.date.make?.(operations.date.options.parse({ format, zone }))
  return (text) => {
    try {
      return operation?.(text, { fields: {}, raw: {} }) as string
    } catch (thrown) {
      if (thrown instanceof RangeError) return undefined
      throw thrown
    }
  }
}
