import type { Row } from './dataset/row.ts'

export interface OrderUpdate {
  readonly at: string
  /** `user`: a person in the ERP itself. */
  readonly by: 'api' | 'user'
  /** Why it was refused; absent if it was accepted. */
  readonly refused?: readonly string[]
  /** The fields as they were sent. */
  readonly changes: unknown
}

/** One order from the sender's point of view: everything that was sent with the same reference. */
export interface WrittenOrder {
  /** The sender's reference. Null if none was sent; each such order counts as a separate one. */
  readonly reference: string | null
  /** The ERP's id of the order, or of the first if several were stored; null as long as none is. */
  readonly erpId: string | null
  readonly erpIds: readonly string[]
  /** The last idempotency key that was sent with it. */
  readonly idempotencyKey: string | null
  /** How often it arrived, whether it was then stored, replayed or refused. */
  readonly timesReceived: number
  readonly timesStored: number
  readonly timesReplayed: number
  /** The reasons of each refusal. */
  readonly refusals: readonly (readonly string[])[]
  /** The row after the last write or edit. */
  readonly contents: Row | null
  /** Later changes. An order that was in the dataset from the start and was then changed has an entry too. */
  readonly updates: readonly OrderUpdate[]
}

export interface WriteSummary {
  /** `stored + replayed + refused`. Requests that a fault stopped or that could not be parsed are not counted. */
  readonly received: number
  readonly stored: number
  readonly replayed: number
  readonly refused: number
  /** How many updates over the API were accepted, and how many were refused. */
  readonly updated: number
  readonly updatesRefused: number
  /** The references under which more than one order was stored. */
  readonly duplicates: readonly string[]
}

/** What was sent to the ERP and what it did with it. Tests use it to prove that each order was stored once. */
export interface WriteLog {
  orders(): readonly WrittenOrder[]
  /** The order with this reference or with this ERP id. */
  find(referenceOrId: string): WrittenOrder | undefined
  summary(): WriteSummary
}

/** An order that has arrived. Exactly one of the methods must be called. */
export interface Receipt {
  stored(row: Row): void
  replayed(): void
  refused(reasons: readonly string[]): void
}

export interface ReceivedOrder {
  readonly reference: string | undefined
  readonly idempotencyKey?: string | undefined
}

/** The write log, and the functions that write to it. */
export interface WriteRecorder {
  readonly writeLog: WriteLog
  receive(order: ReceivedOrder): Receipt
  /** Records an update of an order; `row` is the changed row, if it was accepted. */
  update(erpId: string, update: Omit<OrderUpdate, 'at'>, row?: Row): void
}

interface Entry extends WrittenOrder {
  erpId: string | null
  erpIds: string[]
  idempotencyKey: string | null
  timesReceived: number
  timesStored: number
  timesReplayed: number
  refusals: (readonly string[])[]
  contents: Row | null
  updates: OrderUpdate[]
}

export function createWriteRecorder(clock: () => number = Date.now): WriteRecorder {
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
    writeLog: {
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
