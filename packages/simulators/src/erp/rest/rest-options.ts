import type { Row, RowOrder } from '../../dataset/table.ts'
import type { Dataset, DatasetOptions, DatasetTable } from '../../dataset.ts'
import type { RestAuth } from './rest-auth.ts'

/**
 * How the next page is found (docs/erp/home-made-rest.md#paging-styles). `link`: RFC 8288 header. `next`: a URL in the body. `cursor`: a
 * token in the body (in the header `X-Next-Cursor` when the envelope is a bare array). `keyset`: the caller names the last id it has.
 * `none`: all rows at once.
 */
export type RestPaging = 'link' | 'next' | 'page' | 'offset' | 'cursor' | 'keyset' | 'none'

/** A bare array, an object with the rows in one field, or with the rows at a path of fields. */
export type RestEnvelope = 'array' | 'data' | 'items' | 'results' | 'value' | 'records' | { readonly path: string }

export interface RestErpOptions {
  readonly dataset?: Dataset | DatasetOptions
  readonly port?: number
  /** The address it listens at: 127.0.0.1 unless told. */
  readonly host?: string
  readonly latencyMs?: number
  /** In front of every path, as in `/api/v1`. */
  readonly basePath?: string
  /** `data` unless told. */
  readonly envelope?: RestEnvelope
  /** `page` unless told. */
  readonly paging?: RestPaging
  /** Rows in a page when the caller does not ask for a number: 100 unless told. */
  readonly pageSize?: number
  /** Never more rows than this, whatever the caller asks for: 500 unless told. */
  readonly maxPageSize?: number
  /** Where the number of all rows is told: `X-Total-Count`, a field of the body, or (as unless told) nowhere. */
  readonly total?: 'header' | 'none' | { readonly field: string }
  /** `updated_since` unless told; rows of exactly that time are included. `false`: the server cannot filter by time. */
  readonly sinceParameter?: string | false
  /** `time` unless told; `keyset` paging always goes by id. */
  readonly order?: RowOrder
  readonly auth?: RestAuth
  /** `camel` unless told: the rows as they are. */
  readonly shape?: 'camel' | 'snake' | ((row: Row, table: DatasetTable) => unknown)
  /** Whether money and quantities are JSON strings (unless told) or numbers. */
  readonly decimals?: 'string' | 'number'
  /** Other names for `limit`, `page`, `offset`, `cursor`, `after_id`. */
  readonly parameters?: Partial<RestParameters>
  /** Other names for the body's `next` and `nextCursor`. */
  readonly nextField?: string
  readonly cursorField?: string
  /** `absolute` unless told. */
  readonly nextUrls?: 'absolute' | 'relative'
  /** The number of the first page: 1 unless told. */
  readonly firstPage?: 0 | 1
  /** Other paths than the data types' own names. */
  readonly paths?: Partial<Record<DatasetTable, string>>
  /** How a written row is understood when `shape` is a function: as it is unless told. */
  readonly unshape?: (sent: Readonly<Record<string, unknown>>, table: DatasetTable) => Record<string, unknown>
  /** The field of the answer in which a single row stands: none unless told, the answer is the row. */
  readonly rowField?: string
  /**
   * `header`: a write with an `Idempotency-Key` that was answered well before gets the first answer again, or a 422 when it
   * says something else. `none` (unless told): the header means nothing, and what comes twice is stored twice.
   */
  readonly idempotency?: 'header' | 'none'
  /**
   * Whether single rows carry an `ETag` and a stale `If-Match` is refused with 412. `required`: an update without `If-Match` is
   * refused with 428. `none` unless told.
   */
  readonly locking?: 'none' | 'optional' | 'required'
  /** Whether rows can be asked for by a value, as in `?ourReference=…`: true unless told. Else the parameter means nothing. */
  readonly filters?: boolean
  /** Says when tokens expire and which day it is; the real time unless told. */
  readonly clock?: () => number
}

/** How the query parameters are called. */
export interface RestParameters {
  readonly limit: string
  readonly page: string
  readonly offset: string
  readonly cursor: string
  readonly afterId: string
}

export const defaultParameters: RestParameters = { limit: 'limit', page: 'page', offset: 'offset', cursor: 'cursor', afterId: 'after_id' }
