import { DataTypeId, PartyId } from '@linkspan/core'
import { z } from 'zod'

const id = (pattern: RegExp, example: string) => z.string().regex(pattern).meta({ example })

const connectionId = id(/^erp_[a-z0-9]{16}$/, 'erp_k3v9q0x7m2p5r8t1')

/** The parameters of the paths. An id of another form cannot exist, so the answer is 404. */
export const ConnectionPath = z.object({ id: connectionId })
export const ConnectionDataPath = ConnectionPath.extend({ dataType: DataTypeId })
export const ChoicesPath = ConnectionPath.extend({ field: z.string().describe('A field of `settings`.') })
export const RecordPath = ConnectionDataPath.extend({ recordId: z.string().min(1).describe('URL-encoded; it may contain slashes.') })
const testId = id(/^test_[a-z0-9]{31}$/, 'test_k3v9q0x7m2p5r8t10mjx3c5wqa1b2c3')
export const TestPath = ConnectionPath.extend({ testId })
export const DraftTestPath = z.object({ id: testId })
export const SyncLogPath = z.object({ id: id(/^log_[a-z0-9]{31}$/, 'log_k3v9q0x7m2p5r8t10mjx3c5wqa1b2c3') })
export const IncidentPath = z.object({ id: id(/^inc_[a-z0-9]{15}$/, 'inc_0mjx3c5wqa1b2c3') })
export const ConflictPath = z.object({ id: id(/^conflict_[a-z0-9]{31}$/, 'conflict_k3v9q0x7m2p5r8t10mjx3c5wqa1b2c3') })
export const ClientPath = z.object({ clientId: PartyId })
export const ClientSitePath = ClientPath.extend({ siteId: PartyId })
export const NotificationRoutePath = z.object({ id: id(/^route_[a-z0-9]{16}$/, 'route_k3v9q0x7m2p5r8t1') })
export const NotificationDeliveryPath = NotificationRoutePath.extend({ deliveryId: id(/^note_[a-z0-9]{15}$/, 'note_0mjx3c5wqa1b2c3') })
export const WebhookPath = z.object({ id: id(/^hook_[a-z0-9]{16}$/, 'hook_p5jx9qm3w7r2k8t4') })
export const DeliveryPath = WebhookPath.extend({ deliveryId: id(/^dlv_[a-z0-9]{13,29}$/, 'dlv_k3v9q0x7m2p5r8t10mjx3c5wq0000') })

/** The size limit of a body with records: enough for a thousand large orders. */
export const maxRecordBytes = 16_777_216
