import type { ConnectorMemory } from '@linkspan/core'
import { z } from 'zod'
import type { InboundDocument } from './documents.ts'

const OrderedLine = z.object({ lineNumber: z.string(), sku: z.string().nullable(), quantity: z.string() })

/** What is remembered of an order that was sent: without it nobody could tell when it is shipped to its end. */
const SentOrder = z.object({ lines: z.array(OrderedLine), payloadId: z.string(), version: z.int(), previous: z.string().nullable() })
export type SentOrder = z.infer<typeof SentOrder>

const sentName = (orderId: string): string => `sent:${orderId}`
const saidName = (orderId: string): string => `said:${orderId}`

/** Orders by the number that the partner knows them by. */
export function createOrderMemory(memory: ConnectorMemory) {
  const read = async (name: string): Promise<unknown> => {
    const [text] = await memory.read([name])
    return typeof text === 'string' ? JSON.parse(text) : null
  }
  return {
    async sent(orderId: string): Promise<SentOrder | null> {
      const found = await read(sentName(orderId))
      return found === null ? null : SentOrder.parse(found)
    },
    keepSent: (orderId: string, order: SentOrder): Promise<void> => memory.write({ [sentName(orderId)]: JSON.stringify(order) }),
    /** All that the partner has said of it so far. */
    said: async (orderId: string): Promise<readonly InboundDocument[]> => ((await read(saidName(orderId))) ?? []) as InboundDocument[],
    keepSaid: (orderId: string, documents: readonly InboundDocument[]): Promise<void> =>
      memory.write({ [saidName(orderId)]: JSON.stringify(documents) }),
  }
}
export type OrderMemory = ReturnType<typeof createOrderMemory>
