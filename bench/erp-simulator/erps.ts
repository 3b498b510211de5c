import {
  type DatasetOptions,
  type Simulator,
  startBusinessCentral,
  startFinanceOperations,
  startNetSuite,
  startOracleFusion,
  startSapOData,
  startSuccessFactors,
} from '@linkspan/simulators'

/** What a connection to a simulated ERP is created with. */
export interface ErpConnection {
  readonly provider: string
  readonly credentials: Readonly<Record<string, unknown>>
  readonly settings: Readonly<Record<string, unknown>>
}

interface StartedErp {
  readonly simulator: Simulator & { readonly writeLog: { summary(): { readonly stored: number; readonly duplicates: readonly string[] } } }
  readonly connection: ErpConnection
}

const pageSize = 1000

const salesOrder = { organization: '1710', distributionChannel: '10', division: '00', priceCondition: 'PPR0', units: { EA: 'PC' } }

/** The simulated ERPs by the ids of their connectors, with a connection that may read and write. */
const starters = {
  async 'sap-odata'(dataset) {
    const simulator = await startSapOData({ dataset, pageSize })
    const { url: apiUrl, user: username, password } = simulator
    return { simulator, connection: { provider: 'SAP', credentials: { apiUrl, username, password }, settings: { salesOrder } } }
  },
  async 'sap-successfactors'(dataset) {
    const simulator = await startSuccessFactors({ dataset, pageSize })
    const { url: apiUrl, companyId, user: username, password } = simulator
    const credentials = { apiUrl, companyId, username, password }
    return { simulator, connection: { provider: 'SAP', credentials, settings: { product: 'successfactors' } } }
  },
  async 'dynamics-bc'(dataset) {
    const simulator = await startBusinessCentral({ dataset, pageSize })
    const { url: apiUrl, tenantId, clientId, clientSecret, tokenUrl } = simulator
    const credentials = { apiUrl, tenantId, clientId, clientSecret, tokenUrl }
    return { simulator, connection: { provider: 'Dynamics', credentials, settings: { product: 'business-central' } } }
  },
  async 'dynamics-fo'(dataset) {
    const simulator = await startFinanceOperations({ dataset })
    const { url: apiUrl, tenantId, clientId, clientSecret, tokenUrl } = simulator
    const credentials = { apiUrl, tenantId, clientId, clientSecret, tokenUrl }
    return {
      simulator,
      connection: { provider: 'Dynamics', credentials, settings: { product: 'finance-operations', legalEntity: 'usmf' } },
    }
  },
  async netsuite(dataset) {
    const simulator = await startNetSuite({ dataset })
    const { url: apiUrl, accountId, clientId, certificateId, privateKey, timeZone: accountTimeZone } = simulator
    const credentials = { apiUrl, accountId, clientId, certificateId, privateKey }
    return { simulator, connection: { provider: 'NetSuite', credentials, settings: { accountTimeZone } } }
  },
  async 'oracle-fusion'(dataset) {
    const simulator = await startOracleFusion({ dataset })
    const { url: apiUrl, user: username, password } = simulator
    const settings = { organizationCode: 'V1', sourceSystem: 'WEB', businessUnitId: '300000046987012' }
    return { simulator, connection: { provider: 'Oracle', credentials: { apiUrl, username, password }, settings } }
  },
} satisfies Record<string, (dataset: DatasetOptions) => Promise<StartedErp>>

export type ErpName = keyof typeof starters

/** Starts an ERP with so many orders and employees. */
export const startErp = (name: ErpName, records: number): Promise<StartedErp> =>
  starters[name]({ products: 50, inventoryPerProduct: 1, orders: records, invoices: 0, employees: records })
