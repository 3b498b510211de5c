import { dateReader } from '@linkspan/connector-kit/files/values/dates'
import { separatorsOf } from '@linkspan/connector-kit/files/values/separators'
import { parseNumber, textOf } from '@linkspan/connector-kit/files/values/values'
import {
  type Fields,
  isDayField,
  isDecimalField,
  isFields,
  isNoise,
  noDateRemark,
  noiseRemark,
  type Remark,
  type SourceRecord,
  toDecimal,
  unreadableValue,
  whyUnreadable,
} from '@linkspan/core/connector'
import type { FilesPlan } from '../settings.ts'
import { isDateField } from './date-fields.ts'
import { type FileReading, noEvidence } from './file-reading.ts'

type ReaderPlan = Pick<FilesPlan, 'dataType' | 'decimal' | 'dateFormat' | 'zone'>

/** The fields as they are read, and what was done to their values. */
export interface ReadValues {
  readonly fields: Fields
  readonly remarks: readonly Remark[]
}

/**
 * Converts numbers and dates as the settings say. A value that cannot be read stays unchanged, so that the schema rejects it; one that can
 * be read in two ways is marked as unreadable, with the evidence. Noise that is rounded away and values for "no date" are remarked on.
 */
export function createValueReader(plan: ReaderPlan) {
  const readNumber = createNumberReader(plan)
  const { dateFormat, zone = 'UTC' } = plan
  const isPlain = dateFormat === undefined && zone === 'UTC'
  const readTime = isPlain ? null : dateReader({ format: dateFormat ?? 'iso', zone })
  const readDay = isPlain ? null : dateReader({ format: dateFormat ?? 'iso', zone: 'UTC' })
  const readDate = (field: string, text: string): string | null | undefined => {
    if (!isDayField(field)) return readTime?.(text)
    if (/^\d{4}-\d{2}-\d{2}[T ]/.test(text)) return undefined // the schema takes the day as it is written
    const day = readDay?.(text)
    return day ? day.slice(0, 10) : day
  }
  const readOne = (field: string, path: string, value: unknown, reading: FileReading, remarks: Remark[]): unknown => {
    if (typeof value === 'number' && reading.hasNumbers) return String(value)
    if (typeof value !== 'string') return value
    const text = textOf(value)
    if (text === null) return undefined
    if (isDecimalField(field)) {
      const number = readNumber(text, reading)
      if (typeof number === 'string' && isNoise(text.replace(',', '.'))) remarks.push(noiseRemark(path, text))
      return number ?? value
    }
    if (isPlain || !isDateField(field)) return value
    const read = readDate(field, text)
    if (read === null) remarks.push(noDateRemark(path, text))
    return read === null ? undefined : (read ?? value)
  }
  const read = (fields: Fields, reading: FileReading, remarks: Remark[], prefix = ''): Fields => {
    const values: Record<string, unknown> = {}
    for (const field in fields) {
      if (field === '__proto__') continue // no field of ours, and assigning it would be something else
      const value = fields[field]
      const path = prefix + field
      if (Array.isArray(value)) values[field] = value.map((each) => (isFields(each) ? read(each, reading, remarks, `${path}[].`) : each))
      else if (!isFields(value) || whyUnreadable(value) !== null) values[field] = readOne(field, path, value, reading, remarks)
      else values[field] = read(value, reading, remarks, `${path}.`)
    }
    return values
  }
  return (given: Fields, reading: FileReading): ReadValues => {
    const remarks: Remark[] = []
    return { fields: read(given, reading, remarks), remarks }
  }
}

/**
 * Returns what reads the values that the customer's mapping takes from rows, as the settings say how values are written. A number that is
 * none without a setting is marked as unreadable, with the setting that helps. `pointed` are the columns whose numbers have a decimal
 * point whatever the settings say.
 */
export function createMappedReader(plan: ReaderPlan) {
  const read = createValueReader(plan)
  const isDoubtful = (value: string) => plan.decimal !== undefined || toDecimal(value) === null
  return (pointed: readonly string[]): NonNullable<SourceRecord['readMapped']> =>
    (field, value, column) => {
      if (typeof value !== 'string') return value
      const isRead = isDecimalField(field) ? isDoubtful(value) && !pointed.includes(column) : isDateField(field)
      return isRead ? read({ [field]: value }, noEvidence).fields[field] : value
    }
}

/** Reads a number by the setting; without one only what is certain. Undefined if it is no number. */
function createNumberReader({ dataType, decimal }: ReaderPlan) {
  const setting = `settings.files.${dataType}.decimal`
  return (text: string, { decimal: shown, isMarkup }: FileReading): unknown => {
    if (decimal !== undefined) return parseNumber(text, { decimal })
    const isCertainPoint = isMarkup && (shown === null || shown === '.')
    const allowed = separatorsOf(text, isCertainPoint)
    if (allowed.length === 1 && allowed[0] === ',')
      return unreadableValue(`"${text}" has a decimal comma: set ${setting} to "," if all numbers of these files have one`, text)
    if (allowed.length > 1 && shown !== '.') return unreadableValue(doubtAbout(text, shown, setting), text)
    return parseNumber(text, { decimal: '.' })
  }
}

function doubtAbout(text: string, shown: FileReading['decimal'], setting: string): string {
  const readings = (['.', ','] as const).map((decimal) => parseNumber(text, { decimal }) ?? '?').join(' or ')
  const evidence = {
    ',': 'other numbers of the file have a decimal comma',
    unknown: 'the numbers of the file do not settle it',
    none: 'no other number at the beginning of the file settles it',
  }[shown === null || shown === '.' ? 'none' : shown]
  return `"${text}" can be read in two ways, as ${readings}, and ${evidence}: set ${setting}`
}
