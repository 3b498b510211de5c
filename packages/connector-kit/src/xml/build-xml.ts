import { AppError } from '@linkspan/core/connector'

/** An element to be written. Names are written as they are, with their prefix. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: readonly (XmlNode | string)[]
}

/** What may stand within an element; nothing is written for undefined. */
export type XmlContent = XmlNode | string | undefined | readonly (XmlNode | undefined)[]

/** An element with its attributes, of which the undefined ones are left out, and what stands within it. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...content: readonly XmlContent[]
): XmlNode {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const inner = content.flat().filter((each): each is XmlNode | string => each !== undefined && each !== '')
  return { name, attributes: Object.fromEntries(given), content: inner }
}

export interface BuildOptions {
  /** The system identifier of a DOCTYPE, as partners of cXML expect one. */
  readonly doctype?: string
}

const nameStart =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}'
const nameRest = `${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}`
const qualifiedName = new RegExp(`^(?:[${nameStart}][${nameRest}]*:)?[${nameStart}][${nameRest}]*$`, 'u')

/** What XML 1.0 has no place for, not even as a character reference: control characters, half of a surrogate pair. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text as it stands between tags. What XML forbids becomes a space. */
export const escapeText = (text: string): string => text.replace(forbidden, ' ').replace(/[&<>\r]/g, (sign) => signs[sign] ?? sign)

/** Text as it stands between double quotes. */
export const escapeAttribute = (text: string): string =>
  text.replace(forbidden, ' ').replace(/[&<>"\t\n\r]/g, (sign) => signs[sign] ?? sign)

function checkName(name: string): string {
  if (!qualifiedName.test(name)) throw new AppError('internal.bug', `"${name}" cannot be the name of an XML element or attribute`)
  return name
}

/** Writes a document in UTF-8 and says so in its declaration; elements stand on lines of their own where only elements surround them. */
export function buildXml(root: XmlNode, { doctype }: BuildOptions = {}): string {
  const declared = doctype === undefined ? '' : `<!DOCTYPE ${checkName(root.name)} SYSTEM "${escapeAttribute(doctype)}">\n`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${declared}${writeElement(root, '\n')}\n`
}

function writeElement({ name, attributes, content }: XmlNode, lineBreak: string): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${checkName(key)}="${escapeAttribute(value)}"`)
  const start = `<${checkName(name)}${given.join('')}`
  if (content.length === 0) return `${start}/>`
  if (content.some((each) => typeof each === 'string'))
    return `${start}>${content.map((each) => writePart(each, lineBreak)).join('')}</${name}>`
  const inner = `${lineBreak}  `
  return `${start}>${content.map((each) => `${inner}${writePart(each, inner)}`).join('')}${lineBreak}</${name}>`
}

const writePart = (part: XmlNode | string, lineBreak: string): string =>
  typeof part === 'string' ? escapeText(part) : writeElement(part, lineBreak)
