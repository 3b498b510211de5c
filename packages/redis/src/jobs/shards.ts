import { createHash } from 'node:crypto'
import { connectionOfPreview, connectionOfRun, connectionOfTest } from '@linkspan/core'

/**
 * The shard that a job belongs to, from 0 on. All runs of a connection are in one, so that they wait for each other in turn. It follows from
 * the id alone: every process with the same number of shards finds the same one.
 */
export function shardOf(jobId: string, shards: number): number {
  if (shards === 1) return 0
  const key = connectionOfRun(jobId) ?? connectionOfTest(jobId) ?? connectionOfPreview(jobId) ?? jobId
  return createHash('sha1').update(key).digest().readUInt32BE(0) % shards
}
