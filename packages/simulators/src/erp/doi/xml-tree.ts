import { SaxesParser } from 'saxes'

export interface XmlTree {
  readonly name: string
  readonly uri: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlTree[]
  text: string
}

/** Parses a document and returns its root. Throws an Error with the position if it is not well-formed XML. */
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

/** All elements at a path of element names. */
export const all = (element: XmlTree | undefined, path: string): XmlTree[] =>
  path
    .split('/')
    .reduce<XmlTree[]>(
      (found, name) => found.flatMap(({ children }) => children.filter((each) => each.name === name)),
      element ? [element] : [],
    )

/** The text at a path such as `Total/Money/@currency`; empty if there is none. */
export function at(element: XmlTree | undefined, path: string): string {
  const [elements = '', attribute] = path.split(/\/?@/)
  const found = elements === '' ? element : all(element, elements)[0]
  return (attribute === undefined ? found?.text : found?.attributes[attribute])?.trim() ?? ''
}

/** Escapes text for an element or a double-quoted attribute. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
