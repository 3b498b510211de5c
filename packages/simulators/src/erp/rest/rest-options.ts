import type { Row, RowOrder } from '../../dataset/row.ts'
import type { Dataset, DatasetOptions, DatasetTable } from '../../dataset.ts'
import type { Normalise } from './normalise.ts'
import type { RestAuth } from './rest-auth.ts'

/**
 * How the next page is addressed (docs/erp/home-made-rest.md#paging-styles). `link`: RFC 8288 header. `next`: a URL in the body. `cursor`:
 * a token in the body (in the header `X-Next-Cursor` if the envelope is a bare array). `keyset`: the caller names the last id it has.
 * `none`: all rows at once.
 */
export type RestPaging = 'link' | 'next' | 'page' | 'offset' | 'cursor' | 'keyset' | 'none'

/** A bare array, an object with the rows in one field, or an object with the rows at a path. */
export type RestEnvelope = 'array' | 'data' | 'items' | 'results' | 'value' | 'records' | { readonly path: string }

export type WriteAnswer = 'record' | 'id' | 'empty'

export interface RestErpOptions {
  readonly dataset?: Dataset | DatasetOptions
  readonly port?: number
  /** The address to listen on. Default: 127.0.0.1. */
  readonly host?: string
  readonly latencyMs?: number
  /** A prefix of every path, for example `/api/v1`. */
  readonly basePath?: string
  /** Default: `data`. */
  readonly envelope?: RestEnvelope
  /** Default: `page`. */
  readonly paging?: RestPaging
  /** Rows per page if the caller asks for no number. Default: 100. */
  readonly pageSize?: number
  /** The most rows per page, whatever the caller asks for. Default: 500. */
  readonly maxPageSize?: number
  /** Where to put the number of all rows: in `X-Total-Count`, in a field of the body, or (by default) nowhere. */
  readonly total?: 'header' | 'none' | { readonly field: string }
  /** Default: `updated_since`. Rows with exactly that time are included. `false`: the server cannot filter by time. */
  readonly sinceParameter?: string | false
  /** Default: `time`. `keyset` paging always sorts by id. */
  readonly order?: RowOrder
  readonly auth?: RestAuth
  /** Default: `camel`, which is how the dataset names fields. */
  readonly shape?: 'camel' | 'snake' | ((row: Row, table: DatasetTable) => unknown)
  /** Whether money and quantities are JSON strings (the default) or numbers. */
  readonly decimals?: 'string' | 'number'
  /** Other names for `limit`, `page`, `offset`, `cursor`, `after_id`. */
  readonly parameters?: Partial<RestParameters>
  /** Other names for the body's `next` and `nextCursor`. */
  readonly nextField?: string
  readonly cursorField?: string
  /** Default: `absolute`. */
  readonly nextUrls?: 'absolute' | 'relative'
  /** The number of the first page. Default: 1. */
  readonly firstPage?: 0 | 1
  /** Other paths than the data types' own names. */
  readonly paths?: Partial<Record<DatasetTable, string>>
  /** Converts a written row back if `shape` is a function. Default: rows are stored as sent. */
  readonly unshape?: (sent: Readonly<Record<string, unknown>>, table: DatasetTable) => Record<string, unknown>
  /** The field of the answer that holds a single row. Default: the answer is the row itself. */
  readonly rowField?: string
  /**
   * `header`: a write whose `Idempotency-Key` has already had a good answer gets that answer again, or a 422 if its content differs.
   * `none` (the default): the header is ignored, and a repeated write is stored twice.
   */
  readonly idempotency?: 'header' | 'none'
  /**
   * Whether single rows have an `ETag` and a stale `If-Match` is refused with 412. `required`: an update without `If-Match` is refused
   * with 428. Default: `none`.
   */
  readonly locking?: 'none' | 'optional' | 'required'
  /** Whether rows can be filtered by a value, for example `?ourReference=…`. Default: true. If false, the parameter is ignored. */
  readonly filters?: boolean
  /** How the ERP changes what it is sent. The object may be changed while the ERP runs; nothing is changed by default. */
  readonly normalise?: Normalise
  /** What the answer to a write shows: the row as it is stored (the default), only its id, or nothing. A function is asked each time. */
  readonly answer?: WriteAnswer | (() => WriteAnswer)
  /** The time for the expiry of tokens and for order dates. Default: the real time. */
  readonly clock?: () => number
}

/** The names of the query parameters. */
export interface RestParameters {
  readonly limit: string
  readonly page: string
  readonly offset: string
  readonly cursor: string
  readonly afterId: string
}

export const defaultParameters: RestParameters = { limit: 'limit', page: 'page', offset: 'offset', cursor: 'cursor', afterId: 'after_id' }
