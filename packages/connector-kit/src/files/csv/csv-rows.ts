import { truncated, unreadable } from '../file-errors.ts'
import type { Batches, Resume } from '../file-row.ts'
import type { CsvFormat } from '../format.ts'
import { columnsOf, faultOf, rowOf } from './csv-columns.ts'
import { headerIndex, maxHeaderRows } from './find-header.ts'

/** What csv-parse reports about a record. */
interface Context {
  readonly bytes: number
  readonly empty_lines: number
}

/** A record whose part is not known yet. */
interface Waiting {
  readonly cells: string[]
  readonly line: number
  readonly nextLine: number
  readonly bytes: number
}

/** A line that only separates others, as in the lists that SAP prints. */
const isRule = (cells: readonly string[]): boolean => cells.length === 1 && /^-{3,}$/.test(cells[0] ?? '')

const lineEnds = /\r\n|\n|\r/g

/** Turns the records of a CSV file into rows: handles the header, the trailer and blank lines. */
export class CsvRows {
  /** Whether the file has had a non-ASCII character so far. Only then do texts need Unicode normalisation. */
  mayHaveMarks = false
  /** The line on which the next row begins, at the earliest. */
  line: number
  private readonly format: CsvFormat
  private readonly batches: Batches
  private readonly offsetAt: (position: number) => number | null
  private number: number
  private emptyLines = 0
  private columns: readonly string[] | null
  private trailerLine: number | null = null
  /** The first records, of which one is the header. */
  private waiting: Waiting[] = []

  constructor(format: CsvFormat, resume: Resume | null, line: number, batches: Batches, offsetAt: (position: number) => number | null) {
    this.format = format
    this.batches = batches
    this.offsetAt = offsetAt
    this.line = resume?.line ?? line
    this.number = resume?.number ?? 0
    this.columns = resume?.columns ?? format.columns ?? null
    batches.columns = this.columns
  }

  take(cells: string[], { bytes, empty_lines: emptyLines }: Context): void {
    const line = this.line + emptyLines - this.emptyLines
    this.emptyLines = emptyLines
    this.line = line + 1
    let isBlank = true
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] as string
      if (cell === '') continue
      isBlank = false
      if (cell.includes('\n') || cell.includes('\r')) this.line += cell.match(lineEnds)?.length ?? 0
      if (this.mayHaveMarks) cells[at] = cell.normalize('NFC')
    }
    if (isBlank || isRule(cells)) return
    if (this.columns === null) this.begin({ cells, line, nextLine: this.line, bytes })
    else this.add({ cells, line, nextLine: this.line, bytes })
  }

  /** Holds the first records back until it is clear which of them is the header. */
  private begin(given: Waiting): void {
    this.waiting.push(given)
    if (this.waiting.length >= (this.format.skipLines === undefined ? maxHeaderRows : 1)) this.settleHeader()
  }

  /** Finds the header among the records so far, once there is enough to tell, or nothing more comes. */
  settleHeader(): void {
    const { waiting } = this
    this.waiting = []
    const [header, ...rows] = waiting.slice(headerIndex(waiting.map(({ cells }) => cells)))
    if (header === undefined) return
    this.columns = columnsOf(header.cells)
    this.batches.columns = this.columns
    for (const row of rows) this.add(row)
  }

  private add({ cells, line, nextLine, bytes }: Waiting): void {
    if (this.isHeader(cells) || this.isTrailer(cells, line)) return
    if (this.trailerLine !== null) throw unreadable(`Line ${line} has a row after the trailer on line ${this.trailerLine}`, { line })
    const columns = this.columns as readonly string[]
    if (this.format.shortRows === 'blank') while (cells.length < columns.length) cells.push('')
    const fault = faultOf(cells, columns)
    const row = fault === null ? rowOf(cells, columns) : {}
    this.number++
    this.batches.add({ row, fault, line, nextLine, number: this.number, offset: this.offsetAt(bytes) })
  }

  /** Throws `file.truncated` if the trailer is missing. */
  end(): void {
    this.settleHeader()
    if (this.format.trailer && this.trailerLine === null) {
      throw truncated(`The trailer row "${this.format.trailer.mark}" is missing at the end of the file`, { rows: this.number })
    }
  }

  private isHeader(cells: readonly string[]): boolean {
    if (this.columns === null || cells[0]?.trim() !== this.columns[0]) return false
    const names = columnsOf(cells)
    return names.length === this.columns.length && this.columns.every((name, at) => names[at] === name)
  }

  private isTrailer(cells: readonly string[], line: number): boolean {
    const { trailer } = this.format
    if (!trailer || cells[0] !== trailer.mark) return false
    const count = cells[trailer.countColumn - 1]?.trim() ?? ''
    if (!/^\d+$/.test(count) || Number(count) !== this.number) {
      throw truncated(`The trailer on line ${line} announces ${count || 'no number of'} rows, but the file has ${this.number}`, {
        line,
        rows: this.number,
      })
    }
    this.trailerLine = line
    return true
  }
}
