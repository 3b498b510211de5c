import { asCursor, type ConnectorRegistry, createRegistry, defineConnector, secret } from '@linkspan/core'
import { z } from 'zod'

/** The data of an ERP that needs no network: 25 products, one of them invalid, and some stock. */
const products = Array.from({ length: 25 }, (_, index) => ({ sku: `P/${index} ä`, name: index === 7 ? '' : `Product ${index}` }))
const inventory = [
  { sku: 'A/1', locationId: 'N', quantityOnHand: '0.1', quantityReserved: '0.05' },
  { sku: 'A/1', locationId: 'S', quantityOnHand: '0.2' },
]
interface Row {
  readonly sku?: string
  readonly locationId?: string
}
const rows: Partial<Record<string, readonly Row[]>> = { products, inventory }
const recordOf = (row: Row) => ({ id: [row.sku, row.locationId].filter(Boolean).join('@'), fields: { ...row }, raw: row, changedAt: null })
const pageSize = 10

/** A registry with one connector for that data. A pull awaits `gate` before each page. */
export function testConnectors(gate: () => Promise<void>): ConnectorRegistry {
  const connector = defineConnector({
    id: 'test',
    title: 'Test ERP',
    method: 'api',
    providers: ['Custom'],
    settings: z.object({}),
    credentials: z.object({ apiUrl: z.url(), apiKey: secret(z.string()).optional() }),
    capabilities: { products: { pull: 'full' }, inventory: { pull: 'full' } },
    rateLimit: { max: 1000, perMs: 1000 },
    open: async () => ({
      checks: () => [{ name: 'Authentication', essential: true, run: async () => 'Signed in' }],
      source: (dataType) => ({
        incremental: false,
        ...(dataType === 'products' && { read: (given: readonly unknown[]) => given.map((row) => recordOf(row as Row)) }),
        async *pages({ after }) {
          const all = rows[dataType] ?? []
          for (let at = Number(after ?? 0); at < Math.max(1, all.length); at += pageSize) {
            await gate()
            const records = all.slice(at, at + pageSize).map(recordOf)
            yield { records, next: at + pageSize < all.length ? asCursor(String(at + pageSize)) : null, total: all.length }
          }
        },
      }),
      async [Symbol.asyncDispose]() {},
    }),
  })
  return createRegistry([connector])
}
