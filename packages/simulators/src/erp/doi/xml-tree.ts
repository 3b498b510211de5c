import { SaxesParser } from 'saxes'

export interface XmlTree {
  readonly name: string
  readonly uri: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlTree[]
  text: string
}

/** The root of a document. Throws an Error that says where it is no well-formed XML. */
export function readTree(document: string): XmlTree {
  const parser = new SaxesParser({ xmlns: true })
  const open: XmlTree[] = []
  let root: XmlTree | undefined
  parser.on('opentag', ({ local, uri, attributes }) => {
    const values = Object.values(attributes).map(({ name, value }) => [name, value])
    const element: XmlTree = { name: local, uri, attributes: Object.fromEntries(values), children: [], text: '' }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  const addText = (text: string): void => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => open.pop())
  parser.write(document).close()
  return root!
}

/** All elements at a path of names. */
export const all = (element: XmlTree | undefined, path: string): XmlTree[] =>
  path
    .split('/')
    .reduce<XmlTree[]>(
      (found, name) => found.flatMap(({ children }) => children.filter((each) => each.name === name)),
      element ? [element] : [],
    )

/** The text at a path, as in `Total/Money/@currency`; empty where there is none. */
export function at(element: XmlTree | undefined, path: string): string {
  const [elements = '', attribute] = path.split(/\/?@/)
  const found = elements === '' ? element : all(element, elements)[0]
  return (attribute === undefined ? found?.text : found?.attributes[attribute])?.trim() ?? ''
}

/** Text as it may stand in an element or between double quotes. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
