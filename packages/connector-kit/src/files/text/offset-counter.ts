/** Translates positions in UTF-8 text into bytes of the file that it was decoded from. Keeps only the text that was not asked about yet. */
export class OffsetCounter {
  private readonly lengthInFile: (text: string) => number
  private kept: Buffer[] = []
  /** The position in the UTF-8 text, and the byte in the file, of what is kept first. */
  private position = 0
  private offset: number

  /** @param lengthInFile how many bytes a piece of text takes in the file */
  constructor(offset: number, lengthInFile: (text: string) => number) {
    this.offset = offset
    this.lengthInFile = lengthInFile
  }

  async *watch(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.kept.push(chunk)
      yield chunk
    }
  }

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
