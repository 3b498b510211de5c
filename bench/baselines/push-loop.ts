import { Agent } from 'undici'
import { answerParent } from '../child.ts'
import { anOrder } from '../orders.ts'

/** Posts orders one after the other, as one would write it by hand: what is lost is lost, what is sent twice is there twice. */
export interface PushLoopQuestion {
  readonly apiUrl: string
  readonly name: string
  readonly orders: number
}

const agent = new Agent()

answerParent(async ({ apiUrl, name, orders }: PushLoopQuestion): Promise<number> => {
  let taken = 0
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
    if (statusCode === 201) taken += 1
  }
  return taken
})
