import { Agent } from 'undici'
import { serveParent } from '../child.ts'
import { anOrder } from '../orders.ts'

/** Posts orders one after the other, as a hand-written loop would: a lost order stays lost, and a repeated one is stored twice. */
export interface PushLoopRequest {
  readonly apiUrl: string
  readonly name: string
  readonly orders: number
}

const agent = new Agent()

serveParent(async ({ apiUrl, name, orders }: PushLoopRequest): Promise<number> => {
  let accepted = 0
  for (let number = 0; number < orders; number += 1) {
    const order = anOrder(`${name}-${number}`)
    const { statusCode, body } = await agent.request({
      origin: apiUrl,
      path: '/orders',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': order.id },
      body: JSON.stringify({ ...order, ourReference: order.id }),
    })
    await body.json()
    if (statusCode === 201) accepted += 1
  }
  return accepted
})
