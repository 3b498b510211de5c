import { expect, test } from 'vitest'
import { parseReplication } from './replication.ts'

test('reads what a master says about its replicas', () => {
  const info = [
    '# Replication',
    'role:master',
    'connected_slaves:2',
    'slave0:ip=10.0.0.2,port=6379,state=online,offset=1204,lag=0',
    'slave1:ip=10.0.0.3,port=6379,state=wait_bgsave,offset=0,lag=0',
    'master_replid:8f1f3c4ba3fbeb5ad5a0d5bb0a0e0bd6e6f7a5c1',
    'master_replid2:0000000000000000000000000000000000000000',
    'master_repl_offset:1210',
  ].join('\r\n')
  expect(parseReplication(info)).toEqual({
    isMaster: true,
    history: '8f1f3c4ba3fbeb5ad5a0d5bb0a0e0bd6e6f7a5c1',
    offset: 1210,
    replicaCount: 2,
    acknowledged: [1204],
    wasPromoted: false,
  })
  expect(parseReplication(info.replace(/replid2:0+/, 'replid2:8f1f3c4b')).wasPromoted).toBe(true)
  expect(parseReplication('role:slave\r\nconnected_slaves:0').isMaster).toBe(false)
})
