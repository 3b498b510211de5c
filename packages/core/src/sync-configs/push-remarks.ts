import type { Connection } from '../connections/connection.ts'
import { parseSettings } from '../connections/credentials.ts'
import type { Connector, ConnectorRegistry } from '../connector/connector.ts'
import { AppError } from '../kernel/errors.ts'
import { explainReverse, type ReverseRemark } from '../mapping/explain-reverse.ts'
import type { MappingSettings } from '../mapping/mapping.ts'
import { planReverse } from '../mapping/reverse-mapping.ts'
import type { PlaceOf } from '../mapping/reverse-targets.ts'
import type { DataTypeId } from '../records/data-types.ts'

/** Where the connector of a connection writes mapped fields; undefined if it can write any path, or if the settings are no longer valid. */
export function placesOf(
  connection: Connection,
  dataType: DataTypeId,
  { connectors }: { readonly connectors: ConnectorRegistry },
): PlaceOf | undefined {
  const connector = connectors.find(connection)
  if (!connector?.placeOf) return undefined
  const settings = validSettings(connector, connection)
  if (settings === null) return undefined
  return (path) => connector.placeOf?.(path, dataType, settings) ?? { kind: 'path' }
}

function validSettings(connector: Connector, { settings }: Connection) {
  try {
    return parseSettings(connector, settings)
  } catch (thrown) {
    if (thrown instanceof AppError) return null // opening a session will say it
    throw thrown
  }
}

/** What a push does with the fields of a mapping; empty if the connection cannot be pushed to. */
export function pushRemarks(
  connection: Connection,
  dataType: DataTypeId,
  settings: MappingSettings,
  ports: { readonly connectors: ConnectorRegistry },
): readonly ReverseRemark[] {
  if (!ports.connectors.find(connection)?.capabilities[dataType]?.push) return []
  return explainReverse(planReverse(settings, placesOf(connection, dataType, ports)))
}
