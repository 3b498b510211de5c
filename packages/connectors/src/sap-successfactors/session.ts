import { clockCheck, endpointChecks } from '@linkspan/connector-kit/http/check-endpoint'
import { withCookies } from '@linkspan/connector-kit/http/cookies'
import { createErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { checkedJson } from '@linkspan/connector-kit/http/error-in-answer'
import { decodeCollection } from '@linkspan/connector-kit/odata/decode'
import { withParameters } from '@linkspan/connector-kit/odata/query'
import { AppError, type CheckStep, type OpenContext, type Session } from '@linkspan/core/connector'
import { createReader } from './ask.ts'
import { sfAuthorizer } from './authentication.ts'
import { serviceRoot } from './service-root.ts'
import type { SfCredentials, SfSettings } from './settings.ts'
import { createEmployeeSource, setUrl } from './source.ts'

export async function openSfSession(context: OpenContext<SfSettings, SfCredentials>): Promise<Session> {
  const { settings, credentials, clock, logger, pageSize } = context
  const { apiUrl, companyId } = credentials
  const root = serviceRoot(apiUrl)
  const http = createErpHttp(context, { apiUrl, authorizers: [sfAuthorizer(context)], maxResponseBytes: settings.maxResponseBytes })
  /** SuccessFactors keeps a session for whoever brings its cookie along (docs/erp/sap-successfactors.md#paging). */
  const asking = withCookies(http)
  const reader = createReader({ http: asking, pageSize, paging: settings.paging, logger })

  const signIn: CheckStep = {
    name: 'Authentication',
    essential: true,
    async run() {
      const isOfUsers = settings.source === 'user'
      const set = setUrl({ root, settings }, isOfUsers ? 'User' : 'PerPerson')
      const query = new Map([
        ['$format', 'json'],
        ['$top', '1'],
        ['$select', isOfUsers ? 'userId' : 'personIdExternal'],
      ])
      const response = await asking.call(withParameters(set, query), { headers: { accept: 'application/json' } })
      decodeCollection(checkedJson(response), response.place)
      return `SuccessFactors accepts the credentials, and ${set.pathname.split('/').at(-1)} answers`
    },
  }

  return {
    checks: () => [...endpointChecks({ ...context, url: new URL(apiUrl) }), signIn, clockCheck(clock, http.lastServerTime)],
    source(dataType) {
      if (dataType !== 'employees') throw new AppError('connection.not-capable', `SAP SuccessFactors does not offer ${dataType}`)
      return createEmployeeSource({ reader, root, settings, companyId, clock })
    },
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  }
}
