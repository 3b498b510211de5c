const delimiters = [';', '\t', '|', '^', ',']

/** The first line that is not blank, without its quoted parts. */
function headerOf(text: string): string {
  const line = text.split(/\r\n|\n|\r/).find((candidate) => candidate.trim() !== '') ?? ''
  return line.replace(/"(?:[^"]|"")*"/g, '')
}

/** Guesses the dialect of a CSV file from its header line and its quotes (docs/erp/sftp-files.md#csv-dialects). */
export function detectCsv(text: string): { readonly delimiter: string; readonly quote: string; readonly escape: string } {
  const plain = text.replace(/^\uFEFF/, '')
  const declared = /^sep=(.)(?:\r|\n)/i.exec(plain)?.[1]
  const header = headerOf(plain)
  const counts = delimiters.map((sign) => header.split(sign).length - 1)
  const maxCount = Math.max(...counts)
  const delimiter = declared ?? (maxCount === 0 ? ',' : (delimiters[counts.indexOf(maxCount)] ?? ','))
  const isSingle = !plain.includes('"') && plain.startsWith("'") && plain.split(`'${delimiter}'`).length > 2
  const quote = isSingle ? "'" : '"'
  const isEscaped = plain.includes(`\\${quote}`) && !new RegExp(`[^${quote}\\\\]${quote}${quote}[^${quote}]`).test(plain)
  return { delimiter, quote, escape: isEscaped ? '\\' : quote }
}
