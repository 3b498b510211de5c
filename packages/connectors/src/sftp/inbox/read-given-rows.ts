import { sampleOf } from '@linkspan/connector-kit/files/detect/sample-rows'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import { type FileFormat, FileFormat as Format } from '@linkspan/connector-kit/files/format'
import { isFields, type SourceRecord } from '@linkspan/core/connector'
import type { FilesPlan } from '../settings.ts'
import { readingOf } from './file-reading.ts'
import type { createRowMapper } from './to-records.ts'

/** Rows that were read before, in a file whose format is not known any more: it is read as text in cells. */
const unknownFormat: FileFormat = Format.parse({ kind: 'csv' })

/** The record of each row that somebody has of a file, without the file. */
export function readGivenRows(
  given: readonly unknown[],
  plan: FilesPlan,
  { toRecords }: ReturnType<typeof createRowMapper>,
): readonly SourceRecord[] {
  const rows = given.map((row, at): FileRow => {
    const place = { line: at + 1, nextLine: at + 2, number: at + 1, offset: null }
    return isFields(row) ? { ...place, row, fault: null } : { ...place, row: {}, fault: 'is no row of a file' }
  })
  const reading = readingOf(plan, plan.format ?? unknownFormat, sampleOf(rows))
  const { records } = toRecords(rows, reading)
  const isEachOne = records.length === rows.length
  return (isEachOne ? records : rows.flatMap((row) => toRecords([row], reading).records)).map((record, at) => ({
    ...record,
    raw: given[at],
  }))
}
