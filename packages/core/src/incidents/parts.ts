import type { DataTypeId } from '../records/data-types.ts'

/** The names of what can be in trouble. Each begins with the id of whose it is. */
export const parts = {
  /** The runs of a stream in one direction. */
  runs: (connectionId: string, dataType: DataTypeId, direction: 'pull' | 'push') => `${connectionId}/${dataType}/${direction}`,
  /** The records of a stream that were rejected. */
  rejects: (connectionId: string, dataType: DataTypeId) => `${connectionId}/${dataType}/rejects`,
  /** The age of a stream's data. */
  freshness: (connectionId: string, dataType: DataTypeId, direction: string) => `${connectionId}/${dataType}/freshness-${direction}`,
  /** How many records of a stream come in. */
  volume: (connectionId: string, dataType: DataTypeId) => `${connectionId}/${dataType}/volume`,
  /** One record that the ERP has refused. */
  record: (connectionId: string, dataType: DataTypeId, recordId: string) => `${connectionId}/${dataType}/record/${recordId}`,
  /** The records that both sides have changed. */
  conflicts: (connectionId: string) => `${connectionId}/conflicts`,
  /** Whether the ERP can be worked with at all. */
  circuit: (connectionId: string) => `${connectionId}/circuit`,
  /** How long the certificate of the ERP is still good. */
  certificate: (connectionId: string) => `${connectionId}/certificate`,
  /** The deliveries of a webhook. */
  webhook: (webhookId: string) => webhookId,
}
