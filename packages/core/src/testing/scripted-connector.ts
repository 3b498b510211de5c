import { z } from 'zod'
import {
  type CheckStep,
  type Connector,
  type ConnectorRegistry,
  defineConnector,
  type OpenContext,
  type PullRequest,
} from '../connector/connector.ts'
import { secret } from '../connector/secret-fields.ts'
import type { RecordSink } from '../connector/sink.ts'
import type { DataTypeId } from '../records/data-types.ts'
import { asCursor, type Page, type SourceRecord } from '../records/record.ts'
import { createLedger } from './scripted-ledger.ts'

/** A product as an ERP would send it. `revision` changes its content and its change time. */
export const aProduct = (number: number, revision = 0): SourceRecord => {
  const fields = { sku: `SKU-${number}`, name: `Mug ${number}, revision ${revision}`, price: '12.50', currency: 'EUR' }
  return {
    id: `P${number}`,
    fields,
    raw: fields,
    changedAt: new Date(Date.UTC(2026, 0, 1) + number * 1000 + revision * 3_600_000).toISOString(),
  }
}

export const products = (count: number, revision = 0): SourceRecord[] =>
  Array.from({ length: count }, (_, at) => aProduct(at + 1, revision))

/** The pages of a list in memory, as a well-behaved ERP would send them. */
export async function* pagesOf(
  rows: readonly SourceRecord[],
  { after }: PullRequest,
  pageSize: number,
  serverTime?: string,
): AsyncGenerator<Page> {
  for (let from = after === null ? 0 : Number(after); ; from += pageSize) {
    const more = from + pageSize < rows.length
    yield {
      records: rows.slice(from, from + pageSize),
      next: more ? asCursor(String(from + pageSize)) : null,
      total: rows.length,
      serverTime,
    }
    if (!more) return
  }
}

/** How a scripted ERP answers a pull. */
export type Pages = (request: PullRequest, context: OpenContext, dataType?: DataTypeId) => AsyncIterable<Page>

/** An ERP that a test controls: its pages come from a function that the test may replace. */
export function createScriptedErp(initial: Pages, more: Connector['capabilities'] = {}) {
  const erp = {
    pages: initial,
    ledger: createLedger(),
    isIncremental: true,
    checks: [] as readonly CheckStep[],
    /** Whether each write of a single record needs a permit. */
    limitsWrites: false,
  }
  const connector: Connector = defineConnector({
    id: 'scripted',
    title: 'Scripted ERP',
    method: 'api',
    providers: 'all',
    settings: z.object({}),
    credentials: z.object({ apiUrl: z.string(), apiKey: secret(z.string()).optional() }),
    capabilities: { products: { pull: 'incremental', push: true }, inventory: { pull: 'full' }, employees: {}, ...more },
    rateLimit: { max: 10_000, perMs: 1000 },
    open: async (context) => ({
      checks: () => erp.checks,
      source: (dataType) => ({ incremental: erp.isIncremental, pages: (request) => erp.pages(request, context, dataType) }),
      sink: () => (erp.limitsWrites ? limited(erp.ledger.openSink(), context) : erp.ledger.openSink()),
      async [Symbol.asyncDispose]() {},
    }),
  })
  const registry: ConnectorRegistry = { all: [connector], serving: () => [connector], find: () => connector }
  return Object.assign(erp, { registry })
}

const limited = (sink: RecordSink, { acquireCall }: OpenContext): RecordSink => ({
  ...sink,
  async write(record) {
    using _permit = await acquireCall()
    return sink.write(record)
  },
})
