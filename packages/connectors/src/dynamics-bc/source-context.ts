import { fromCursor, type Position } from '@linkspan/connector-kit/odata/cursor'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { textOf } from '@linkspan/connector-kit/odata/row'
import type { Cursor } from '@linkspan/core/connector'
import type { Reader } from './read.ts'
import type { RowContext } from './records.ts'
import type { BcSettings } from './settings.ts'
import { currencyOf, type Tenant } from './tenant.ts'

/** What the sources of a session read with. */
export interface SourceContext {
  readonly reader: Reader
  readonly tenant: Tenant
  readonly settings: BcSettings
  readonly origin: string
}

/** The position that a cursor stands for. */
export const positionOf = async (after: Cursor | null, { origin }: SourceContext): Promise<Position | null> =>
  after === null ? null : fromCursor(after, origin)

/**
 * What rows of documents have in common. The local currency is asked for only if one is in it; throws `setup.settings-invalid` if it is not
 * known then.
 */
export async function contextOf(rows: readonly Row[], tenant: Tenant): Promise<RowContext> {
  const { id: companyId } = await tenant.company()
  const isLocal = rows.some((row) => textOf(row, 'currencyCode') === undefined)
  return { companyId, localCurrency: isLocal ? currencyOf(undefined, await tenant.localCurrency()) : undefined }
}
