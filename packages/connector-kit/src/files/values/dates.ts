import { isNoDate, operations, toInstant } from '@linkspan/core/connector'
import { ofExcelSerial } from './excel-serial.ts'

export interface DateStyle {
  /** "iso", "excel" for a spreadsheet's day numbers, or a pattern such as "DD.MM.YYYY" or "dd.MM.yyyy HH:mm". */
  readonly format: string
  /** The zone of times that name none, such as "Europe/Berlin". */
  readonly zone: string
}

const isoTime = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?$/
const maxCached = 10_000

/**
 * Creates a reader of dates. It returns a day as `YYYY-MM-DD`, a time in UTC, null for placeholders such as `00000000` and
 * `9999-12-31`, and undefined for text that is not a date (docs/erp/sftp-files.md#dates). Throws a ZodError for an invalid format or zone.
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

  // A file repeats the same few days, and parsing one is slow.
  const cache = new Map<string, string | null | undefined>()
  return (text) => {
    const trimmed = text.trim()
    if (cache.has(trimmed)) return cache.get(trimmed)
    if (cache.size >= maxCached) cache.clear()
    const date = trimmed === '' || isNoDate(trimmed) ? null : read(trimmed)
    const result = date && isNoDate(date) ? null : date
    cache.set(trimmed, result)
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
