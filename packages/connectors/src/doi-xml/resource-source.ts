import { toRecord } from '@linkspan/connector-kit/fields/to-record'
import { readXml } from '@linkspan/connector-kit/files/xml/read-xml'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { charsetIn } from '@linkspan/connector-kit/xml/charset'
import { AppError, asCursor, type DataTypeId, type Page, type RecordSource } from '@linkspan/core/connector'
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
  return {
    incremental: false,
    async *pages({ after }): AsyncGenerator<Page> {
      if (!resource)
        throw new AppError(
          'setup.settings-invalid',
          `It is unknown where ${dataType} are: enter settings.resources.${dataType} with path and rows`,
        )
      const { path, rows: rowPath, ...mapping } = resource
      const response = await http.call(urlBelow(apiUrl, path), { headers: { accept: 'text/xml, application/xml' } })
      const options = Object.fromEntries(Object.entries(mapping).filter(([, value]) => value !== undefined))
      const done = after === null ? 0 : Number(after)
      let buffered: Page['records'] = []
      let read = 0
      const charset = charsetIn(response.header('content-type'))
      for await (const { rows } of readXml(chunksOf(response.body), { kind: 'xml', encoding: 'auto', path: rowPath }, charset)) {
        const unread = rows.filter((_, at) => read + at >= done)
        read += rows.length
        buffered = [...buffered, ...unread.map(({ row }) => toRecord(row, dataType, options))]
        while (buffered.length > pageSize) {
          const records = buffered.slice(0, pageSize)
          buffered = buffered.slice(pageSize)
          yield { records, next: asCursor(String(read - buffered.length)) }
        }
      }
      yield { records: buffered, next: null }
    },
  }
}

async function* chunksOf(body: Buffer): AsyncGenerator<Buffer> {
  yield body
}
