import type { SaxesAttributeNS } from 'saxes'
import type { XmlElement } from './element.ts'
import type { XmlLimits } from './limits.ts'
import { XmlFault } from './xml-fault.ts'

/** Takes a document in parts and gives its root. Both throw an XmlFault, or an Error that says what is not well-formed and where. */
export interface TreeBuilder {
  write(part: string): void
  end(): XmlElement
}

interface Growing extends XmlElement {
  readonly attributes: Record<string, string>
  readonly children: Growing[]
  text: string
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const declarationNamespace = 'http://www.w3.org/2000/xmlns/'

export async function createTreeBuilder(limits: XmlLimits): Promise<TreeBuilder> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  const open: Growing[] = []
  let root: Growing | undefined
  let elements = 0
  let attributes = 0

  const addText = (text: string): void => {
    const element = open.at(-1)
    if (!element) return
    checkText(element.text.length + text.length, `the element ${element.name}`)
    element.text += text
  }
  const checkText = (length: number, where: string): void => {
    if (length > limits.text)
      throw new XmlFault('tooLarge', `The XML document has ${length} characters in ${where}, and ${limits.text} are read`)
  }

  parser.on('doctype', (doctype) => {
    if (doctype.replace(/"[^"]*"|'[^']*'/g, '').includes('['))
      throw new XmlFault(
        'malformed',
        'The XML document declares things of its own in its DOCTYPE, which is refused: leave out what stands between [ and ]',
      )
  })
  parser.on('opentagstart', ({ name }) => {
    attributes = 0
    if (++elements > limits.elements) throw new XmlFault('tooLarge', `The XML document has more than ${limits.elements} elements`)
    if (open.length >= limits.depth)
      throw new XmlFault('tooLarge', `The XML document is nested deeper than ${limits.depth} elements, at ${name.slice(0, 100)}`)
  })
  parser.on('attribute', ({ name, value }) => {
    if (++attributes > limits.attributes)
      throw new XmlFault('tooLarge', `An element of the XML document has more than ${limits.attributes} attributes`)
    checkText(value.length, `the attribute ${name.slice(0, 100)}`)
  })
  parser.on('opentag', (tag) => {
    const element: Growing = {
      name: tag.local,
      namespace: tag.uri,
      attributes: toAttributes(Object.values(tag.attributes)),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', addText)
  parser.on('cdata', addText)

  return {
    write: (part) => {
      parser.write(part)
    },
    end: () => {
      parser.close()
      if (!root) throw new XmlFault('malformed', 'The XML document is empty')
      return root
    },
  }
}

function toAttributes(given: readonly SaxesAttributeNS[]): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null)
  for (const { local, uri, value } of given) {
    if (uri === declarationNamespace) continue
    attributes[uri === '' ? local : uri === xmlNamespace ? `xml:${local}` : `{${uri}}${local}`] = value
  }
  return attributes
}
