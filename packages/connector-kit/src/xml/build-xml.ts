import { AppError } from '@linkspan/core/connector'
import { XMLBuilder } from 'fast-xml-parser'
import { escapeAttribute, escapeText } from './escape.ts'

/** An element to be written. Its name and those of its attributes are written as given, with their prefixes. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: readonly (XmlNode | string)[]
}

/** What an element may contain; undefined is left out. */
export type XmlContent = XmlNode | string | undefined | readonly (XmlNode | undefined)[]

/** An element with its attributes and content. Attributes and content that are undefined are left out. */
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
  /** The system identifier of a DOCTYPE, which cXML partners expect. */
  readonly doctype?: string
}

const options = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  suppressEmptyNode: true,
  // Its own escaping loses line breaks in attributes and carriage returns everywhere.
  processEntities: false,
  tagValueProcessor: (_: string, text: unknown) => escapeText(String(text)),
  attributeValueProcessor: (_: string, value: unknown) => escapeAttribute(String(value)),
  /** Called only for names that XML does not allow. The types of the library leave it out. */
  sanitizeName: refuseName,
}
const builder = new XMLBuilder(options)

/**
 * Writes a document in UTF-8, with a declaration that says so. Elements that contain only elements are indented; text stays as it is.
 * Characters that XML forbids become spaces. Throws `internal.bug` if a name is not allowed in XML.
 */
export function buildXml(root: XmlNode, { doctype }: BuildOptions = {}): string {
  const document = builder.build([toOrdered(root, '\n')])
  const declared = doctype === undefined ? '' : `<!DOCTYPE ${root.name} SYSTEM "${escapeAttribute(doctype)}">\n`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${declared}${document}\n`
}

/** Names that begin so mean something else to the builder: a processing instruction, a text, attributes. */
const reserved = /^[?#:]/

/** The element as the builder takes it: a list of its children under its name, its attributes under `:@`. */
function toOrdered({ name, attributes, content }: XmlNode, lineBreak: string): object {
  if (reserved.test(name)) refuseName(name)
  const inner = `${lineBreak}  `
  const isIndented = content.length > 0 && content.every((each) => typeof each !== 'string')
  const children = content.flatMap((each) => {
    if (typeof each === 'string') return [toText(each)]
    return isIndented ? [toText(inner), toOrdered(each, inner)] : [toOrdered(each, lineBreak)]
  })
  return { [name]: isIndented ? [...children, toText(lineBreak)] : children, ':@': attributes }
}

const toText = (text: string): object => ({ '#text': text })

function refuseName(name: string): never {
  throw new AppError('internal.bug', `"${name}" cannot be the name of an XML element or attribute`)
}
