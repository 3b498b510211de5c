const delimiters = [';', '\t', '|', '^', ',']

/** What stands outside of quotes on the first line that says anything. */
function headerOf(text: string): string {
  const line = text.split(/\r\n|\n|\r/).find((candidate) => candidate.trim() !== '') ?? ''
  return line.replace(/"(?:[^"]|"")*"/g, '')
}

/** The dialect of a CSV file, by its header line and its quotes (docs/erp/sftp-files.md#csv-dialects). */
export function detectCsv(text: string): { readonly delimiter: string; readonly quote: string; readonly escape: string } {
  const plain = text.replace(/^\uFEFF/, '')
  const said = /^sep=(.)(?:\r|\n)/i.exec(plain)?.[1]
  const header = headerOf(plain)
  const counts = delimiters.map((sign) => header.split(sign).length - 1)
  const most = Math.max(...counts)
  const delimiter = said ?? (most === 0 ? ',' : (delimiters[counts.indexOf(most)] ?? ','))
  const isSingle = !plain.includes('"') && plain.startsWith("'") && plain.split(`'${delimiter}'`).length > 2
  const quote = isSingle ? "'" : '"'
  const isEscaped = plain.includes(`\\${quote}`) && !new RegExp(`[^${quote}\\\\]${quote}${quote}[^${quote}]`).test(plain)
  return { delimiter, quote, escape: isEscaped ? '\\' : quote }
}
