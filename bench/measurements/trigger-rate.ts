import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataTypeIds } from '@linkspan/core'
import { startRedis } from '@linkspan/simulators'
import type { BareApiRequest } from '../baselines/bare-api.ts'
import { startChild } from '../child.ts'
import type { Finding } from '../finding.ts'
import { type LoadRequest, postAll } from '../load.ts'
import type { Measurement } from '../measurement.ts'
import { apiSecret, startProduct } from '../product.ts'
import { alternate } from '../rounds.ts'

const connectionsAtOnce = 50
const bareApi = new URL('../baselines/bare-api.ts', import.meta.url)
const json = { 'content-type': 'application/json' }
const bodies = dataTypeIds.map((dataType) => JSON.stringify({ dataType }))

/** One request per data type of each connection. */
const allOf = (ids: readonly string[], prefix: string): LoadRequest[] =>
  ids.flatMap((id) => bodies.map((body) => ({ path: `${prefix}/connections/${id}/sync`, body })))

/** How many syncs per second the API accepts from 50 clients, compared with plain Fastify, zod and `queue.add`. No worker runs. */
export const triggerRate: Measurement = {
  title: 'POST …/sync from 50 clients',
  async run({ rounds, size }) {
    const perRound = size(2000, 200)
    await using redis = await startRedis()
    await using product = await startProduct(redis)
    const url = await product.startApi()
    const ids: string[] = []
    while (ids.length < perRound * (rounds + 1)) ids.push(...(await Promise.all(Array.from({ length: 100 }, () => product.connect(url)))))
    const folder = mkdtempSync(join(tmpdir(), 'linkspan-bench-'))
    const ours = { ...json, authorization: `Bearer ${apiSecret}` }
    const requests = perRound * bodies.length

    async function compareWithBare(what: string, deduplicates: boolean, idsOf: (round: number) => readonly string[]): Promise<Finding> {
      await using bare = startChild<BareApiRequest, string>(bareApi)
      const bareUrl = await bare.ask({ redisUrl: redis.url, logFile: join(folder, `${deduplicates}.log`), deduplicates })
      let [bareRound, round] = [0, 0]
      const figures = await alternate(rounds, {
        baseline: () => postAll(bareUrl, allOf(idsOf(bareRound++), ''), connectionsAtOnce, json),
        product: () => postAll(url, allOf(idsOf(round++), '/api/v1/erp'), connectionsAtOnce, ours),
      })
      return {
        what,
        unit: 'requests/s',
        product: { label: 'our API', rounds: figures.product },
        baseline: { label: 'bare Fastify, zod, BullMQ', rounds: figures.baseline },
        target: { atLeast: 0.5 },
      }
    }

    try {
      const [first = ''] = ids
      const distinct = await compareWithBare('each starts a run', false, (round) => ids.slice(round * perRound, (round + 1) * perRound))
      const same = await compareWithBare('all join the runs of one connection', true, () => Array.from({ length: perRound }, () => first))
      return { sizes: { requests, connectionsAtOnce }, findings: [distinct, same] }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
