import { Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { Agent } from 'undici'
import { serveParent } from '../child.ts'

/** A worker whose jobs only fetch the first page. */
export interface JobThenGetRequest {
  readonly redisUrl: string
}

const agent = new Agent()

serveParent(async ({ redisUrl }: JobThenGetRequest): Promise<null> => {
  const worker = new Worker<{ readonly apiUrl: string }>(
    'bare',
    async ({ data }) => {
      const { body } = await agent.request({ origin: data.apiUrl, path: '/products', method: 'GET' })
      await body.dump()
    },
    { connection: new Redis(redisUrl, { maxRetriesPerRequest: null }), concurrency: 10 },
  )
  await worker.waitUntilReady()
  return null
})
