import { createErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { failureRules } from '@linkspan/connector-kit/http/failure-rules'
import { AppError, type OpenContext, type Session } from '@linkspan/core/connector'
import { fusionAuthorizer } from './authentication.ts'
import { ofOrders } from './business-units.ts'
import { fusionChecks } from './checks.ts'
import { createOrderStatusSource } from './order-status-source.ts'
import { createOrganizations } from './organizations.ts'
import { createPlans } from './plans.ts'
import { createReader } from './reader.ts'
import { type Api, serviceRoot } from './service-root.ts'
import type { FusionCredentials, FusionSettings } from './settings.ts'
import { createOrderSink } from './sink.ts'
import { createSource, isPlain } from './source.ts'
import { createStockSource } from './stock-source.ts'

export async function openFusionSession(context: OpenContext<FusionSettings, FusionCredentials>): Promise<Session> {
  const { credentials, settings, clock, logger, pageSize, signal } = context
  const { apiUrl } = credentials
  const http = createErpHttp(context, {
    apiUrl,
    authorizers: [fusionAuthorizer(context)],
    maxResponseBytes: settings.maxResponseBytes,
    failureRules: failureRules.oracleFusion,
  })
  /** The language decides over the words of statuses (docs/erp/oracle-fusion.md#languages). */
  const headers = {
    accept: 'application/json',
    'accept-language': 'en',
    'rest-framework-version': String(settings.restFrameworkVersion),
  }
  const rootOf = (api: Api): URL => serviceRoot(apiUrl, api, settings.apiVersion)
  const grammar = settings.restFrameworkVersion < 2 ? 'simple' : 'expressions'
  const reader = createReader({ http, clock, rootOf, headers, pageSize, grammar })
  const organizations = createOrganizations(reader, settings)
  const reading = { reader, plans: createPlans({ http, rootOf, headers, logger }), organizations, settings, clock, logger }

  return {
    checks: () => fusionChecks({ context, http, reader, organizations }),
    source(dataType) {
      if (dataType === 'inventory') return createStockSource(reading)
      if (dataType === 'order_status') return createOrderStatusSource(reading)
      if (isPlain(dataType)) return createSource(dataType, reading)
      throw new AppError('connection.not-capable', `Oracle Fusion does not offer ${dataType}`)
    },
    sink(dataType) {
      if (dataType !== 'orders') throw new AppError('connection.not-capable', `Oracle Fusion takes no ${dataType}`)
      return createOrderSink({ http, reader, root: rootOf('fscmRestApi'), headers, settings, clock, signal })
    },
    async choices(field) {
      if (field === 'organizationCode') return (await organizations.seen()).map((code) => ({ value: code, label: code }))
      const { units } = await ofOrders(reader)
      return units.flatMap(({ id, name }) => (id === undefined ? [] : [{ value: id, label: `${name ?? 'Without a name'} (${id})` }]))
    },
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  }
}
