import { createState, logCapture } from '@linkspan/connector-kit/testing/open-context'
import { type Opened, type Opening, openWith } from '@linkspan/connector-kit/testing/opened'
import { type SuccessFactors, type SuccessFactorsOptions, startSuccessFactors } from '@linkspan/simulators'
import { sapSuccessFactors } from '../connector.ts'

export interface OpenedSf extends Pick<Opened<SuccessFactors>, 'erp' | typeof Symbol.asyncDispose> {
  readonly log: readonly string[]
  /** Employees. */
  read(since?: string | null): ReturnType<Opened<SuccessFactors>['read']>
}

export interface OpeningSf extends SuccessFactorsOptions, Opening {
  readonly credentials?: Readonly<Record<string, unknown>>
}

export async function openSf({ settings = {}, credentials = {}, context, ...options }: OpeningSf = {}): Promise<OpenedSf> {
  const erp = await startSuccessFactors({ dataset: { products: 0, orders: 0, employees: 40 }, ...options })
  const { url: apiUrl, companyId, user: username, password } = erp
  const { logger, lines } = logCapture()
  const connection = { credentials: { apiUrl, companyId, username, password, ...credentials }, settings }
  const opened = await openWith(erp, sapSuccessFactors, connection, {
    pageSize: 500,
    timeoutMs: 10_000,
    state: createState(),
    logger,
    ...context,
  })
  return { ...opened, log: lines, read: (since = null) => opened.read('employees', since) }
}
