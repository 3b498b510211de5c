import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { askEach } from '@linkspan/connector-kit/http/ask-each'
import { type Fields, isFields, toAppError } from '@linkspan/core/connector'
import { isNotShown } from './account-data.ts'
import { columnsOf, type Query } from './query.ts'
import { groupBy } from './rows.ts'
import type { SourceContext } from './source-context.ts'
import { textOf } from './values.ts'

/** The addresses of an order: the column that refers to it, its table, and where it stands in the row afterwards. */
const kinds = [
  { column: 'shippingaddress', table: 'transactionShippingAddress', place: 'shipto' },
  { column: 'billingaddress', table: 'transactionBillingAddress', place: 'billto' },
] as const

export const addressColumns: Query['columns'] = columnsOf(
  't',
  kinds.map(({ column }) => column),
)

const parts = {
  name: ['addressee', 'attention'],
  line1: ['addr1'],
  line2: ['addr2'],
  city: ['city'],
  region: ['state'],
  postalCode: ['zip'],
  country: ['country'],
  phone: ['addrphone'],
} as const
const address = defineFieldTable(parts)

const queryOf = (table: string): Query => ({
  columns: [{ name: 'nkey', sql: 'a.nkey', isNeeded: true }, ...columnsOf('a', Object.values(parts).flat())],
  from: `${table} a`,
  where: [],
})

/** Rows with the addresses that they refer to (docs/erp/netsuite.md#addresses-of-orders). Those that the account or the role does not show are left out. */
export async function withAddresses(rows: readonly Fields[], context: SourceContext): Promise<readonly Fields[]> {
  const found = await askEach(kinds, async ({ column, table, place }) => {
    const ids = rows.flatMap((row) => textOf(row, column) ?? [])
    return { column, place, addresses: groupBy(await addressesOf(ids, table, context), 'nkey') }
  })
  return rows.map((row) => {
    const own = found.flatMap(({ column, place, addresses }) =>
      (addresses.get(textOf(row, column) ?? '') ?? []).slice(0, 1).map((address) => [place, address] as const),
    )
    return { ...row, ...Object.fromEntries(own) }
  })
}

async function addressesOf(ids: readonly string[], table: string, { reader, logger }: SourceContext): Promise<readonly Fields[]> {
  try {
    return await reader.of(ids, 'a.nkey', queryOf(table), [{ name: 'nkey', sql: 'a.nkey' }])
  } catch (thrown) {
    const error = toAppError(thrown)
    if (!isNotShown(error)) throw error
    logger.warn({ code: error.code, table }, 'NetSuite shows no addresses of orders: they are left out')
    return []
  }
}

/** The rule of an address in a field table. */
export const addressIn = (place: (typeof kinds)[number]['place']) => ({
  from: Object.values(parts).flatMap((names) => names.map((name) => `${place}.${name}`)),
  to: (_: unknown, row: Fields) => {
    const read = isFields(row[place]) ? address.read(row[place]) : {}
    return Object.keys(read).length > 0 ? read : undefined
  },
  note: 'with settings.readsAddresses',
})
