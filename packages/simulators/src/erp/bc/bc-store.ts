import { createHash } from 'node:crypto'

export type Fields = Readonly<Record<string, unknown>>

/** One entity: its fields, and its lines if it is a document. */
export interface Entity {
  readonly id: string
  readonly updatedAt: string
  readonly fields: Fields
  readonly lines: readonly Fields[]
}

export const noDay = '0001-01-01'
export const noId = '00000000-0000-0000-0000-000000000000'

/** The id of the entity of a kind with a number: ids grow with the numbers. */
export function idOf(kind: number, number: string): string {
  const digits = number.replace(/\D/g, '').slice(-12).padStart(12, '0')
  return `${String(kind).padStart(8, '0')}-0000-4000-8000-${digits}`
}

/** The entities of one set, with the times at which they changed. */
export interface EntityTable {
  readonly name: string
  readonly size: number
  get(id: string): Entity | undefined
  any(): Entity | undefined
  /** All, by id or by the time of their change. */
  sorted(order: 'id' | 'time'): readonly Entity[]
  /** Those that have this text in a field. */
  with(field: string, text: string): readonly Entity[]
  /** Adds one, or replaces the one with its id. It changes now unless it says when. */
  put(entity: Omit<Entity, 'updatedAt'> & { readonly updatedAt?: string }): Entity
  remove(id: string): boolean
}

export function createEntityTable(name: string, now: () => string, indexed: readonly string[] = []): EntityTable {
  const held = new Map<string, Entity>()
  const indexes = new Map(indexed.map((field) => [field, new Map<string, Set<string>>()]))
  let sortedBy: Partial<Record<'id' | 'time', readonly Entity[]>> = {}

  const index = (entity: Entity, isThere: boolean): void => {
    for (const [field, byText] of indexes) {
      const text = String(entity.fields[field] ?? '')
      const ids = byText.get(text) ?? new Set<string>()
      byText.set(text, ids)
      if (isThere) ids.add(entity.id)
      else ids.delete(entity.id)
    }
  }

  return {
    name,
    get size() {
      return held.size
    },
    get: (id) => held.get(id),
    any: () => held.values().next().value,
    sorted(order) {
      const key = ({ id, updatedAt }: Entity) => (order === 'id' ? id : `${updatedAt} ${id}`)
      sortedBy[order] ??= [...held.values()].sort((one, other) => (key(one) < key(other) ? -1 : 1))
      return sortedBy[order]
    },
    with: (field, text) => [...(indexes.get(field)?.get(text) ?? [])].flatMap((id) => held.get(id) ?? []),
    put(entity) {
      const before = held.get(entity.id)
      if (before) index(before, false)
      const stored = { ...entity, updatedAt: entity.updatedAt ?? now() }
      held.set(stored.id, stored)
      index(stored, true)
      sortedBy = {}
      return stored
    },
    remove(id) {
      const before = held.get(id)
      if (!before) return false
      index(before, false)
      held.delete(id)
      sortedBy = {}
      return true
    },
  }
}

/** The version of an entity: another after each change. */
export const etagOf = ({ id, updatedAt }: Entity): string =>
  `W/"${createHash('sha256').update(`${id} ${updatedAt}`).digest('base64').slice(0, 24)}"`

const setNames = [
  'items',
  'itemLedgerEntries',
  'customers',
  'employees',
  'salesOrders',
  'salesShipments',
  'salesInvoices',
  'salesCreditMemos',
  'companyInformation',
  'generalLedgerSetup',
] as const
export type SetName = (typeof setNames)[number]
export type BcStore = Readonly<Record<SetName, EntityTable>>

/** Properties by which entities are found without reading all. */
export const indexed = ['number', 'orderNumber', 'itemNumber', 'invoiceNumber', 'externalDocumentNumber']

export const createBcStore = (now: () => string): BcStore =>
  Object.fromEntries(setNames.map((name) => [name, createEntityTable(name, now, indexed)])) as unknown as BcStore

/** What the lines of a document are called. */
export const linesOf: Readonly<Partial<Record<SetName, string>>> = {
  salesOrders: 'salesOrderLines',
  salesShipments: 'salesShipmentLines',
  salesInvoices: 'salesInvoiceLines',
  salesCreditMemos: 'salesCreditMemoLines',
}
