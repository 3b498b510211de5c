import { tooLarge, truncated, unreadable } from '../file-errors.ts'

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a]
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d]
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
const maxDepth = 200
const maxKeyLength = 10_000

/**
 * Finds the elements of one list in a JSON document, chunk by chunk, without parsing them. The rest of the document is scanned only as
 * far as is needed to find the list.
 */
export class JsonElements {
  /** Whether the whole list was found, including its end. */
  isComplete = false
  private readonly path: readonly string[]
  private readonly maxElementLength: number
  /** For each open container: the key that is being read in an object, null in a list. */
  private readonly open: (string | null)[] = []
  private listDepth = 0
  private isInString = false
  private isEscaped = false
  private hasBegun = false
  private isAfterKey = false
  /** The bytes of the current string outside the list, which may be a key. */
  private key: number[] = []
  private pieces: Buffer[] = []
  private length = 0
  private isInElement = false

  constructor(path: string, maxElementLength: number) {
    this.path = path === '' ? [] : path.split('.')
    this.maxElementLength = maxElementLength
  }

  /** Yields the texts of the elements that end within this chunk. */
  *feed(chunk: Buffer): Generator<string> {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] as number
      if (this.isInString) {
        this.inString(byte)
        continue
      }
      if (isSpace(byte)) continue
      if (this.listDepth > 0 && this.open.length === this.listDepth && (byte === comma || byte === closeBracket)) {
        if (this.isInElement) yield this.element(chunk.subarray(from, at))
        else if (byte === comma || this.isAfterKey) throw unreadable('The list of rows has an extra comma')
        this.isAfterKey = byte === comma
        if (byte === closeBracket) this.close()
        continue
      }
      if (this.listDepth > 0 && !this.isInElement) {
        this.isInElement = true
        this.isAfterKey = false
        from = at
      }
      this.outside(byte)
    }
    if (this.isInElement) this.keep(chunk.subarray(from))
  }

  /** Throws `file.truncated` or `file.unreadable` if the document or the list is incomplete. */
  end(): void {
    if (!this.hasBegun) throw truncated('The file is empty')
    if (this.open.length > 0) throw truncated('The file ends in the middle of the JSON')
    if (!this.isComplete) throw this.noList()
  }

  private inString(byte: number): void {
    if (this.isEscaped) this.isEscaped = false
    else if (byte === backslash) this.isEscaped = true
    else if (byte === quote) this.isInString = false
    if (this.isInString && this.listDepth === 0 && this.key.length < maxKeyLength) this.key.push(byte)
  }

  private outside(byte: number): void {
    if (this.open.length === 0) {
      if (this.hasBegun || (byte !== openBrace && byte !== openBracket)) throw unreadable('The file is not a single JSON list or object')
      this.hasBegun = true
    }
    if (byte === quote) {
      this.isInString = true
      this.key = []
    } else if (byte === colon && this.listDepth === 0) this.open[this.open.length - 1] = this.keyText()
    else if (byte === openBrace) this.push('')
    else if (byte === openBracket) {
      const isList = this.listDepth === 0 && !this.isComplete && this.isAtPath()
      this.push(null)
      if (isList) this.listDepth = this.open.length
    } else if (byte === closeBrace || byte === closeBracket) this.open.pop()
  }

  private push(key: string | null): void {
    if (this.open.length >= maxDepth) throw unreadable(`The JSON is nested deeper than ${maxDepth} levels`)
    this.open.push(key)
  }

  private isAtPath(): boolean {
    return this.open.length === this.path.length && this.path.every((name, at) => this.open[at] === name)
  }

  private close(): void {
    this.open.pop()
    this.listDepth = 0
    this.isComplete = true
    this.isAfterKey = false
  }

  private keyText(): string {
    try {
      return JSON.parse(`"${Buffer.from(this.key).toString()}"`)
    } catch {
      return ''
    }
  }

  private keep(piece: Buffer): void {
    this.pieces.push(piece)
    this.length += piece.length
    if (this.length > this.maxElementLength) throw tooLarge(`An element of the list is longer than ${this.maxElementLength} bytes`)
  }

  private element(last: Buffer): string {
    this.keep(last)
    const text = Buffer.concat(this.pieces).toString()
    this.pieces = []
    this.length = 0
    this.isInElement = false
    return text
  }

  private noList() {
    const problem = this.path.length === 0 ? 'The file is not a list' : `There is no list at "${this.path.join('.')}"`
    return unreadable(`${problem}. Set the path that leads to the rows, such as "data.items".`)
  }
}
