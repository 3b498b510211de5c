import { createErpHttp, type ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { failureRules } from '@linkspan/connector-kit/http/failure-rules'
import { AppError, type OpenContext, type Session } from '@linkspan/core/connector'
import { apiUrlOf, serviceUrl } from './account.ts'
import { createAccountData } from './account-data.ts'
import { netSuiteAuthorizer } from './authentication.ts'
import { netSuiteChecks } from './checks.ts'
import { createItemLookUp } from './items.ts'
import { createReader } from './read.ts'
import type { NetSuiteCredentials, NetSuiteSettings } from './settings.ts'
import { createOrderSink } from './sink.ts'
import { createSource } from './source.ts'
import { createSuiteQl } from './suiteql.ts'

export async function openNetSuiteSession(context: OpenContext<NetSuiteSettings, NetSuiteCredentials>): Promise<Session> {
  const { credentials, settings, clock, logger, pageSize } = context
  const url = apiUrlOf(credentials)
  const http: ErpHttp = createErpHttp(context, {
    apiUrl: url.href,
    authorizers: [netSuiteAuthorizer(context, () => http.lastServerTime())],
    maxResponseBytes: settings.maxResponseBytes,
    failureRules: failureRules.netSuite,
  })
  const suiteQl = createSuiteQl({ http, url: serviceUrl(credentials, 'query/v1/suiteql'), clock, logger })
  const reader = createReader(suiteQl, pageSize)
  const account = createAccountData({ suiteQl, reader, settings, logger })
  const reading = { reader, account, settings, logger }
  const items = createItemLookUp(reader)

  return {
    checks: () => netSuiteChecks({ context, url, http, suiteQl, account }),
    source: (dataType) => createSource(dataType, reading),
    sink(dataType) {
      if (dataType !== 'orders') throw new AppError('connection.not-capable', `NetSuite takes no ${dataType}`)
      return createOrderSink({ http, reading, items, ordersUrl: serviceUrl(credentials, 'record/v1/salesOrder'), clock })
    },
    async choices(field) {
      const found = await (field === 'location' ? account.locations() : account.subsidiaries())
      return found.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))
    },
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  }
}
