import type { Connector, ConnectorRegistry } from '@linkspan/core'
import { rest } from './rest/connector.ts'
import { sapOData } from './sap-odata/connector.ts'

/** One line for each connector. */
const connectors = [rest, sapOData] as const satisfies readonly Connector[]

/** Which connector serves a connection, by method and provider. */
const served: Readonly<Record<string, Connector>> = {
  'api/Custom': rest,
  'api/SAP': sapOData,
}

export const createConnectorRegistry = (): ConnectorRegistry => ({
  all: connectors,
  find: ({ connectionMethod, provider }) => served[`${connectionMethod}/${provider}`],
})
