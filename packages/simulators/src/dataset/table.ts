import { createFieldIndex, type FieldIndex } from './field-index.ts'
import type { Row, RowOrder } from './row.ts'
import { createSequence, lowerBound, type Sequence } from './sequence.ts'
import type { Timeline } from './timeline.ts'

/** Rows in two orders, computed when they are read. Only changed rows are kept in memory. */
export interface Table<R extends Row> extends Iterable<R> {
  readonly size: number
  /** Increases with every change. */
  readonly version: number
  get(id: string): R | undefined
  /** Any row; undefined if the table is empty. */
  any(): R | undefined
  at(position: number, order?: RowOrder): R | undefined
  /** Changes a row. Its change time is now, unless one is given. Throws if there is no such row. */
  touch(id: string, changes?: Partial<Omit<R, 'id'>>): R
  /** Adds a row. Its change time is now, unless one is given. Throws if the id is taken. */
  insert(row: Omit<R, 'updatedAt'> & { readonly updatedAt?: string }): R
  /** Adds the row that the generator would produce next, with these fields changed. Throws if the id is taken. */
  add(fields?: Partial<R>): R
  /** Returns whether there was such a row. */
  remove(id: string): boolean
  /** The next id of the generator. No row has or had it, and it is never returned again. */
  nextId(): string
  /** The rows with this text in a field, sorted by id. The first call for a field reads all rows; later calls use an index. */
  findBy(field: keyof R & string, text: string): R[]
}

export interface TableSource<R extends Row> {
  readonly size: number
  readonly timeline: Timeline
  /** Ids must increase with the index, even beyond `size`. */
  idAt(index: number): string
  rowAt(index: number, updatedAt: string): R
  /** Must never return the same time twice. */
  nextChangeTime(): string
}

/** The sort key of a row. */
export function keyOf(row: Row, order: RowOrder): string {
  return order === 'id' ? row.id : `${row.updatedAt}\u0000${row.id}`
}

export function createTable<R extends Row>(source: TableSource<R>): Table<R> {
  const { size, timeline } = source
  const held = new Map<string, R>()
  const removed = new Set<string>()
  const sequences = new Map<RowOrder, Sequence<R>>()
  const fieldIndexes = new Map<string, FieldIndex<R>>()
  let version = 0
  let grown = 0

  const computed = (index: number): R => source.rowAt(index, timeline.timeOf(index))

  function indexOf(id: string): number | undefined {
    const index = lowerBound(size, (i) => source.idAt(i) < id)
    return index < size && source.idAt(index) === id ? index : undefined
  }

  function get(id: string): R | undefined {
    const row = held.get(id)
    if (row) return row
    const index = removed.has(id) ? undefined : indexOf(id)
    return index === undefined ? undefined : computed(index)
  }

  function sequence(order: RowOrder): Sequence<R> {
    const known = sequences.get(order)
    if (known) return known
    const indexAt = order === 'id' ? (rank: number) => rank : timeline.indexAt
    const rankOf = order === 'id' ? (index: number) => index : timeline.rankOf
    const gone = [...held.keys(), ...removed].flatMap((id) => indexOf(id) ?? [])
    const made = createSequence<R>({
      size,
      keyAt: (rank) => {
        const index = indexAt(rank)
        return keyOf({ id: source.idAt(index), updatedAt: order === 'id' ? '' : timeline.timeOf(index) }, order)
      },
      excluded: [...new Set(gone)].map(rankOf).sort((a, b) => a - b),
      held: [...held.values()].map((value) => ({ key: keyOf(value, order), value })).sort((a, b) => (a.key < b.key ? -1 : 1)),
    })
    sequences.set(order, made)
    return made
  }

  function at(position: number, order: RowOrder = 'id'): R | undefined {
    const element = sequence(order).at(position)
    if (!element) return undefined
    if ('value' in element) return element.value
    return computed(order === 'id' ? element.rank : timeline.indexAt(element.rank))
  }

  function change(id: string, row: R | undefined): void {
    if (fieldIndexes.size > 0) {
      const before = get(id)
      for (const index of fieldIndexes.values()) index.replace(before, row)
    }
    if (row) held.set(id, row)
    else held.delete(id)
    if (row) removed.delete(id)
    else removed.add(id)
    version++
    sequences.clear()
  }

  function hold(row: R): R {
    change(row.id, row)
    return row
  }

  function insert(row: Omit<R, 'updatedAt'> & { readonly updatedAt?: string }): R {
    if (get(row.id)) throw new Error(`There is a row "${row.id}" already.`)
    return hold({ ...row, updatedAt: toTime(row.updatedAt) ?? source.nextChangeTime() } as unknown as R)
  }

  function nextIndex(): number {
    for (;;) {
      const index = size + grown++
      const id = source.idAt(index)
      if (!held.has(id) && !removed.has(id)) return index
    }
  }

  const table: Table<R> = {
    get size() {
      return sequence('id').length
    },
    get version() {
      return version
    },
    get,
    any: () => held.values().next().value ?? at(0),
    at,
    touch: (id, changes = {}) => {
      const row = get(id)
      if (!row) throw new Error(`There is no row "${id}".`)
      return hold({ ...row, ...changes, id, updatedAt: toTime(changes.updatedAt) ?? source.nextChangeTime() })
    },
    insert,
    add: (fields = {}) => {
      const updatedAt = toTime(fields.updatedAt) ?? source.nextChangeTime()
      return insert({ ...source.rowAt(nextIndex(), updatedAt), ...fields, updatedAt })
    },
    remove: (id) => {
      if (!get(id)) return false
      change(id, undefined)
      return true
    },
    nextId: () => source.idAt(nextIndex()),
    findBy: (field, text) => {
      const index = fieldIndexes.get(field) ?? createFieldIndex<R>(field, table)
      fieldIndexes.set(field, index)
      return index.idsOf(text).map((id) => get(id)!)
    },
    *[Symbol.iterator]() {
      for (let position = 0; ; position++) {
        const row = at(position)
        if (!row) return
        yield row
      }
    },
  }
  return table
}

function toTime(text: string | undefined): string | undefined {
  return text === undefined ? undefined : new Date(text).toISOString()
}
