/** An element of a parsed document. Its namespace is the URI: prefixes are resolved. */
export interface XmlElement {
  /** Without a prefix. */
  readonly name: string
  /** The namespace's URI; empty if there is none. */
  readonly namespace: string
  /** By name; those of XML itself as in `xml:lang`, those of other namespaces as `{uri}name`. Namespace declarations are left out. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The element's own text, CDATA included, without that of its children. */
  readonly text: string
}

/** The children with this name, in any namespace. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((each) => each.name === name) ?? []

/** The first child with this name, in any namespace. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((each) => each.name === name)

/** The first element at a path such as `Header/Sender/Credential`; the element itself if the path is empty. */
export const elementAt = (element: XmlElement | undefined, path: string): XmlElement | undefined =>
  path === '' ? element : path.split('/').reduce(child, element)

/** All elements at a path of names. */
export const elementsAt = (element: XmlElement | undefined, path: string): readonly XmlElement[] =>
  path.split('/').reduce<readonly XmlElement[]>((found, name) => found.flatMap((each) => childrenOf(each, name)), element ? [element] : [])

/** The trimmed text at a path such as `Total/Money` or `Total/Money/@currency`; undefined if there is none, or only whitespace. */
export function textAt(element: XmlElement | undefined, path: string): string | undefined {
  const [elements = '', attribute] = path.split(/\/?@/)
  const found = elementAt(element, elements)
  const text = attribute === undefined ? found?.text : found?.attributes[attribute]
  return text?.trim() || undefined
}
