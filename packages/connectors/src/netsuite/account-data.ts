import { once } from '@linkspan/connector-kit/http/once'
import { type AppError, type Fields, type Logger, toAppError } from '@linkspan/core/connector'
import { chooseSubsidiary, type Named } from './names.ts'
import { columnsOf, idLiteral, type Query } from './query.ts'
import type { Reader } from './read.ts'
import type { NetSuiteSettings } from './settings.ts'
import type { SuiteQl } from './suiteql.ts'
import { textOf } from './values.ts'

/** What a session knows of its account. Each is asked for when it is needed first, and once. */
export interface AccountData {
  /** ISO 4217 codes by internal ids; none if the account has one currency only. */
  currencies(): Promise<ReadonlyMap<string, string>>
  /** All active subsidiaries; none if the account has no such feature, or the role does not show them. */
  subsidiaries(): Promise<readonly Named[]>
  /** Where goods are; none if the role does not show them. */
  locations(): Promise<readonly Named[]>
  /** The one of the settings. Throws `setup.settings-invalid` if it is not there. */
  subsidiary(): Promise<Named | undefined>
  /** The condition by which transactions `t` are those of the subsidiary. */
  ofSubsidiary(): Promise<readonly string[]>
}

export interface AccountContext {
  readonly suiteQl: SuiteQl
  readonly reader: Reader
  readonly settings: NetSuiteSettings
  readonly logger: Logger
}

const currencyQuery: Query = { columns: columnsOf('c', ['id', 'symbol', 'name']), from: 'currency c', where: [] }
const locationQuery: Query = { columns: columnsOf('l', ['id', 'name', 'isinactive']), from: 'location l', where: [] }
const subsidiaryQuery: Query = { columns: columnsOf('s', ['id', 'name', 'isinactive']), from: 'subsidiary s', where: [] }

export function createAccountData({ suiteQl, reader, settings, logger }: AccountContext): AccountData {
  /** The rows of a table that an account need not have. */
  async function rowsIfThere(query: Query, key: string, isMissing = isNotShown): Promise<readonly Fields[]> {
    try {
      return await reader.all(query, [{ name: 'id', sql: key }])
    } catch (thrown) {
      const error = toAppError(thrown)
      if (!isMissing(error)) throw error
      logger.warn({ code: error.code, from: query.from }, 'NetSuite does not show a table: the account or the role has none')
      return []
    }
  }

  const subsidiaries = once(async () => {
    const isWanted = settings.subsidiary !== undefined
    const rows = await rowsIfThere(
      subsidiaryQuery,
      's.id',
      isWanted ? isNotShown : (error) => isNotShown(error) || error.details.status === 500,
    )
    return namesIn(rows)
  })
  const subsidiary = once(async () =>
    settings.subsidiary === undefined ? undefined : chooseSubsidiary(await subsidiaries(), settings.subsidiary),
  )

  return {
    currencies: once(async () => {
      const rows = await rowsIfThere(currencyQuery, 'c.id')
      return new Map(
        rows.flatMap((row): [string, string][] => {
          const [id, symbol] = [textOf(row, 'id'), [textOf(row, 'symbol'), textOf(row, 'name')].find(isCode)]
          return id === undefined || symbol === undefined ? [] : [[id, symbol]]
        }),
      )
    }),
    subsidiaries,
    locations: once(async () => namesIn(await rowsIfThere(locationQuery, 'l.id'))),
    subsidiary,
    /** A transaction's subsidiary is that of its main line; where the account shows it in the header, it is taken from there. */
    ofSubsidiary: once(async () => {
      const chosen = await subsidiary()
      if (chosen === undefined) return []
      const ofLine = `sl.mainline = 'T' AND sl.subsidiary = ${idLiteral(chosen.id)}`
      try {
        const columns = [{ name: 'transactionid', sql: 'sl.transaction', isNeeded: true }]
        await suiteQl.run({ columns, from: 'transactionline sl', where: [ofLine] }, [], 1)
        return [`EXISTS (SELECT sl.transaction FROM transactionline sl WHERE sl.transaction = t.id AND ${ofLine})`]
      } catch (thrown) {
        if (!isNotShown(toAppError(thrown))) throw thrown
        return [`t.subsidiary = ${idLiteral(chosen.id)}`]
      }
    }),
  }
}

/** Active records with their names. */
const namesIn = (rows: readonly Fields[]): readonly Named[] =>
  rows.flatMap((row): Named[] => {
    const id = textOf(row, 'id')
    return id === undefined || row.isinactive === 'T' ? [] : [{ id, name: textOf(row, 'name') ?? id }]
  })

const isCode = (text: string | undefined): boolean => text !== undefined && /^[A-Z]{3}$/.test(text)

/** NetSuite refuses the query itself: the table or a field is not there, or not for this role. */
export const isNotShown = ({ code }: AppError): boolean =>
  code === 'setup.request-refused' || code === 'setup.permission-missing' || code === 'setup.resource-missing'
