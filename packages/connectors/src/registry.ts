import type { Connector, ConnectorRegistry } from '@linkspan/core/connector'
import { doiXml } from './doi-xml/connector.ts'
import { rest } from './rest/connector.ts'
import { sapOData } from './sap-odata/connector.ts'
import { sftp } from './sftp/connector.ts'

/** One line for each connector. */
const connectors = [rest, sapOData, doiXml, sftp] as const satisfies readonly Connector[]

/** Which connector serves a web service, by provider. */
const served: Readonly<Record<string, Connector>> = { Custom: rest, SAP: sapOData }

export const createConnectorRegistry = (): ConnectorRegistry => ({
  all: connectors,
  find({ connectionMethod, provider }) {
    switch (connectionMethod) {
      case 'sftp': // files are files, whoever writes them
        return sftp
      case 'doi':
        return doiXml
      case 'api':
        return served[provider]
    }
  },
})
