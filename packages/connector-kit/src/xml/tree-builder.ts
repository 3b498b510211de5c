import type { SaxesAttributeNS } from 'saxes'
import type { XmlElement } from './element.ts'
import { xmlLimits } from './limits.ts'
import { checkTextLength, createStrictParser } from './strict-parser.ts'
import { XmlFault } from './xml-fault.ts'

/** Takes a document part by part and returns its root element. Both methods throw an XmlFault. */
export interface TreeBuilder {
  write(part: string): void
  end(): XmlElement
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[]
  text: string
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const declarationNamespace = 'http://www.w3.org/2000/xmlns/'

export async function createTreeBuilder(): Promise<TreeBuilder> {
  const open: OpenElement[] = []
  let root: OpenElement | undefined
  let elements = 0

  const parser = await createStrictParser(
    { xmlns: true },
    {
      open({ local, uri, attributes }) {
        if (++elements > xmlLimits.elements)
          throw new XmlFault('tooLarge', `The XML has more than ${xmlLimits.elements} elements, which is not allowed in a message`)
        const element: OpenElement = {
          name: local,
          namespace: uri,
          attributes: toAttributes(Object.values(attributes)),
          children: [],
          text: '',
        }
        open.at(-1)?.children.push(element)
        root ??= element
        open.push(element)
      },
      text(text) {
        const element = open.at(-1)
        if (!element) return
        checkTextLength(element.text.length + text.length, `the element ${element.name}`)
        element.text += text
      },
      close() {
        open.pop()
      },
    },
  )

  return {
    write: parser.write,
    end() {
      parser.end()
      if (!root) throw new XmlFault('empty', 'The XML is empty')
      return root
    },
  }
}

/** Attributes by their names; those of another namespace as `{uri}name`. Namespace declarations are left out. */
function toAttributes(given: readonly SaxesAttributeNS[]): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null)
  for (const { local, uri, value } of given) {
    if (uri === declarationNamespace) continue
    attributes[uri === '' ? local : uri === xmlNamespace ? `xml:${local}` : `{${uri}}${local}`] = value
  }
  return attributes
}
