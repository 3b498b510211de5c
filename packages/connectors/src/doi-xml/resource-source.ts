import { toRecord } from '@linkspan/connector-kit/fields/to-record'
import { readXml } from '@linkspan/connector-kit/files/xml/read-xml'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { charsetIn } from '@linkspan/connector-kit/xml/charset'
import { findEncoding } from '@linkspan/connector-kit/xml/decode-text'
import { AppError, asCursor, type DataTypeId, type ErrorCode, type Page, type RecordSource } from '@linkspan/core/connector'
import type { DoiSettings } from './settings.ts'

export interface ResourceContext {
  readonly settings: DoiSettings
  readonly apiUrl: string
  readonly http: ErpHttp
  readonly pageSize: number
}

/** A data type that the endpoint gives as one XML document. Going on in its middle asks for it again and leaves out what was read. */
export function createResourceSource(dataType: DataTypeId, { settings, apiUrl, http, pageSize }: ResourceContext): RecordSource {
  const resource = settings.resources?.[dataType]
  return {
    incremental: false,
    async *pages({ after }): AsyncGenerator<Page> {
      if (!resource)
        throw new AppError(
          'setup.settings-invalid',
          `Where ${dataType} are is not known: enter settings.resources.${dataType} with path and rows`,
        )
      const { path, rows: rowPath, ...mapping } = resource
      const response = await http.call(urlBelow(apiUrl, path), { headers: { accept: 'text/xml, application/xml' } })
      const given = Object.fromEntries(Object.entries(mapping).filter(([, value]) => value !== undefined))
      const done = after === null ? 0 : Number(after)
      let held: Page['records'] = []
      let read = 0
      const { serverTime } = response
      for await (const { rows } of rowsOf(response, rowPath)) {
        const fresh = rows.filter((_, at) => read + at >= done)
        read += rows.length
        held = [...held, ...fresh.map(({ row }) => toRecord(row, dataType, given))]
        while (held.length > pageSize) {
          const records = held.slice(0, pageSize)
          held = held.slice(pageSize)
          yield { records, next: asCursor(String(read - held.length)), serverTime }
        }
      }
      yield { records: held, next: null, serverTime }
    },
  }
}

/** What is wrong with a file is here wrong with an answer. */
const answerErrors: Readonly<Record<string, ErrorCode>> = {
  'file.unreadable': 'setup.answer-unexpected',
  'file.truncated': 'remote.cut-short',
  'file.too-large': 'setup.answer-too-large',
}

/** The rows of an answer in XML. Throws what an answer may fail with; the good rows before come first. */
async function* rowsOf({ body, header, place }: HttpResponse, path: string) {
  const encoding = findEncoding(body, charsetIn(header('content-type')))
  if ('unknown' in encoding) throw new AppError('setup.answer-unexpected', `${place}: the answer is encoded in ${encoding.unknown}`)
  try {
    yield* readXml(inOnePiece(body), { kind: 'xml', encoding: encoding.label, path })
  } catch (thrown) {
    const code = thrown instanceof AppError ? answerErrors[thrown.code] : undefined
    if (code === undefined) throw thrown
    throw new AppError(code, `${place}: ${(thrown as AppError).message}`, { cause: thrown })
  }
}

async function* inOnePiece(body: Buffer): AsyncGenerator<Buffer> {
  yield body
}
