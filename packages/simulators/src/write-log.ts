import type { Row } from './dataset/table.ts'

export interface LedgerUpdate {
  readonly at: string
  /** `user`: somebody in the ERP itself. */
  readonly by: 'api' | 'user'
  /** Why it was refused; nothing when it was taken. */
  readonly refused?: readonly string[]
  /** The fields as they were sent. */
  readonly changes: unknown
}

/** One order as its sender means it: everything that came with the same reference. */
export interface LedgerOrder {
  /** By what the sender can find it again; null when it named nothing, and then each that comes is an order of its own. */
  readonly reference: string | null
  /** The order that it became, the first one where it became several; null as long as none was stored. */
  readonly erpId: string | null
  readonly erpIds: readonly string[]
  /** The last one that came with it. */
  readonly idempotencyKey: string | null
  /** How often it came to be stored: stored, answered again from memory, or refused. */
  readonly timesReceived: number
  readonly timesStored: number
  readonly timesReplayed: number
  /** The reasons of each refusal. */
  readonly refusals: readonly (readonly string[])[]
  /** The row as the last write or change left it. */
  readonly contents: Row | null
  /** What happened to it later, also to an order that was there before and never came. */
  readonly updates: readonly LedgerUpdate[]
}

export interface LedgerSummary {
  /** `stored + replayed + refused`. What a fault kept away before is not among them, nor what could not be read. */
  readonly received: number
  readonly stored: number
  readonly replayed: number
  readonly refused: number
  /** How many updates came over the API and were taken, and how many were not. */
  readonly updated: number
  readonly updatesRefused: number
  /** The references that were stored more than once. */
  readonly duplicates: readonly string[]
}

/** What the ERP was sent and what it made of it, for whoever has to prove that each order was stored once. */
export interface Ledger {
  orders(): readonly LedgerOrder[]
  /** The order with this reference or id of the ERP. */
  find(referenceOrId: string): LedgerOrder | undefined
  summary(): LedgerSummary
}

/** An order that has come and whose fate is to be told, once. */
export interface Receipt {
  stored(row: Row): void
  replayed(): void
  refused(reasons: readonly string[]): void
}

export interface ReceivedOrder {
  readonly reference: string | undefined
  readonly idempotencyKey?: string | undefined
}

/** The ledger and the pen. */
export interface WriteLog {
  readonly ledger: Ledger
  receive(order: ReceivedOrder): Receipt
  /** Notes what happened to an order; the row when it was changed. */
  update(erpId: string, update: Omit<LedgerUpdate, 'at'>, row?: Row): void
}

interface Entry extends LedgerOrder {
  erpId: string | null
  erpIds: string[]
  idempotencyKey: string | null
  timesReceived: number
  timesStored: number
  timesReplayed: number
  refusals: (readonly string[])[]
  contents: Row | null
  updates: LedgerUpdate[]
}

export function createLedger(clock: () => number = Date.now): WriteLog {
  const entries: Entry[] = []
  const byReference = new Map<string, Entry>()
  const byId = new Map<string, Entry>()
  const sums = { received: 0, stored: 0, replayed: 0, refused: 0, updated: 0, updatesRefused: 0 }

  function open(reference: string | null): Entry {
    const entry: Entry = {
      reference,
      erpId: null,
      erpIds: [],
      idempotencyKey: null,
      timesReceived: 0,
      timesStored: 0,
      timesReplayed: 0,
      refusals: [],
      contents: null,
      updates: [],
    }
    entries.push(entry)
    if (reference !== null) byReference.set(reference, entry)
    return entry
  }

  function openForId(erpId: string): Entry {
    const entry = open(null)
    entry.erpId = erpId
    entry.erpIds.push(erpId)
    byId.set(erpId, entry)
    return entry
  }

  return {
    ledger: {
      orders: () => entries,
      find: (text) => byReference.get(text) ?? byId.get(text),
      summary: () => ({
        ...sums,
        duplicates: entries.filter((each) => each.timesStored > 1).flatMap((each) => each.reference ?? []),
      }),
    },
    receive: ({ reference, idempotencyKey }) => {
      const entry = (reference !== undefined && byReference.get(reference)) || open(reference ?? null)
      entry.timesReceived++
      sums.received++
      entry.idempotencyKey = idempotencyKey ?? entry.idempotencyKey
      return {
        stored: (row) => {
          sums.stored++
          entry.timesStored++
          entry.erpId ??= row.id
          entry.erpIds.push(row.id)
          entry.contents = row
          byId.set(row.id, entry)
        },
        replayed: () => {
          sums.replayed++
          entry.timesReplayed++
        },
        refused: (reasons) => {
          sums.refused++
          entry.refusals.push(reasons)
        },
      }
    },
    update: (erpId, update, row) => {
      if (update.by === 'api') sums[update.refused ? 'updatesRefused' : 'updated']++
      const entry = byId.get(erpId) ?? openForId(erpId)
      entry.contents = row ?? entry.contents
      entry.updates.push({ at: new Date(clock()).toISOString(), ...update })
    },
  }
}
