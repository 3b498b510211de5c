import { unreadable } from '../file-errors.ts'
import type { XmlHandlers } from './read-events.ts'

/** Of one row, in characters, including the values of attributes. */
const maxRowLength = 1_000_000

interface Element {
  readonly name: string
  readonly value: Record<string, unknown>
  text: string
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Sets a property, even one named `__proto__`. A name that is set again becomes a list. */
function put(into: Record<string, unknown>, name: string, value: unknown): void {
  const known = Object.hasOwn(into, name) ? into[name] : undefined
  if (Array.isArray(known)) known.push(value)
  else
    Object.defineProperty(into, name, {
      value: known === undefined ? value : [known, value],
      enumerable: true,
      writable: true,
      configurable: true,
    })
}

/**
 * Makes rows of the elements at a path. Attributes are `@name`; children go by their local names, and repeated ones are lists. An element
 * with only text is that text; text beside attributes or children is `#text`.
 */
export class XmlRows implements XmlHandlers {
  private readonly take: (row: Record<string, unknown>) => void
  /** The number of the current row, from 1. */
  private number = 0
  private readonly path: readonly string[]
  private readonly outer: string[] = []
  private readonly inner: Element[] = []
  private textLength = 0

  constructor(path: string, take: (row: Record<string, unknown>) => void) {
    this.path = path.split('/').filter((name) => name !== '')
    this.take = take
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    const name = localName(tag)
    if (this.inner.length === 0) this.enter(name)
    else this.inner.push({ name, value: {}, text: '' })
    const element = this.inner.at(-1)
    if (!element) return
    for (const [attribute, value] of Object.entries(attributes)) {
      if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) continue
      this.count(value)
      element.value[`@${localName(attribute)}`] = value
    }
  }

  text(text: string): void {
    const element = this.inner.at(-1)
    if (!element) return
    this.count(text)
    element.text += text
  }

  close(): void {
    const element = this.inner.pop()
    if (!element) {
      this.outer.pop()
      return
    }
    const text = element.text.trim() === '' ? '' : element.text
    const isBare = Object.keys(element.value).length === 0
    const parent = this.inner.at(-1)
    if (text !== '' && (!isBare || !parent)) put(element.value, '#text', text.normalize('NFC'))
    if (parent) put(parent.value, element.name, isBare ? text.normalize('NFC') : element.value)
    else this.take(element.value)
  }

  private enter(name: string): void {
    const depth = this.outer.length
    if (depth === 0 && this.path[0] !== name) {
      throw unreadable(`The root of the XML is <${name}>; the path of the rows begins with "${this.path[0]}". Correct the path.`)
    }
    const isRow = depth === this.path.length - 1 && this.path[depth] === name && this.outer.every((outer, at) => outer === this.path[at])
    if (!isRow) {
      this.outer.push(name)
      return
    }
    this.number++
    this.textLength = 0
    this.inner.push({ name, value: {}, text: '' })
  }

  private count(text: string): void {
    this.textLength += text.length
    if (this.textLength > maxRowLength) throw unreadable(`Row ${this.number} of the XML has more than ${maxRowLength} characters`)
  }
}
