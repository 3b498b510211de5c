import type { SaxesOptions, TagForOptions } from 'saxes'
import { xmlLimits } from './limits.ts'
import { XmlFault } from './xml-fault.ts'

/** What a parser finds, in the order of the document. */
export interface XmlEvents<Options extends SaxesOptions> {
  open(tag: TagForOptions<Options>): void
  /** Characters between tags, references resolved; those of a CDATA section too. */
  text(text: string): void
  close(tag: TagForOptions<Options>): void
}

/** Takes a document part by part. Both methods throw an XmlFault. */
export interface StrictParser {
  write(part: string): void
  end(): void
}

/**
 * The one XML parser. It accepts only well-formed XML 1.0 within `xmlLimits`. A DOCTYPE is skipped and what it names is never fetched; a
 * DOCTYPE with declarations of its own is refused, and so is every entity but XML's own five (docs/erp/cxml.md#document-types).
 */
export async function createStrictParser<Options extends SaxesOptions>(
  options: Options,
  events: XmlEvents<Options>,
): Promise<StrictParser> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser<Options>({ ...options, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  const open: string[] = []
  let attributes = 0
  /** Characters that were written, and those up to the end of the last tag, text or comment. */
  let written = 0
  let finished = 0
  let hasRoot = false

  const finishPart = (): void => {
    finished = parser.position
  }
  const text = (text: string): void => {
    finishPart()
    checkTextLength(text.length, `the element ${open.at(-1)}`)
    events.text(text)
  }

  parser.on('error', ({ message }) => {
    throw toFault(message, parser.line, hasRoot)
  })
  parser.on('doctype', (doctype) => {
    finishPart()
    if (doctype.replace(/"[^"]*"|'[^']*'/g, '').includes('['))
      throw new XmlFault(
        'malformed',
        'The XML has declarations in its DOCTYPE (document type), between [ and ]. They are refused: send the document without them',
      )
  })
  parser.on('opentagstart', ({ name }) => {
    finishPart()
    hasRoot = true
    attributes = 0
    if (open.length >= xmlLimits.depth)
      throw new XmlFault('tooLarge', `The XML is nested deeper than ${xmlLimits.depth} levels at <${name.slice(0, 100)}>`)
    open.push(name)
  })
  parser.on('attribute', ({ name, value }) => {
    if (++attributes > xmlLimits.attributes)
      throw new XmlFault('tooLarge', `Line ${parser.line} of the XML has an element with more than ${xmlLimits.attributes} attributes`)
    checkTextLength(value.length, `the attribute ${name.slice(0, 100)}`)
  })
  parser.on('opentag', (tag) => {
    finishPart()
    events.open(tag)
  })
  parser.on('closetag', (tag) => {
    finishPart()
    open.pop()
    events.close(tag)
  })
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('comment', finishPart)
  parser.on('processinginstruction', finishPart)

  return {
    write(part) {
      parser.write(part)
      written += part.length
      if (written - finished > xmlLimits.unfinished)
        throw new XmlFault(
          'tooLarge',
          `Line ${parser.line} of the XML has a text, tag or comment of more than ${xmlLimits.unfinished} characters`,
        )
    },
    end() {
      parser.close()
    },
  }
}

/** Throws an XmlFault if a text is longer than allowed. `place` says where it is, for the message. */
export function checkTextLength(length: number, place: string): void {
  if (length > xmlLimits.text)
    throw new XmlFault('tooLarge', `The XML has ${length} characters in ${place.slice(0, 120)}: at most ${xmlLimits.text} are allowed`)
}

/** What a message of saxes means. Some of its errors are only found when the document ends. */
function toFault(message: string, line: number, hasRoot: boolean): XmlFault {
  const words = message.slice(0, 200)
  if (/unclosed tag|unexpected end/.test(message)) return new XmlFault('cutShort', `The XML ends in the middle: ${words}`)
  if (!hasRoot && message.includes('must contain a root element'))
    return new XmlFault('empty', 'The XML is empty, or ends in the middle of what comes before the first element')
  const advice = /entity/i.test(message) ? ' Only the five entities of XML itself are allowed' : ''
  return new XmlFault('malformed', `Line ${line} is not well-formed XML: ${words}${advice}`, { line })
}
