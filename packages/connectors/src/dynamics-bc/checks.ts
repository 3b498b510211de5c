import { clockCheck, endpointChecks } from '@linkspan/connector-kit/http/check-endpoint'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { AppError, type CheckStep, type OpenContext, toAppError } from '@linkspan/core/connector'
import { hostOf } from './service-root.ts'
import type { BcCredentials, BcSettings } from './settings.ts'
import type { Tenant } from './tenant.ts'

interface CheckContext {
  readonly context: OpenContext<BcSettings, BcCredentials>
  readonly http: Pick<ErpHttp, 'lastServerTime'>
  readonly tenant: Tenant
}

/** What a connection test goes through before it reads each data type. */
export function bcChecks({ context, http, tenant }: CheckContext): readonly CheckStep[] {
  const { credentials, settings, clock } = context
  return [
    ...endpointChecks({ ...context, url: hostOf(credentials) }),
    {
      name: 'Authentication',
      essential: true,
      async run() {
        const { root } = await tenant.companies().catch(explainRefusal)
        return `Business Central accepts the credentials at ${root.origin}${root.pathname}`
      },
    },
    {
      name: 'Company',
      essential: true,
      async run() {
        const { companies } = await tenant.companies()
        const { name, id } = await tenant.company()
        const others = companies.filter((each) => each.id !== id).map((each) => `"${each.name}"`)
        const where =
          settings.company === undefined
            ? 'It is the only one'
            : others.length > 0
              ? `Others are ${others.join(', ')}`
              : 'There is no other'
        return `The company "${name}" (${id}) is there. ${where}`
      },
    },
    clockCheck(clock, http.lastServerTime),
  ]
}

/** A token that Entra gave and Business Central refuses: the application is not known there (docs/erp/dynamics-business-central.md#signing-in). */
function explainRefusal(thrown: unknown): never {
  const error = toAppError(thrown)
  const isFromApi = error.code === 'setup.credentials-rejected' && /\/companies\b/.test(error.message)
  if (!isFromApi) throw error
  throw new AppError(
    error.code,
    `${error.message}. If these are credentials of Microsoft Entra: enter the application in Business Central too, on the page "Microsoft Entra Applications", with permission sets`,
    { details: error.details, cause: error },
  )
}
