import type { PullFilter } from '@linkspan/core/connector'

/** The values that a request for one page may carry. `parameters` are the paging style's own query parameters. */
export interface PageValues {
  readonly since: string | null
  readonly filters?: readonly PullFilter[]
  readonly parameters?: Readonly<Record<string, string>>
  readonly cursor?: string
  readonly page?: number
  readonly offset?: number
  readonly limit?: number
}

interface WithLimit {
  /** The query parameter for the number of rows; the number is not sent if it is undefined. */
  readonly limitParameter?: string | undefined
}

export type PageNumberOptions = WithLimit & { readonly style: 'page'; readonly parameter: string; readonly firstPage: number }
export type OffsetOptions = WithLimit & {
  readonly style: 'offset'
  readonly parameter: string
  /** The ERP takes only multiples of the limit: then pages follow each other without an overlap, and rows that move can be missed. */
  readonly aligned?: boolean | undefined
  /** Where the body says whether more follows, as `hasMore`. Without it, a page that is not full is the last one. */
  readonly morePath?: string | undefined
}

/** The URL of the next page: in the Link header, at a path in the body, or wherever convention has it. */
export type LinkOptions = WithLimit & { readonly from: 'header' | 'anywhere' | { readonly path: string } }

/** A token for the next page, in the body at `path` or in the header `header`. */
export type CursorOptions = WithLimit & { readonly parameter: string; readonly path: string; readonly header?: string | undefined }

/** Rows after the last id (`parameter`), from the last change time on (`timeParameter`), or both together. */
export type KeysetOptions = WithLimit & { readonly parameter?: string | undefined; readonly timeParameter?: string | undefined }

/** How a query writes a moment. `date` is the UTC day; `epoch` is in seconds. */
export type TimeFormat = 'iso' | 'date' | 'epoch' | 'epoch-ms'

export function formatTime(iso: string, format: TimeFormat): string {
  switch (format) {
    case 'iso':
      return iso
    case 'date':
      return iso.slice(0, 10)
    case 'epoch':
      return String(Math.floor(Date.parse(iso) / 1000))
    case 'epoch-ms':
      return String(Date.parse(iso))
  }
}
