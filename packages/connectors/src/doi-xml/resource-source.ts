import { toRecord } from '@linkspan/connector-kit/fields/to-record'
import { readXml } from '@linkspan/connector-kit/files/xml/read-xml'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { AppError, asCursor, type DataTypeId, type Page, type RecordSource } from '@linkspan/core/connector'
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
      for await (const { rows } of readXml(inOnePiece(response.body), { kind: 'xml', encoding: 'auto', path: rowPath })) {
        const fresh = rows.filter((_, at) => read + at >= done)
        read += rows.length
        held = [...held, ...fresh.map(({ row }) => toRecord(row, dataType, given))]
        while (held.length > pageSize) {
          const records = held.slice(0, pageSize)
          held = held.slice(pageSize)
          yield { records, next: asCursor(String(read - held.length)) }
        }
      }
      yield { records: held, next: null }
    },
  }
}

async function* inOnePiece(body: Buffer): AsyncGenerator<Buffer> {
  yield body
}
