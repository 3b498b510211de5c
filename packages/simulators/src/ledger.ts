/** Everything that was sent under one reference, and what became of it. */
export interface LedgerEntry {
  readonly table: string
  readonly reference: string
  /** Creations that came in, answered or not. */
  received: number
  /** What the ERP made of them: more than one is an order placed twice. */
  readonly erpIds: string[]
  /** Creations that were known by their idempotency key. */
  replayed: number
  refused: number
  updates: number
}

export interface LedgerSummary {
  readonly received: number
  readonly stored: number
  readonly replayed: number
  readonly refused: number
  readonly updates: number
  /** References that are there more than once. */
  readonly duplicates: readonly string[]
}

/** The books of a simulated ERP: what was written to it, by whom it was called what, and how often it came. */
export interface Ledger {
  of(table: string, reference: string): LedgerEntry
  entries(table?: string): readonly LedgerEntry[]
  summary(): LedgerSummary
}

export function createLedger(): Ledger {
  const entries = new Map<string, LedgerEntry>()
  const list = (table?: string) => [...entries.values()].filter((entry) => table === undefined || entry.table === table)
  return {
    of(table, reference) {
      const key = `${table}\n${reference}`
      const known = entries.get(key) ?? { table, reference, received: 0, erpIds: [], replayed: 0, refused: 0, updates: 0 }
      entries.set(key, known)
      return known
    },
    entries: list,
    summary() {
      const sum = (of: (entry: LedgerEntry) => number) => list().reduce((total, entry) => total + of(entry), 0)
      return {
        received: sum(({ received }) => received),
        stored: sum(({ erpIds }) => erpIds.length),
        replayed: sum(({ replayed }) => replayed),
        refused: sum(({ refused }) => refused),
        updates: sum(({ updates }) => updates),
        duplicates: list().flatMap(({ erpIds, reference }) => (erpIds.length > 1 ? [reference] : [])),
      }
    },
  }
}
