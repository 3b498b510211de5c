import { itemKey } from './products.ts'
import { isOneOf, type Query, textLiteral } from './query.ts'
import type { Reader } from './read.ts'
import { textOf } from './values.ts'

export interface ItemLookUp {
  /** The internal ids of items by their names. Those that NetSuite does not have, or has twice, are not in it. */
  idsOf(skus: readonly string[]): Promise<ReadonlyMap<string, string>>
}

const query: Query = {
  columns: [
    { name: 'id', sql: 'i.id', isNeeded: true },
    { name: 'itemid', sql: 'i.itemid', isNeeded: true },
  ],
  from: 'item i',
  where: [],
}

/** So many names go into one query, and so many ids are remembered by a session. */
const [maxNames, maxKnown] = [200, 100_000]

export function createItemLookUp(reader: Reader): ItemLookUp {
  const known = new Map<string, string>()

  async function learn(skus: readonly string[]): Promise<void> {
    const listed = isOneOf('i.itemid', skus.map(textLiteral))
    const rows = await reader.all({ ...query, where: [listed] }, [itemKey])
    if (known.size > maxKnown) known.clear()
    for (const sku of skus) {
      const [first, ...others] = rows.filter((row) => textOf(row, 'itemid') === sku).flatMap((row) => textOf(row, 'id') ?? [])
      if (first !== undefined && others.length === 0) known.set(sku, first)
    }
  }

  return {
    async idsOf(skus) {
      const unknown = [...new Set(skus)].filter((sku) => !known.has(sku))
      for (let at = 0; at < unknown.length; at += maxNames) await learn(unknown.slice(at, at + maxNames))
      return new Map(skus.flatMap((sku) => (known.has(sku) ? [[sku, known.get(sku) ?? '']] : [])))
    },
  }
}
