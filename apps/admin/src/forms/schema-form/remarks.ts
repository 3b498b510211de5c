/** What is probably wrong with a text that was entered, before it is sent. */
export type Remark = 'blank-around' | 'login-in-url' | 'line-break'

/** The remark on a text; null if nothing is odd about it. */
export function remarkOn(text: string): Remark | null {
  if (/^https?:\/\/[^/\s@]*:[^/\s@]*@/i.test(text.trim())) return 'login-in-url'
  return text.trim() === text ? null : 'blank-around'
}

const acronyms: Readonly<Record<string, string>> = {
  api: 'API',
  url: 'URL',
  id: 'ID',
  sftp: 'SFTP',
  pgp: 'PGP',
  doi: 'DOI',
  oauth: 'OAuth',
}

/** "API URL" of `credentials.apiUrl`: what a field is called unless it has a title. */
export function titleOf(path: string): string {
  const words = path
    .replace(/^.*\./, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/)
  const [first = '', ...others] = words.map((word) => acronyms[word] ?? word)
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(' ')
}

/** Secrets that are files with several lines. A field with dots would drop their line breaks. */
export const hasLines = (name: string): boolean => /privateKey|pgpPartnerKey|certificate$|clientKey|assertion|dtd|template/i.test(name)
