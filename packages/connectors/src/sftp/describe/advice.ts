import { type Evidence, type Guess, isPlainDate } from '@linkspan/connector-kit/files/detect/detect-values'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import type { FileFormat } from '@linkspan/connector-kit/files/format'
import iconv from 'iconv-lite'
import type { FilesPlan } from '../settings.ts'

/** What the content of a file suggests, whatever the settings say. */
interface DetectedContent {
  readonly format: FileFormat
  readonly decimal: Guess<'.' | ','>
  readonly dates: Guess<string>
  readonly head: Buffer
  readonly rows: readonly FileRow[]
  /** That none of the columns is known; null if one is. */
  readonly unknownColumns: string | null
  /** That times name no zone; null if they do, or if there are none. */
  readonly zoneDoubt: string | null
}

/** What a person should do so that the file is read as it was meant. Empty if the settings fit the content. */
export function adviceOn(plan: FilesPlan, { format, decimal, dates, head, rows, unknownColumns, zoneDoubt }: DetectedContent): string[] {
  const place = `settings.files.${plan.dataType}`
  const advice = [
    ...onDecimal(plan.decimal ?? '.', decimal, `${place}.decimal`),
    ...onDates(plan.dateFormat, dates, `${place}.dateFormat`),
    ...differences(plan.format, format, head).map(
      (difference) => `${difference} by the settings: check ${place}.format if the records look wrong`,
    ),
    ...(zoneDoubt === null ? [] : [zoneDoubt]),
    ...onRows(rows),
  ]
  return advice.length === 0 && unknownColumns !== null ? [unknownColumns] : advice
}

const maxCellLength = 40
const shown = ({ cell, column }: Evidence): string => `"${cell.trim().slice(0, maxCellLength)}" in column ${column}`

const separatorNames = { '.': 'decimal point', ',': 'decimal comma' }

function onDecimal(set: '.' | ',', { value, evidence }: Guess<'.' | ','>, place: string): string[] {
  if (value === null || value === set) return []
  const findEvidence = (separator: string) => evidence.find(({ says }) => says.join() === separator)
  const [comma, point, either] = [findEvidence(','), findEvidence('.'), evidence.find(({ says }) => says.length > 1)]
  if (value !== 'unknown') {
    const cell = value === ',' ? comma : point
    const example = cell ? `, for example ${shown(cell)}` : ''
    return [
      `Numbers seem to have a ${separatorNames[value]}${example}, but are read with a ${separatorNames[set]}: set ${place} to "${value}"`,
    ]
  }
  if (comma && point)
    return [
      `Numbers contradict each other: ${shown(comma)} has a decimal comma, ${shown(point)} a decimal point. Ask the sender; ${place} is "${set}"`,
    ]
  return either
    ? [`Numbers can be read in two ways, for example ${shown(either)}: ask the sender and set ${place}, which is "${set}" now`]
    : []
}

function onDates(set: string | undefined, { value, evidence }: Guess<string>, place: string): string[] {
  if (value === null || isPlainDate(value) || value === set) return []
  const special = evidence.filter(({ says }) => !says.every(isPlainDate))
  const first = special.find(({ says }) => says.length === 1) ?? special[0]
  if (first === undefined) return []
  if (value !== 'unknown') {
    const seem = `Dates seem to have the format ${value}, for example ${shown(first)}`
    return [set === undefined ? `${seem}: set ${place} to it` : `${seem}, but are read as ${set}: check ${place}`]
  }
  if (set !== undefined) {
    const other = special.find(({ says }) => !says.includes(set))
    return other ? [`Dates such as ${shown(other)} do not have the format ${set} that ${place} names: ask the sender`] : []
  }
  const other = special.find(({ says }) => !says.some((format) => first.says.includes(format)))
  if (other) return [`Dates have several formats, ${shown(first)} and ${shown(other)}: ask the sender to use one, and set ${place}`]
  return [`Dates can be read in several ways, ${shown(first)} as ${first.says.join(' or ')}: ask the sender and set ${place}`]
}

type Options = Readonly<Record<string, unknown>>
const decode = (head: Buffer, encoding: string): string => (iconv.encodingExists(encoding) ? iconv.decode(head, encoding) : '')

/** Differences between the settings and the content that change how the file is read. */
function differences(set: FileFormat | undefined, found: FileFormat, head: Buffer): string[] {
  if (set === undefined) return []
  if (set.kind !== found.kind) return [`The file looks like ${found.kind}, but is read as ${set.kind}`]
  const isSameText = 'encoding' in found && 'encoding' in set && decode(head, found.encoding) === decode(head, set.encoding)
  return ['encoding', 'delimiter', 'path']
    .map((name) => [name, (found as Options)[name], (set as Options)[name]] as const)
    .filter(([name, value, other]) => value !== other && !(name === 'encoding' && (isSameText || other === 'auto')))
    .map(([name, value, other]) => `The ${name} seems to be ${JSON.stringify(value)}, but ${JSON.stringify(other)} is used`)
}

function onRows(rows: readonly FileRow[]): string[] {
  const faulty = rows.filter(({ fault }) => fault !== null)
  const [first] = faulty
  return first ? [`${faulty.length} of the first ${rows.length} rows cannot be read: row ${first.number} ${first.fault}`] : []
}
