import type { ConnectorFixture, ErpOptions } from '@linkspan/connector-kit/testing/connector-fixture'
import { type HttpFixture, startHttpFixture } from '@linkspan/connector-kit/testing/http-fixture'
import { createInbox, createState } from '@linkspan/connector-kit/testing/open-context'
import type { DataTypeId } from '@linkspan/core/connector'
import { startSuccessFactors } from '@linkspan/simulators'
import { newKey } from './keys.ts'

const key = newKey()
const wrongKey = newKey()

/** A SuccessFactors that is read with user and password, or with tokens for SAML assertions. */
export const startSfFixture =
  (login: 'basic' | 'saml') =>
  async (_: DataTypeId, { records, tieSize, announcesEmptyPage }: ErpOptions): Promise<ConnectorFixture & HttpFixture> => {
    const erp = await startSuccessFactors({
      dataset: { products: 0, orders: 0, employees: records, tieSize, bulkShare: 0 },
      announcesAfterFullPage: announcesEmptyPage,
      pageSize: 7,
      publicKey: key.publicKey,
    })
    const http = await startHttpFixture(erp, '/odata/')
    const { companyId, user, password, clientId } = erp
    const common = { apiUrl: http.url, companyId, username: user }
    const right = login === 'basic' ? { password } : { clientId, privateKey: key.privateKey }
    const wrong = login === 'basic' ? { password: 'Wrong!Pass9' } : { clientId, privateKey: wrongKey.privateKey }
    const settings = { enabledDataTypes: ['employees'] }
    const rows = () => [...erp.dataset.employees]
    return {
      ...http,
      connection: { credentials: { ...common, ...right }, settings },
      rejected: { credentials: { ...common, ...wrong }, settings },
      get secrets() {
        const basic = [password, 'Wrong!Pass9'].map((each) => Buffer.from(`${user}@${companyId}:${each}`).toString('base64'))
        return [password, ...basic, key.privateKey.slice(100, 160), ...erp.auth.issued]
      },
      state: createState(),
      inbox: createInbox(),
      checks: ['DNS', 'TCP/TLS', 'Authentication', 'Clock'],
      source: {
        ids: () => rows().map(({ id }) => id),
        changedSince: (time) =>
          rows()
            .filter(({ updatedAt }) => updatedAt >= time)
            .map(({ id }) => id),
        middle: erp.dataset.employees.at(records >> 1, 'time')?.updatedAt ?? '',
        pagesBeforeNextCall: 1,
        traces: async () => erp.writeLog.summary(),
        ...http.reading,
      },
    }
  }
