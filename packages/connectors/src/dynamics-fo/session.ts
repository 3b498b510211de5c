import { createErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { failureRules } from '@linkspan/connector-kit/http/failure-rules'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { AppError, type DataTypeId, type OpenContext, type Session } from '@linkspan/core/connector'
import { foAuthorizer } from './authentication.ts'
import { foChecks } from './checks.ts'
import { foChoices } from './choices.ts'
import { employeeKind } from './employees.ts'
import { invoiceKind } from './invoices.ts'
import { createOrderSource, createOrderStatusSource } from './order-source.ts'
import { productKind } from './products.ts'
import { createReader } from './read.ts'
import type { FoCredentials, FoSettings } from './settings.ts'
import { createOrderSink } from './sink.ts'
import { createSource, type Kind } from './source.ts'
import { stockKind } from './stock.ts'
import { createTenant } from './tenant.ts'

const kinds: Partial<Record<DataTypeId, Kind>> = {
  products: productKind,
  inventory: stockKind,
  employees: employeeKind,
  invoices: invoiceKind,
}

/** The language decides over the words of errors, which are matched (docs/erp/dynamics-finance-operations.md#error-bodies). */
const headers = { accept: 'application/json', 'accept-language': 'en-US' } as const

/** Entity sets are below `/data`, whether the address says so or not. */
export function rootOf({ apiUrl }: FoCredentials): URL {
  const root = urlBelow(apiUrl, '')
  return /\/data$/.test(root.pathname) ? root : urlBelow(root, 'data')
}

export async function openFoSession(context: OpenContext<FoSettings, FoCredentials>): Promise<Session> {
  const { credentials, settings, clock, logger, pageSize } = context
  const http = createErpHttp(context, {
    apiUrl: credentials.apiUrl,
    authorizers: [foAuthorizer(context)],
    maxResponseBytes: settings.maxResponseBytes,
    failureRules: failureRules.financeOperations,
  })
  const tenant = createTenant({ http, root: rootOf(credentials), settings, headers, logger })
  const reader = createReader({ http, tenant, headers, pageSize })
  const reading = { reader, tenant, settings, today: () => clock.now().toISOString().slice(0, 10) }

  return {
    checks: () => foChecks({ context, http, tenant }),
    source(dataType) {
      if (dataType === 'orders') return createOrderSource(reading)
      if (dataType === 'order_status') return createOrderStatusSource(reading)
      const kind = kinds[dataType]
      if (kind) return createSource(kind, reading)
      throw new AppError('connection.not-capable', `Finance and Operations does not offer ${dataType}`)
    },
    sink(dataType) {
      if (dataType !== 'orders') throw new AppError('connection.not-capable', `Finance and Operations takes no ${dataType}`)
      return createOrderSink({ http, reader, tenant, headers, settings, clock })
    },
    choices: (field) => foChoices(field, tenant),
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  }
}
