/**
 * Translates positions in UTF-8 text into byte offsets of the file that it was decoded from. Keeps only text that is after the last
 * position asked for.
 */
export class OffsetCounter {
  private readonly lengthInFile: (text: string) => number
  private kept: Buffer[] = []
  /** Where the kept text begins: in the UTF-8 text, and in the file. */
  private position = 0
  private offset: number

  /** @param lengthInFile how many bytes a piece of text takes in the file */
  constructor(offset: number, lengthInFile: (text: string) => number) {
    this.offset = offset
    this.lengthInFile = lengthInFile
  }

  /** Passes the text on, and keeps it. */
  async *watch(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.kept.push(chunk)
      yield chunk
    }
  }

  /** The byte in the file for a position in the UTF-8 text. Positions must not decrease. */
  offsetAt(position: number): number {
    while (this.position < position) {
      const first = this.kept[0]
      if (!first) break
      const piece = first.subarray(0, position - this.position)
      this.offset += this.lengthInFile(piece.toString())
      this.position += piece.length
      if (piece.length === first.length) this.kept.shift()
      else this.kept[0] = first.subarray(piece.length)
    }
    return this.offset
  }
}
