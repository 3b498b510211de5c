import type { Logger } from '@linkspan/core/connector'
import type { AccountData } from './account-data.ts'
import type { Reader } from './read.ts'
import type { RowContext } from './records.ts'
import type { NetSuiteSettings } from './settings.ts'

/** What the sources of a session read with. */
export interface SourceContext {
  readonly reader: Reader
  readonly account: AccountData
  readonly settings: NetSuiteSettings
  readonly logger: Logger
}

const noCurrencies: ReadonlyMap<string, string> = new Map()

/** What rows have in common. Currencies are asked for only if rows have them. */
export async function rowContextOf({ account, settings }: SourceContext, hasCurrencies: boolean): Promise<RowContext> {
  return {
    zone: settings.accountTimeZone,
    subsidiaryId: (await account.subsidiary())?.id,
    currencies: hasCurrencies ? await account.currencies() : noCurrencies,
    currency: settings.currency,
  }
}
