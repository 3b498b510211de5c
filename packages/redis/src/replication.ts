/** What a node says about its replication in `INFO replication`. */
export interface Replication {
  readonly isMaster: boolean
  /** Names the history of writes. A replica that becomes the master begins a new one. */
  readonly history: string
  /** How much was written. */
  readonly offset: number
  readonly replicaCount: number
  /** How much each replica that is in sync has acknowledged. */
  readonly acknowledged: readonly number[]
  /** Whether the node was a replica before it became the master. */
  readonly wasPromoted: boolean
}

export function parseReplication(info: string): Replication {
  const read = (name: string) => new RegExp(`^${name}:(\\S+)`, 'm').exec(info)?.[1] ?? ''
  return {
    isMaster: read('role') === 'master',
    history: read('master_replid'),
    offset: Number(read('master_repl_offset')),
    replicaCount: Number(read('connected_slaves')),
    acknowledged: [...info.matchAll(/^slave\d+:.*state=online,offset=(\d+)/gm)].map(([, offset]) => Number(offset)),
    wasPromoted: /[^0]/.test(read('master_replid2')),
  }
}
