const dayMs = 86_400_000

/**
 * An Excel date as ISO text without a zone: a day, a day with a time, or a time alone; undefined if it is not a date. Days count from
 * 1899-12-30, or from 1904-01-01 in old Mac files. Excel's day 60, 29 February 1900, never existed (docs/erp/sftp-files.md#dates).
 */
export function ofExcelSerial(serial: number, from1904 = false): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return undefined
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  const time = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19)
  if (serial < 1 && !from1904) return serial === 0 ? undefined : time
  if (days === 60 && !from1904) return undefined
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const day = new Date(epoch + days * dayMs).toISOString().slice(0, 10)
  return time === '00:00:00' ? day : `${day}T${time}`
}
