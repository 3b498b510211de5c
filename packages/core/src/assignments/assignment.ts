import { z } from 'zod'
import type { VersionedList } from '../kernel/versioned-list.ts'
import type { DataTypeId } from '../records/data-types.ts'

/** Which data types an assignment exchanges. Order status is exchanged with the orders. */
export const AssignmentSettings = z.object({
  syncOrders: z.boolean().default(true),
  syncProducts: z.boolean().default(true),
  syncInventory: z.boolean().default(true),
  syncEmployees: z.boolean().default(true),
  syncInvoices: z.boolean().default(true),
})
export type AssignmentSettings = z.infer<typeof AssignmentSettings>

const switches = {
  orders: 'syncOrders',
  order_status: 'syncOrders',
  products: 'syncProducts',
  inventory: 'syncInventory',
  employees: 'syncEmployees',
  invoices: 'syncInvoices',
} as const satisfies Record<DataTypeId, keyof AssignmentSettings>

export const isSwitchedOn = ({ settings }: { readonly settings: AssignmentSettings }, dataType: DataTypeId): boolean =>
  settings[switches[dataType]]

const common = {
  id: z.string(),
  clientId: z.string(),
  erpConnectionId: z.string(),
  catalogId: z.string().optional(),
  settings: AssignmentSettings,
  createdAt: z.iso.datetime(),
  createdBy: z.string().optional().describe('Who assigned it; absent if that was not noted.'),
  updatedAt: z.iso.datetime(),
  updatedBy: z.string().optional().describe('Who changed it last; absent if that was not noted.'),
}

/** A client's use of a connection, for all its sites without one of their own. At most one assignment of a client is its default. */
export const ClientERPAssignment = z.object({ ...common, isDefault: z.boolean() }).meta({ id: 'ClientERPAssignment' })
export type ClientERPAssignment = z.infer<typeof ClientERPAssignment>

/** A site's use of a connection. It replaces the client's assignment if `overridesClient` is true. */
export const SiteERPAssignment = z.object({ ...common, siteId: z.string(), overridesClient: z.boolean() }).meta({ id: 'SiteERPAssignment' })
export type SiteERPAssignment = z.infer<typeof SiteERPAssignment>

/** The id of a client or a site, given by the platform. */
export const PartyId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,127}$/, 'must begin with a letter or digit and have at most 128 of A–Z a–z 0–9 _ . : @ -')

/** Who uses a connection. */
export const ConnectionAssignments = z
  .object({ clients: z.array(ClientERPAssignment), sites: z.array(SiteERPAssignment) })
  .meta({ id: 'ERPConnectionAssignments' })
export type ConnectionAssignments = z.infer<typeof ConnectionAssignments>

export interface AssignmentRepository {
  readonly clients: VersionedList<ClientERPAssignment>
  readonly sites: VersionedList<SiteERPAssignment>
  /** The assignments that name a connection, in no order. */
  ofConnection(connectionId: string): Promise<ConnectionAssignments>
  /** Removes every assignment of a connection. */
  forgetConnection(connectionId: string): Promise<void>
}
