import { SaxesParser } from 'saxes'

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * The words of a SOAP fault, 1.1 or 1.2: its fault string or reason, and the texts of its detail (docs/erp/soap.md#faults). Null if the
 * text is no fault. A text that is cut, or no longer XML at some point, is read that far.
 */
export function faultWords(text: string): string | null {
  const path: string[] = []
  const words: string[] = []
  let isFault = false
  const parser = new SaxesParser()
  parser.on('error', () => {})
  parser.on('opentag', ({ name }) => {
    path.push(localName(name))
    isFault ||= path.at(-1) === 'Fault' && path.at(-2) === 'Body'
  })
  parser.on('closetag', () => void path.pop())
  const take = (part: string) => {
    const below = path.slice(path.indexOf('Fault') + 1)
    const isWords = below[0] === 'faultstring' || (below[0] === 'Reason' && below[1] === 'Text') || /^detail$/i.test(below[0] ?? '')
    if (isFault && isWords && part.trim() !== '') words.push(part.trim())
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.write(text).close()
  return isFault && words.length > 0 ? [...new Set(words)].join(' · ') : null
}
