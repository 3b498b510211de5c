import type { RecordStream } from '../outbox/held-record.ts'
import { DataTypeId, dataTypeIds } from '../records/data-types.ts'

const pattern = new RegExp(`^reject_([a-z0-9]{16})_(${dataTypeIds.join('|')})_([A-Za-z0-9_-]*)$`)

/** Names the reject of one record. The id stays the same, however often the record is rejected. */
export const rejectIdFor = ({ connectionId, dataType }: RecordStream, key: string): string =>
  `reject_${connectionId.slice('erp_'.length)}_${dataType}_${Buffer.from(key).toString('base64url')}`

/** The stream and the key that an id was made of; null for any other text. */
export function parseRejectId(id: string): { readonly stream: RecordStream; readonly key: string } | null {
  const [, connection, dataType, key] = pattern.exec(id) ?? []
  if (connection === undefined || key === undefined) return null
  return {
    stream: { connectionId: `erp_${connection}`, dataType: DataTypeId.parse(dataType) },
    key: Buffer.from(key, 'base64url').toString(),
  }
}
