import { createState, logCapture, openFor } from '@linkspan/connector-kit/testing/open-context'
import { dataTypes, type OpenContext, type Page, type SourceRecord } from '@linkspan/core/connector'
import { type SuccessFactors, type SuccessFactorsOptions, startSuccessFactors } from '@linkspan/simulators'
import { sapSuccessFactors } from '../connector.ts'

export interface OpenedSf extends AsyncDisposable {
  readonly erp: SuccessFactors
  readonly log: readonly string[]
  read(since?: string | null): Promise<{ readonly pages: readonly Page[]; readonly records: readonly SourceRecord[] }>
}

export interface OpeningSf extends SuccessFactorsOptions {
  readonly settings?: Readonly<Record<string, unknown>>
  readonly credentials?: Readonly<Record<string, unknown>>
  readonly context?: Partial<OpenContext>
}

export async function openSf({ settings = {}, credentials = {}, context = {}, ...options }: OpeningSf = {}): Promise<OpenedSf> {
  const erp = await startSuccessFactors({ dataset: { products: 0, orders: 0, employees: 40 }, ...options })
  const { url: apiUrl, companyId, user: username, password } = erp
  const { logger, lines } = logCapture()
  const connection = { credentials: { apiUrl, companyId, username, password, ...credentials }, settings }
  const session = await openFor(sapSuccessFactors, connection, { pageSize: 500, state: createState(), logger, ...context })
  return {
    erp,
    log: lines,
    async read(since = null) {
      const pages: Page[] = []
      for await (const page of session.source('employees').pages({ after: null, since })) pages.push(page)
      return { pages, records: pages.flatMap(({ records }) => records) }
    },
    async [Symbol.asyncDispose]() {
      await session[Symbol.asyncDispose]()
      await erp[Symbol.asyncDispose]()
    },
  }
}

/** A record's fields as the platform keeps them. Throws if they are invalid. */
export const canonical = ({ fields }: SourceRecord) => dataTypes.employees.schema.parse(fields) as Readonly<Record<string, unknown>>
