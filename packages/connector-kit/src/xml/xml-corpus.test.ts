import { AppError } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { detectFormat } from '../files/detect/detect-format.ts'
import { sampleLength } from '../files/detect/sample-rows.ts'
import { readXml } from '../files/xml/read-xml.ts'
import { gather, inPieces } from '../testing/gather-rows.ts'
import type { XmlElement } from './element.ts'
import { parseXml } from './parse-xml.ts'
import {
  encodingSamples,
  falseDeclarations,
  illFormedSamples,
  namespaceFaults,
  wellFormedSamples,
  type XmlSample,
} from './testing/xml-corpus.ts'

/** What a message and a file end with, by what is wrong with the document. */
const codes = {
  malformed: { message: 'request.malformed', file: 'file.unreadable' },
  tooLarge: { message: 'request.too-large', file: 'file.unreadable' },
  cutShort: { message: 'request.malformed', file: 'file.truncated' },
  empty: { message: 'request.malformed', file: 'file.truncated' },
} as const

const readMessage = (bytes: Buffer) =>
  parseXml(bytes, { as: 'request' }).then(
    (root) => ({ root, code: null }),
    ({ code }: { readonly code: string }) => ({ root: null, code }),
  )

/**
 * The root element as one row, read in pieces of 7 bytes unless the document is large. The format is that of the settings, or the one that
 * is detected if there are none.
 */
async function readFile(bytes: Buffer, root: string, isDetected = false) {
  const pieces = inPieces(bytes, bytes.length > 100_000 ? 65_536 : 7)
  const encoding = isDetected ? await detectedEncoding(bytes) : 'auto'
  const { rows, error } = await gather(readXml(pieces, { kind: 'xml', encoding, path: root }))
  return { row: rows[0]?.row, code: (error as { readonly code?: string } | null)?.code ?? null }
}

/** As for a file that the settings say nothing about; `auto` if its beginning is not XML that can be read. */
async function detectedEncoding(bytes: Buffer): Promise<string> {
  try {
    const format = await detectFormat(bytes.subarray(0, sampleLength), 'x.xml')
    return format.kind === 'xml' ? format.encoding : 'auto'
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code.startsWith('file.')) return 'auto'
    throw thrown
  }
}

/** An element as the row that a file would give, worked out from the message. */
function rowOf({ attributes, children, text }: XmlElement, isRow = true): unknown {
  const names = [...new Set(children.map(({ name }) => name))]
  const fields = Object.fromEntries([
    ...Object.entries(attributes).map(([name, value]) => [`@${name.replace(/^(xml:|\{.*\})/, '')}`, value] as const),
    ...names.map((name) => {
      const values = children.filter((each) => each.name === name).map((each) => rowOf(each, false))
      return [name, values.length === 1 ? values[0] : values] as const
    }),
  ])
  const own = text.trim() === '' ? '' : text
  if (!isRow && Object.keys(fields).length === 0) return own
  return own === '' ? fields : { ...fields, '#text': own }
}

const rootNameIn = (bytes: Buffer): string => /<([a-z]+)/i.exec(bytes.toString('latin1').replaceAll('\0', ''))?.[1] ?? 'a'
const named = (samples: readonly XmlSample[]) => samples.map((sample) => [sample.name, sample] as const)

test.each(named([...encodingSamples, ...wellFormedSamples, ...illFormedSamples]))(
  '%s: the same by message and by file',
  async (_, { bytes, expected }) => {
    const message = await readMessage(bytes)
    const rootName = message.root?.name ?? rootNameIn(bytes)
    const [file, detected] = [await readFile(bytes, rootName), await readFile(bytes, rootName, true)]
    expect(detected).toEqual(file)
    if ('failure' in expected) {
      expect({ message: message.code, file: file.code }).toEqual(codes[expected.failure])
      return
    }
    expect(message).toMatchObject({ root: { text: expected.text }, code: null })
    expect(file).toEqual({ row: rowOf(message.root as XmlElement), code: null })
  },
  20_000,
)

test.each(named(namespaceFaults))('%s is refused in a message; a file does not resolve namespaces', async (_, { bytes }) => {
  expect((await readMessage(bytes)).code).toBe('request.malformed')
  expect((await readFile(bytes, bytes.includes('<a:b:c') ? 'b:c' : 'a')).code).toBeNull()
})

test.each(named(falseDeclarations))(
  '%s: refused in a message and in a file, unless the encoding of the file is detected',
  async (_, { bytes }) => {
    expect((await readMessage(bytes)).code).toBe('request.malformed')
    expect((await readFile(bytes, 'a')).code).toBe('file.unreadable')
    expect(await readFile(bytes, 'a', true)).toEqual({ row: { '#text': 'Müller €' }, code: null })
  },
)
