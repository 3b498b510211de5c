import { clockCheck, endpointChecks } from '@linkspan/connector-kit/http/check-endpoint'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { AppError, type CheckStep, type OpenContext, toAppError } from '@linkspan/core/connector'
import { describeLegalEntity } from './legal-entities.ts'
import type { FoCredentials, FoSettings } from './settings.ts'
import type { Tenant } from './tenant.ts'

interface CheckContext {
  readonly context: OpenContext<FoSettings, FoCredentials>
  readonly http: Pick<ErpHttp, 'lastServerTime'>
  readonly tenant: Tenant
}

/** What a connection test goes through before it reads each data type. */
export function foChecks({ context, http, tenant }: CheckContext): readonly CheckStep[] {
  const { settings, clock } = context
  return [
    ...endpointChecks({ ...context, url: tenant.root }),
    {
      name: 'Authentication',
      essential: true,
      async run() {
        await tenant.signIn().catch(explainRefusal)
        return `Finance and Operations accepts the credentials at ${tenant.root.origin}${tenant.root.pathname}`
      },
    },
    {
      name: 'Legal entity',
      essential: true,
      async run() {
        const company = await tenant.company()
        const known = await tenant.legalEntities()
        if (known === null || known.length === 0)
          return `"${company}" is asked for; the environment does not list its legal entities, so it was not compared`
        const others = known.filter(({ id }) => id !== company).map(describeLegalEntity)
        const listed = others.length > 20 ? `${others.slice(0, 20).join(', ')}, …` : others.join(', ')
        const where =
          settings.legalEntity === undefined ? 'It is the only one' : listed === '' ? 'There is no other' : `Others are ${listed}`
        return `The legal entity "${company}" is there. ${where}`
      },
    },
    clockCheck(clock, http.lastServerTime),
  ]
}

/** A token that Entra gave and the environment refuses: the application is no user there (docs/erp/dynamics-finance-operations.md#signing-in). */
function explainRefusal(thrown: unknown): never {
  const error = toAppError(thrown)
  const isFromApi = /\$metadata/.test(error.message) && /^setup\.(credentials-rejected|permission-missing)$/.test(error.code)
  if (!isFromApi) throw error
  throw new AppError(
    error.code,
    `${error.message}. If these are credentials of Microsoft Entra: enter the client id in Finance and Operations too, on the page "Microsoft Entra ID applications", with a user who has the rights`,
    { details: error.details, cause: error },
  )
}
