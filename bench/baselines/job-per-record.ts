import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { serveParent } from '../child.ts'

/** Stores each record in a job of its own. */
export interface JobPerRecordRequest {
  readonly redisUrl: string
  readonly records: number
}

const inFlight = 200
const concurrency = 100
const fields = { name: 'Stainless steel hex bolt', price: '12.34', currency: 'EUR', uom: 'EA', active: true }

/** Returns the milliseconds until the last record was stored. */
serveParent(async ({ redisUrl, records }: JobPerRecordRequest): Promise<number> => {
  const client = new Redis(redisUrl, { maxRetriesPerRequest: null })
  const queue = new Queue('records', { connection: client, defaultJobOptions: { removeOnComplete: true } })
  const begun = performance.now()
  let stored = 0
  let onStored = () => {}
  const all = new Promise<void>((resolve) => {
    onStored = resolve
  })
  const worker = new Worker(
    'records',
    async ({ data }) => {
      await client.hset('bench:records', data.id, JSON.stringify(data))
      stored += 1
      if (stored === records) onStored()
    },
    { connection: client, concurrency },
  )
  let next = 0
  const adder = async () => {
    while (next < records) {
      const at = next++
      await queue.add('record', { id: `P${at}`, sku: `SKU-${at}`, ...fields })
    }
  }
  await Promise.all([all, ...Array.from({ length: inFlight }, adder)])
  const ms = performance.now() - begun
  await worker.close()
  await queue.obliterate({ force: true })
  await queue.close()
  await client.unlink('bench:records')
  client.disconnect()
  return ms
})
