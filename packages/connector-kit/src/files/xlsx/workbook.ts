import { tooLarge, unreadable } from '../file-errors.ts'
import { bytesPerCharacter, type FileMemory } from '../file-memory.ts'
import type { ZipArchive } from '../unpack/zip-archive.ts'
import { readXmlEvents, type XmlHandlers } from '../xml/read-events.ts'

export type Attributes = Readonly<Record<string, string>>
export const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The parts of a workbook that the cells of a sheet refer to. */
export interface Workbook {
  /** The archive entry of the sheet. */
  readonly sheetEntry: string
  readonly from1904: boolean
  readonly strings: readonly string[]
  /** Whether each cell style shows a date. */
  readonly isDate: readonly boolean[]
  /** How many digits each cell style shows at least: 6 for the format `000000`, which keeps the leading zeros of a key. 0 for others. */
  readonly digits: readonly number[]
  /** How many fraction digits each cell style shows: 2 for `0.00`. 0 for others. */
  readonly fractionDigits: readonly number[]
}

/** The most characters that all shared texts may have together: they are kept in memory. */
const maxText = 100_000_000
/** What each text, sheet and style takes besides its characters. */
const bytesPerPart = 32

/** Reads what is needed to read a sheet. Throws `file.unreadable` if there is no such sheet, `file.too-large` for too much text. */
export async function openWorkbook(archive: ZipArchive, sheetName: string | undefined, memory: FileMemory): Promise<Workbook> {
  const parts = { archive, memory }
  const book = await readBook(parts)
  const sheet = sheetName === undefined ? book.sheets[0] : book.sheets.find(({ name }) => name === sheetName)
  if (!sheet) {
    const names = book.sheets.map(({ name }) => `"${name}"`).join(', ')
    throw unreadable(`The workbook has no sheet ${sheetName === undefined ? 'at all' : `"${sheetName}"; it has ${names || 'none'}`}`)
  }
  const target = (await readTargets(parts)).get(sheet.id) ?? ''
  const sheetEntry = target.startsWith('/') ? target.slice(1) : `xl/${target}`
  return { sheetEntry, from1904: book.from1904, strings: await readStrings(parts), ...(await readStyles(parts)) }
}

interface Parts {
  readonly archive: ZipArchive
  readonly memory: FileMemory
}

async function walk({ archive, memory }: Parts, entry: string, handlers: Partial<XmlHandlers>): Promise<void> {
  const all = { open() {}, text() {}, close() {}, ...handlers }
  for await (const _ of readXmlEvents(archive.read(entry), all)) await memory.hold()
}

async function readBook(parts: Parts) {
  const sheets: { readonly name: string; readonly id: string }[] = []
  let from1904 = false
  if (!parts.archive.names.includes('xl/workbook.xml')) throw unreadable('The file is not an Excel workbook (.xlsx)')
  await walk(parts, 'xl/workbook.xml', {
    open(tag, attributes) {
      if (local(tag) === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (local(tag) !== 'sheet') return
      const id = Object.entries(attributes).find(([name]) => /:id$/.test(name))?.[1]
      sheets.push({ name: attributes.name ?? '', id: id ?? '' })
      parts.memory.keep(bytesPerPart)
    },
  })
  return { sheets, from1904 }
}

async function readTargets(parts: Parts): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await walk(parts, 'xl/_rels/workbook.xml.rels', {
    open(tag, { Id, Target }) {
      if (local(tag) === 'Relationship' && Id && Target) targets.set(Id, Target)
      parts.memory.keep(bytesPerPart)
    },
  })
  return targets
}

async function readStrings(parts: Parts): Promise<string[]> {
  const strings: string[] = []
  if (!parts.archive.names.includes('xl/sharedStrings.xml')) return strings
  let [text, length, isText, isReading] = ['', 0, false, true]
  await walk(parts, 'xl/sharedStrings.xml', {
    open(tag) {
      const name = local(tag)
      if (name === 'si') text = ''
      if (name === 'rPh') isReading = false
      isText = name === 't' && isReading
    },
    text(piece) {
      if (!isText) return
      text += piece
      length += piece.length
      if (length > maxText) throw tooLarge(`The workbook has more than ${maxText} characters of text`)
    },
    close(tag) {
      const name = local(tag)
      if (name === 't') isText = false
      if (name === 'rPh') isReading = true
      if (name !== 'si') return
      strings.push(text)
      parts.memory.keep(bytesPerPart + text.length * bytesPerCharacter)
    },
  })
  return strings
}

async function readStyles(parts: Parts): Promise<Pick<Workbook, 'isDate' | 'digits' | 'fractionDigits'>> {
  const digits: number[] = []
  const fractionDigits: number[] = []
  const formats = new Map<string, string>()
  const isDate: boolean[] = []
  let isOfCells = false
  if (!parts.archive.names.includes('xl/styles.xml')) return { isDate, digits, fractionDigits }
  await walk(parts, 'xl/styles.xml', {
    open(tag, attributes) {
      const name = local(tag)
      parts.memory.keep(bytesPerPart)
      if (name === 'numFmt') formats.set(attributes.numFmtId ?? '', attributes.formatCode ?? '')
      if (name === 'cellXfs') isOfCells = true
      if (name !== 'xf' || !isOfCells) return
      isDate.push(showsDate(attributes.numFmtId ?? '0', formats))
      const id = attributes.numFmtId ?? ''
      const format = formats.get(id) ?? builtInFractions[id] ?? ''
      digits.push(/^(0{2,})(?:;.*)?$/.exec(format)?.[1]?.length ?? 0)
      fractionDigits.push(/^[#,0]*0\.(0+)(?:;.*)?$/.exec(format)?.[1]?.length ?? 0)
    },
    close(tag) {
      if (local(tag) === 'cellXfs') isOfCells = false
    },
  })
  return { isDate, digits, fractionDigits }
}

const builtInFractions: Readonly<Record<string, string>> = { '2': '0.00', '4': '#,##0.00' }

/** Whether a built-in number format of Excel shows a date or a time. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58)

function showsDate(id: string, formats: ReadonlyMap<string, string>): boolean {
  const code = formats.get(id)
  if (code === undefined) return builtIn(Number(id))
  if (/\[[hms]+\]/i.test(code)) return false
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, ''))
}
