import { Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { Agent } from 'undici'
import { answerParent } from '../child.ts'

/** A worker whose jobs fetch the first page and do no more. */
export interface JobThenGetQuestion {
  readonly redisUrl: string
}

const agent = new Agent()

answerParent(async ({ redisUrl }: JobThenGetQuestion): Promise<null> => {
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
