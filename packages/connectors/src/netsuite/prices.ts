import type { Fields } from '@linkspan/core/connector'
import { idLiteral, type Query } from './query.ts'
import { groupBy, idsOf } from './rows.ts'
import type { SourceContext } from './source-context.ts'

/** Items with the prices of the table that the settings name, if they name one (docs/erp/netsuite.md#prices). */
export async function withPrices(rows: readonly Fields[], { settings: { prices }, reader }: SourceContext): Promise<readonly Fields[]> {
  if (prices === undefined || rows.length === 0) return rows
  const query: Query = {
    isDistinct: true,
    columns: [
      { name: 'item', sql: `p.${prices.itemField}`, isNeeded: true },
      { name: 'price', sql: `p.${prices.priceField}`, isNeeded: true },
    ],
    from: `${prices.table} p`,
    where: [
      `p.${prices.levelField} = ${idLiteral(prices.level)}`,
      ...(prices.quantityField === undefined ? [] : [`p.${prices.quantityField} = 0`]),
      ...(prices.currencyField === undefined || prices.currency === undefined
        ? []
        : [`p.${prices.currencyField} = ${idLiteral(prices.currency)}`]),
    ],
  }
  const keys = [
    { name: 'item', sql: `p.${prices.itemField}` },
    { name: 'price', sql: `p.${prices.priceField}` },
  ]
  const found = groupBy(await reader.of(idsOf(rows), `p.${prices.itemField}`, query, keys), 'item')
  return rows.map((row) => {
    const [first, ...others] = found.get(String(row.id)) ?? []
    return first === undefined || others.length > 0 ? row : { ...row, price: first.price }
  })
}
