import { clockCheck, endpointChecks } from '@linkspan/connector-kit/http/check-endpoint'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { AppError, type CheckStep, type DataTypeId, type OpenContext, toAppError } from '@linkspan/core/connector'
import { toRealm } from './account.ts'
import type { AccountData } from './account-data.ts'
import { listOf } from './names.ts'
import type { NetSuiteCredentials, NetSuiteSettings } from './settings.ts'
import type { SuiteQl } from './suiteql.ts'

interface CheckContext {
  readonly context: OpenContext<NetSuiteSettings, NetSuiteCredentials>
  readonly url: URL
  readonly http: Pick<ErpHttp, 'lastServerTime'>
  readonly suiteQl: SuiteQl
  readonly account: AccountData
}

/** What a connection test goes through before it reads each data type. */
export function netSuiteChecks({ context, url, http, suiteQl, account }: CheckContext): readonly CheckStep[] {
  const { credentials, settings, clock } = context
  return [
    ...endpointChecks({ ...context, url }),
    {
      name: 'Authentication',
      essential: true,
      async run() {
        const probe = { columns: [{ name: 'id', sql: 'p.id', isNeeded: true }], from: `${tableOf(context.enabledDataTypes)} p`, where: [] }
        await suiteQl.run(probe, [{ name: 'id', sql: 'p.id' }], 1).catch((thrown: unknown) => explainRefusal(thrown, credentials))
        return `NetSuite accepts the credentials at ${url.host}`
      },
    },
    {
      name: 'Subsidiary',
      essential: true,
      async run() {
        const [chosen, all] = [await account.subsidiary(), await account.subsidiaries()]
        if (chosen) return `The subsidiary "${chosen.name}" (${chosen.id}) is there. All are ${listOf(all) || 'not shown'}`
        if (all.length === 0) return 'NetSuite shows no subsidiaries: everything that the role may see is read'
        return `Everything that the role may see is read. settings.subsidiary can be one of ${listOf(all)}`
      },
    },
    {
      name: 'Time zone',
      essential: false,
      async run() {
        const { accountTimeZone: zone } = settings
        if (zone === undefined)
          return 'settings.accountTimeZone is not set: changes are asked for from 24 hours earlier, and records have no change time'
        const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(clock.now())
        return `In the account's time zone, ${zone}, it is ${time}`
      },
    },
    clockCheck(clock, http.lastServerTime),
  ]
}

/** A table that is read anyway. */
function tableOf([first]: readonly DataTypeId[]): string {
  if (first === 'products' || first === 'inventory') return 'item'
  return first === 'employees' ? 'employee' : 'transaction'
}

/** A refused login has many causes, and NetSuite names none (docs/erp/netsuite.md#signing-in). Any other refusal proves the login. */
function explainRefusal(thrown: unknown, { certificateId, accountId }: NetSuiteCredentials): void {
  const error = toAppError(thrown)
  if (error.code === 'setup.request-refused' || error.code === 'setup.permission-missing') return
  if (error.code !== 'setup.credentials-rejected') throw error
  const causes =
    certificateId === undefined
      ? `keys and tokens, the account (the realm is ${toRealm(accountId ?? '')}), the clock, and that the role may log in with access tokens`
      : 'the certificate and its id, its mapping to a role and a user, the key (RSA of 3072 or 4096 bits, or EC), and the clock'
  throw new AppError(error.code, `${error.message}. Check ${causes}. NetSuite tells the reason in its login audit trail`, {
    details: error.details,
    cause: error,
  })
}
