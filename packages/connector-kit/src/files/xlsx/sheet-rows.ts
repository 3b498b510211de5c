import { toDecimal } from '@linkspan/core/connector'
import { tooLarge, unreadable } from '../file-errors.ts'
import { ofExcelSerial } from '../values/excel-serial.ts'
import type { XmlHandlers } from '../xml/read-events.ts'
import { type Attributes, local, type Workbook } from './workbook.ts'

export interface SheetRow {
  /** The row number that Excel shows. */
  readonly line: number
  readonly cells: readonly (string | boolean | null)[]
  /** The indexes of cells that are numbers with a decimal point. */
  readonly pointed: readonly number[]
  /** How a number is shown that has fewer fraction digits than its format, by index: 1.50. */
  readonly shown: ReadonlyMap<number, string>
  /** What is wrong with a cell, as a phrase that follows "Row 5"; null if nothing is. */
  readonly fault: string | null
}

/** The most columns that an Excel sheet can have. */
const maxColumns = 16_384
/** The longest row, in characters: each cell may repeat one long text of the workbook. */
const maxRowLength = 10_000_000

/** Turns the XML of a sheet into rows. Numbers become text of at most 15 digits, which is all that Excel stores; dates become ISO text. */
export class SheetRows implements XmlHandlers {
  private readonly book: Workbook
  private readonly take: (row: SheetRow) => void
  private line = 0
  private column = 0
  private cells: (string | boolean | null)[] = []
  private pointed: number[] = []
  private shown = new Map<number, string>()
  private fault: string | null = null
  private length = 0
  private attributes: Attributes = {}
  private value = ''
  private isValue = false
  private isPhonetic = false

  constructor(book: Workbook, take: (row: SheetRow) => void) {
    this.book = book
    this.take = take
  }

  open(tag: string, attributes: Attributes): void {
    const name = local(tag)
    if (name === 'row') {
      this.line = Number(attributes.r ?? this.line + 1)
      this.column = 0
      this.cells = []
      this.pointed = []
      this.shown = new Map()
      this.fault = null
      this.length = 0
    } else if (name === 'c') {
      this.attributes = attributes
      this.value = ''
      if (attributes.r) this.column = columnOf(attributes.r)
      if (!(this.column < maxColumns))
        throw unreadable(`Row ${this.line} has a cell beyond the last possible column ("${attributes.r?.slice(0, 20)}")`)
    } else if (name === 'rPh') this.isPhonetic = true
    this.isValue = (name === 'v' || name === 't') && !this.isPhonetic
  }

  text(text: string): void {
    if (!this.isValue) return
    this.value += text
    this.checkLength(this.length + this.value.length)
  }

  close(tag: string): void {
    const name = local(tag)
    this.isValue = false
    if (name === 'rPh') this.isPhonetic = false
    if (name === 'row') this.take({ line: this.line, cells: this.cells, pointed: this.pointed, shown: this.shown, fault: this.fault })
    if (name !== 'c') return
    while (this.cells.length < this.column) this.cells.push(null)
    const cell = this.read()
    this.length += typeof cell === 'string' ? cell.length : 0
    this.checkLength(this.length)
    this.cells[this.column] = cell
    this.column++
  }

  private checkLength(length: number): void {
    if (length > maxRowLength) throw tooLarge(`Row ${this.line} is longer than ${maxRowLength} characters`)
  }

  private read(): string | boolean | null {
    const { t: type = 'n', s: style = '0' } = this.attributes
    if (type === 's') return this.book.strings[Number(this.value)]?.normalize('NFC') ?? null
    if (type === 'str' || type === 'inlineStr' || type === 'd') return this.value.normalize('NFC')
    if (this.value === '') return null
    if (type === 'b') return this.value === '1' || this.value === 'true'
    if (type === 'e') {
      if (this.value !== '#N/A') this.fault ??= `has ${this.value.slice(0, 20)} instead of a value in cell ${this.attributes.r ?? ''}`
      return null
    }
    if (this.book.isDate[Number(style)]) return ofExcelSerial(Number(this.value), this.book.from1904) ?? this.value
    const number = toDecimal(Number(this.value)) ?? this.value
    if (number.includes('.')) {
      this.pointed.push(this.column)
      const fraction = number.length - number.indexOf('.') - 1
      const zeros = (this.book.fractionDigits[Number(style)] ?? 0) - fraction
      if (zeros > 0) this.shown.set(this.column, number + '0'.repeat(zeros))
    }
    return /^\d+$/.test(number) ? number.padStart(this.book.digits[Number(style)] ?? 0, '0') : number
  }
}

/** The column of a reference like "AB12", from 0. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'ZZZZ'
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
