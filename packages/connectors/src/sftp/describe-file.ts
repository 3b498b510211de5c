import type { DescribedFile } from '@linkspan/core'
import iconv from 'iconv-lite'
import { columnsFor } from '../files/aliases.ts'
import { peek } from '../files/chunks.ts'
import { type Detected, detectFormat } from '../files/detect-format.ts'
import { markOf } from '../files/encoding.ts'
import { type FileFormat, readName } from '../files/format.ts'
import { unwrap } from '../files/unwrap.ts'
import { sampleLength } from './rows.ts'
import type { SftpContext } from './session.ts'
import type { FilesPlan, SftpSettings } from './settings.ts'
import { unwrappingFor } from './unwrapping.ts'

const mostColumns = 500

interface Looking {
  readonly name: string
  readonly plan: FilesPlan
  readonly context: SftpContext
  readonly bytes: AsyncIterable<Buffer>
  /** As the rows have them that were read. */
  readonly columns: readonly string[]
}

/** What the beginning of a file shows of how it is written, beside how it is read (ERP-FACTS 10.4). */
export async function describeFile({ name, plan, context, bytes, columns }: Looking): Promise<DescribedFile> {
  const { layers } = readName(name)
  const { head, all } = await peek(layers.length === 0 ? bytes : unwrap(bytes, layers, unwrappingFor(context)), sampleLength)
  await all.return(undefined)
  const detected = await detectFormat(head, name)
  const format = plan.format ?? detected.format
  return {
    name,
    format,
    isFormatGuessed: plan.format === undefined,
    hasByteOrderMark: markOf(head) !== null,
    columns: fieldsOf(plan, columns.slice(0, mostColumns)),
    decimal: detected.decimal,
    dateFormat: detected.dateFormat,
    advice: adviceOn(plan, detected, head),
    settings: { files: { ...context.settings.files, [plan.dataType]: fixed(context.settings, plan, format, detected) } },
  }
}

/** By the settings first, by the known names then. */
function fieldsOf({ dataType, fields = {}, id = [] }: FilesPlan, columns: readonly string[]): DescribedFile['columns'] {
  const ids = [id].flat()
  const free = columns.filter((column) => !Object.values(fields).includes(column))
  const taken = [...Object.entries(fields), ...Object.entries(columnsFor(dataType, free).fields)]
  return columns.map((name) => ({
    name,
    field: taken.find(([, column]) => column === name)?.[0] ?? (ids.includes(name) ? 'id' : null),
  }))
}

/** What every reader of dates understands needs no setting. */
const isPlainDate = (format: string): boolean => format === 'YYYY-MM-DD' || format === 'iso'

function adviceOn({ dataType, format, decimal, dateFormat }: FilesPlan, detected: Detected, head: Buffer): string[] {
  const place = `settings.files.${dataType}`
  const advice: string[] = []
  if (detected.decimal === ',' && decimal === '.')
    advice.push(`Numbers seem to have a decimal comma, and are read with a decimal point: set ${place}.decimal to ","`)
  if (detected.decimal === '.' && decimal === ',')
    advice.push(`Numbers seem to have a decimal point, and are read with a decimal comma: set ${place}.decimal to "."`)
  if (detected.decimal === 'unknown')
    advice.push(`These numbers can be read in two ways, as "1,234" can: ask the sender, and set ${place}.decimal; now it is "${decimal}"`)
  if (detected.dateFormat === 'unknown') {
    if (dateFormat === undefined)
      advice.push(`These dates can be read in two ways, as "01/02/2026" can: ask the sender, and set ${place}.dateFormat`)
  } else if (detected.dateFormat !== null && detected.dateFormat !== (dateFormat ?? detected.dateFormat))
    advice.push(`Dates seem to be written as ${detected.dateFormat}, and are read as ${dateFormat}: see ${place}.dateFormat`)
  else if (detected.dateFormat !== null && dateFormat === undefined && !isPlainDate(detected.dateFormat))
    advice.push(`Dates seem to be written as ${detected.dateFormat}: set ${place}.dateFormat to it`)
  for (const difference of differences(format, detected.format, head))
    advice.push(`${difference}, by the settings: see ${place}.format where the records look wrong`)
  return advice
}

type Options = Readonly<Record<string, unknown>>
const decode = (head: Buffer, encoding: string): string => (iconv.encodingExists(encoding) ? iconv.decode(head, encoding) : '')

/** Where the settings and the file itself say different things, and it matters. */
function differences(set: FileFormat | undefined, found: FileFormat, head: Buffer): string[] {
  if (set === undefined) return []
  if (set.kind !== found.kind) return [`The file looks like ${found.kind}, and is read as ${set.kind}`]
  const isSameText = 'encoding' in found && 'encoding' in set && decode(head, found.encoding) === decode(head, set.encoding)
  return ['encoding', 'delimiter', 'path']
    .map((name) => [name, (found as Options)[name], (set as Options)[name]] as const)
    .filter(([name, value, other]) => value !== other && !(name === 'encoding' && isSameText))
    .map(([name, value, other]) => `The ${name} seems to be ${JSON.stringify(value)}, and ${JSON.stringify(other)} is taken`)
}

/** The settings of the data type with all that is certain about its files. */
const fixed = ({ files }: SftpSettings, { dataType }: FilesPlan, format: FileFormat, { decimal, dateFormat }: Detected): object => ({
  ...files?.[dataType],
  format,
  ...(decimal !== 'unknown' && { decimal }),
  ...(dateFormat !== null && dateFormat !== 'unknown' && !isPlainDate(dateFormat) && { dateFormat }),
})
