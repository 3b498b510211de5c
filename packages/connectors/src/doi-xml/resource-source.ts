import { toRecord } from '@linkspan/connector-kit/fields/to-record'
import { readXml } from '@linkspan/connector-kit/files/xml/read-xml'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { failureInAnswer } from '@linkspan/connector-kit/http/failure-in-answer'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { charsetIn } from '@linkspan/connector-kit/xml/charset'
import { AppError, asCursor, type DataTypeId, type ErrorCode, type Page, type RecordSource } from '@linkspan/core/connector'
import type { DoiSettings } from './settings.ts'

export interface ResourceContext {
  readonly settings: DoiSettings
  readonly apiUrl: string
  readonly http: ErpHttp
  readonly pageSize: number
}

/**
 * A data type that the endpoint serves as one XML document. To resume, the document is fetched again and the rows that were read are
 * skipped.
 */
export function createResourceSource(dataType: DataTypeId, { settings, apiUrl, http, pageSize }: ResourceContext): RecordSource {
  const resource = settings.resources?.[dataType]
  const { path: _, rows: __, ...paths } = resource ?? {}
  const given = Object.fromEntries(Object.entries(paths).filter(([, value]) => value !== undefined))
  return {
    incremental: false,
    read: (rows) => rows.map((row) => toRecord(row, dataType, given)),
    async *pages({ after }): AsyncGenerator<Page> {
      if (!resource)
        throw new AppError(
          'setup.settings-invalid',
          `It is unknown where ${dataType} are: enter settings.resources.${dataType} with path and rows`,
        )
      const { path, rows: rowPath } = resource
      const response = await http.call(urlBelow(apiUrl, path), { headers: { accept: 'text/xml, application/xml' } })
      await assertNoFailure(response)
      const done = after === null ? 0 : Number(after)
      let buffered: Page['records'] = []
      let read = 0
      const { serverTime } = response
      for await (const { rows } of rowsOf(response, rowPath)) {
        const unread = rows.filter((_, at) => read + at >= done)
        read += rows.length
        buffered = [...buffered, ...unread.map(({ row }) => toRecord(row, dataType, given))]
        while (buffered.length > pageSize) {
          const records = buffered.slice(0, pageSize)
          buffered = buffered.slice(pageSize)
          yield { records, next: asCursor(String(read - buffered.length)), serverTime }
        }
      }
      yield { records: buffered, next: null, serverTime }
    },
  }
}

/** An answer that reports a failure is short; the documents of a catalogue are not parsed twice. */
const maxFailureBytes = 65_536

/** Throws the failure that an answer with a status of success reports. */
async function assertNoFailure(response: HttpResponse): Promise<void> {
  const failure = response.body.length <= maxFailureBytes ? await failureInAnswer(response) : null
  if (failure) throw failure
}

/** What a fault of a file is called if the XML is an answer. */
const answerErrors: Readonly<Record<string, ErrorCode>> = {
  'file.unreadable': 'setup.answer-unexpected',
  'file.truncated': 'remote.cut-short',
  'file.too-large': 'setup.answer-too-large',
}

/** The rows of an answer in XML, the good ones before a fault included. Throws the fault by the code of an answer. */
async function* rowsOf({ body, header, place }: HttpResponse, path: string) {
  const charset = charsetIn(header('content-type'))
  try {
    yield* readXml(inOneChunk(body), { kind: 'xml', encoding: 'auto', path }, charset)
  } catch (thrown) {
    const code = thrown instanceof AppError ? answerErrors[thrown.code] : undefined
    if (code === undefined) throw thrown
    throw new AppError(code, `${place}: ${(thrown as AppError).message}`, { cause: thrown })
  }
}

async function* inOneChunk(body: Buffer): AsyncGenerator<Buffer> {
  yield body
}
