import { AppError } from '@linkspan/core/connector'
import { readXmlEvents } from '../xml/read-events.ts'

/** The path of the first list of objects in the beginning of a JSON document; empty if the document itself is the list. */
export function detectJson(text: string): string {
  const path: (string | null)[] = []
  let key = ''
  for (const [token, name, list] of text.matchAll(/"((?:[^"\\]|\\.)*)"(?=\s*:)|"(?:[^"\\]|\\.)*"|(\[(?=\s*\{))|[[\]{}]/g)) {
    if (name !== undefined) key = name
    else if (token === '}' || token === ']') path.pop()
    else if (list !== undefined && path.every((step) => step !== null)) return [...path, key].slice(1).join('.')
    else if (token === '{') path.push(key)
    else if (token === '[') path.push(null)
  }
  return ''
}

/**
 * The path of the outermost repeated element, by the beginning of an XML document; else that of the first element within the root. Throws
 * `file.unreadable` if it is not XML, `file.truncated` if it ends before the first element.
 */
export async function detectXml(text: string): Promise<string> {
  const open: string[] = []
  const counts = new Map<string, number>()
  const handlers = {
    open(tag: string) {
      open.push(tag.slice(tag.indexOf(':') + 1))
      const path = open.join('/')
      counts.set(path, (counts.get(path) ?? 0) + 1)
    },
    text() {},
    close() {
      open.pop()
    },
  }
  const source = async function* () {
    yield Buffer.from(text.replace(/^\uFEFF/, ''))
  }
  try {
    for await (const _ of readXmlEvents(source(), handlers));
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'file.truncated' || counts.size === 0) throw thrown
  }
  const depth = (path: string): number => path.split('/').length
  const repeated = [...counts].filter(([, count]) => count > 1).map(([path]) => path)
  const first = [...counts.keys()].find((path) => depth(path) === 2) ?? [...counts.keys()][0] ?? ''
  return repeated.sort((one, another) => depth(one) - depth(another))[0] ?? first
}
