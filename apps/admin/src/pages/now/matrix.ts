import type { DataType, Stream } from '../../api/names.ts'

/** What is known of one data type of a connection: its streams, the one to worry about first. */
export type Cell = readonly Stream[]

export interface Row {
  readonly connectionId: string
  readonly name: string
  /** By data type, in the order of `columns`; empty if nothing is exchanged. */
  readonly cells: readonly Cell[]
  /** How bad the worst stream is; 0 if all are fine. */
  readonly trouble: number
}

export interface Matrix {
  readonly columns: readonly DataType[]
  /** In the order of the server. */
  readonly rows: readonly Row[]
}

const order: readonly DataType[] = ['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices']

/** How much a stream asks to be looked at: it failed, it is late, some of its records are uncertain, or it never succeeded. */
export function troubleOf({ lastRun, freshness, lastSuccessAt, outbox }: Stream): number {
  if (lastRun?.status === 'error') return 4
  if (freshness.late) return 3
  if (outbox.uncertain > 0) return 2
  return lastSuccessAt === undefined && lastRun !== undefined ? 1 : 0
}

export function toMatrix(streams: readonly Stream[]): Matrix {
  const columns = order.filter((dataType) => streams.some((stream) => stream.dataType === dataType))
  const byConnection = new Map<string, Stream[]>()
  for (const stream of streams) byConnection.set(stream.connectionId, [...(byConnection.get(stream.connectionId) ?? []), stream])
  const rows = [...byConnection].map(([connectionId, own]) => ({
    connectionId,
    name: own[0]?.connectionName ?? connectionId,
    cells: columns.map((dataType) =>
      own.filter((stream) => stream.dataType === dataType).toSorted((one, other) => troubleOf(other) - troubleOf(one)),
    ),
    trouble: Math.max(...own.map(troubleOf)),
  }))
  return { columns, rows }
}

/** Up to this many connections are all shown. */
const maxRows = 40

/** Of many connections, those with problems are shown first, the others on demand. */
export function splitRows(rows: readonly Row[]): { readonly shown: readonly Row[]; readonly fine: readonly Row[] } {
  if (rows.length <= maxRows) return { shown: rows, fine: [] }
  const troubled = rows.filter(({ trouble }) => trouble > 0).toSorted((one, other) => other.trouble - one.trouble)
  return { shown: troubled, fine: rows.filter(({ trouble }) => trouble === 0) }
}
