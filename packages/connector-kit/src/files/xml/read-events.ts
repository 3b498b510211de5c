import { StringDecoder } from 'node:string_decoder'
import { setImmediate } from 'node:timers/promises'
import { createStrictParser } from '../../xml/strict-parser.ts'
import { toAppError, XmlFault } from '../../xml/xml-fault.ts'

/** Names are those of the document, with their prefixes: namespaces are not resolved. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
}

/**
 * Parses XML in UTF-8 as it comes, strictly (see `createStrictParser`), and lets the event loop go on after each chunk. Prefixes need not
 * be declared: exports of ERPs often forget `xsi`. Throws `file.unreadable`, or `file.truncated` if the document ends too early.
 */
export async function* readXmlEvents(utf8: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const decoder = new StringDecoder('utf8')
  const parser = await createStrictParser(
    { xmlns: false },
    {
      open: ({ name, attributes }) => handlers.open(name, attributes),
      text: (text) => handlers.text(text),
      close: ({ name }) => handlers.close(name),
    },
  )
  try {
    for await (const chunk of utf8) {
      parser.write(decoder.write(chunk))
      yield
      await setImmediate()
    }
    parser.end()
  } catch (thrown) {
    throw thrown instanceof XmlFault ? toAppError(thrown, 'file') : thrown
  }
}
