import type { Connector, ConnectorRegistry } from '@linkspan/core'
import { rest } from './rest/connector.ts'
import { sapOData } from './sap-odata/connector.ts'
import { sftp } from './sftp/connector.ts'

/** One line for each connector. */
const connectors = [rest, sapOData, sftp] as const satisfies readonly Connector[]

/** Which connector serves a connection, by method and provider. Files are files, whoever writes them. */
const served: Readonly<Record<string, Connector>> = {
  'api/Custom': rest,
  'api/SAP': sapOData,
}

export const createConnectorRegistry = (): ConnectorRegistry => ({
  all: connectors,
  find: ({ connectionMethod, provider }) => (connectionMethod === 'sftp' ? sftp : served[`${connectionMethod}/${provider}`]),
})
