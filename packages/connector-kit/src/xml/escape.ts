/** Characters that XML 1.0 does not allow, not even as a reference: control characters and unpaired surrogates. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text between tags. Characters that XML forbids become spaces. */
export const escapeText = (text: string): string => text.replace(forbidden, ' ').replace(/[&<>\r]/g, (sign) => references[sign] ?? sign)

/** Text between double quotes. Tabs and line breaks are references, since a parser would turn them into spaces. */
export const escapeAttribute = (text: string): string =>
  text.replace(forbidden, ' ').replace(/[&<>"\t\n\r]/g, (sign) => references[sign] ?? sign)
