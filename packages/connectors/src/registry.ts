import { type Connector, type ConnectorRegistry, createRegistry } from '@linkspan/core/connector'
import { doiXml } from './doi-xml/connector.ts'
import { dynamicsBc } from './dynamics-bc/connector.ts'
import { dynamicsFo } from './dynamics-fo/connector.ts'
import { netSuite } from './netsuite/connector.ts'
import { oracleFusion } from './oracle-fusion/connector.ts'
import { rest } from './rest/connector.ts'
import { sapOData } from './sap-odata/connector.ts'
import { sapSuccessFactors } from './sap-successfactors/connector.ts'
import { sftp } from './sftp/connector.ts'

/** One line for each connector. Of several products of one provider the first is the default. */
const connectors: readonly Connector[] = [rest, sapOData, sapSuccessFactors, dynamicsBc, dynamicsFo, oracleFusion, netSuite, doiXml, sftp]

export const createConnectorRegistry = (): ConnectorRegistry => createRegistry(connectors)
