import { hash } from 'node:crypto'
import { Redis } from 'ioredis'
import { Agent } from 'undici'
import { z } from 'zod'
import { serveParent } from '../child.ts'

/** Reads a REST API page by page into two hashes, as one would write it for a single ERP: no resuming, no rejects, no change feed. */
export interface SyncLoopRequest {
  readonly redisUrl: string
  readonly apiUrl: string
  /** The prefix of the keys of both hashes. */
  readonly prefix: string
}

const Product = z.object({
  id: z.string().min(1),
  sku: z.string().min(1).max(64),
  name: z.string().min(1),
  description: z.string().optional(),
  barcode: z.string().max(64).optional(),
  price: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .optional(),
  cost: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .optional(),
  currency: z.string().length(3).optional(),
  uom: z.string().max(16).default('EA'),
  category: z.string().optional(),
  brand: z.string().optional(),
  active: z.boolean().default(true),
  weight: z.number().optional(),
  weightUnit: z.string().max(16).optional(),
  updatedAt: z.iso.datetime().optional(),
})
const PageOfProducts = z.object({ data: z.array(z.unknown()), next: z.string().nullable() })

const agent = new Agent()
let redis: Redis | null = null

serveParent(async ({ redisUrl, apiUrl, prefix }: SyncLoopRequest): Promise<number> => {
  redis ??= new Redis(redisUrl)
  let stored = 0
  for (let path: string | null = '/products'; path !== null; ) {
    const { body } = await agent.request({ origin: apiUrl, path, method: 'GET' })
    const { data, next } = PageOfProducts.parse(JSON.parse(await body.text()))
    const records: string[] = []
    const hashes: string[] = []
    for (const row of data) {
      const parsed = Product.safeParse(row)
      if (!parsed.success) continue
      const json = JSON.stringify(parsed.data)
      records.push(parsed.data.id, json)
      hashes.push(parsed.data.id, hash('sha256', json, 'base64url'))
    }
    await Promise.all([redis.hset(`${prefix}:records`, ...records), redis.hset(`${prefix}:hashes`, ...hashes)])
    stored += records.length / 2
    path = next
  }
  return stored
})
