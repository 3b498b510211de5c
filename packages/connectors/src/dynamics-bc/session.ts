import { createErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { failureRules } from '@linkspan/connector-kit/http/failure-rules'
import { AppError, type OpenContext, type Session } from '@linkspan/core/connector'
import { bcAuthorizer } from './authentication.ts'
import { bcChecks } from './checks.ts'
import { createOrderStatusSource } from './order-status-source.ts'
import { createReader } from './read.ts'
import { hostOf } from './service-root.ts'
import type { BcCredentials, BcSettings } from './settings.ts'
import { createOrderSink } from './sink.ts'
import { createSource, isPlain } from './source.ts'
import { createStockSource } from './stock-source.ts'
import { createTenant } from './tenant.ts'

/** The language decides over the words of errors, which are matched (docs/erp/dynamics-business-central.md#error-codes). */
const headers = { accept: 'application/json', 'accept-language': 'en-US' } as const

export async function openBcSession(context: OpenContext<BcSettings, BcCredentials>): Promise<Session> {
  const { credentials, settings, clock, logger, pageSize } = context
  const host = hostOf(credentials)
  const http = createErpHttp(context, {
    apiUrl: host.href,
    authorizers: [bcAuthorizer(context)],
    maxResponseBytes: settings.maxResponseBytes,
    failureRules: failureRules.businessCentral,
  })
  const tenant = createTenant({ http, credentials, settings, headers, logger })
  const reader = createReader({ http, tenant, headers, pageSize })
  const reading = { reader, tenant, settings, origin: host.origin }

  return {
    checks: () => bcChecks({ context, http, tenant }),
    source(dataType) {
      if (dataType === 'inventory') return createStockSource(reading)
      if (dataType === 'order_status') return createOrderStatusSource(reading)
      if (isPlain(dataType)) return createSource(dataType, reading)
      throw new AppError('connection.not-capable', `Business Central does not offer ${dataType}`)
    },
    sink(dataType) {
      if (dataType !== 'orders') throw new AppError('connection.not-capable', `Business Central takes no ${dataType}`)
      return createOrderSink({ http, reader, tenant, headers, settings, clock })
    },
    /** Companies, the only field that has choices. */
    async choices() {
      const { companies } = await tenant.companies()
      return companies.map(({ name, displayName }) => ({ value: name, label: labelOf(name, displayName) }))
    },
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  }
}

const labelOf = (name: string, displayName: string | undefined): string =>
  displayName === undefined || displayName === name ? name : `${displayName} (${name})`
