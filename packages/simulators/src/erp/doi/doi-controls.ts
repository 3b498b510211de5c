import { type Answer, json } from '../../exchange.ts'
import type { DoiMailer, SentDocument } from './mailer.ts'
import type { OrderStore } from './order-store.ts'

// biome-ignore lint/suspicious/noExplicitAny: whoever controls a simulator from outside is trusted
type ControlRequest = Record<string, any>

const senders: Readonly<Record<string, (mailer: DoiMailer, request: ControlRequest) => Promise<SentDocument>>> = {
  confirm: (mailer, { orderId, options }) => mailer.confirm(orderId, options),
  ship: (mailer, { orderId, lines, options }) => mailer.ship(orderId, lines, options),
  invoice: (mailer, { orderId, options }) => mailer.invoice(orderId, options),
  status: (mailer, { orderId, options }) => mailer.status(orderId, options),
  repeat: (mailer, { payloadId }) => mailer.repeat(payloadId),
}

/** Sends a notice over HTTP control: `{"kind":"ship","orderId","lines","options"}` or `{"kind":"repeat","payloadId"}`. */
export async function sendOnDemand(mailer: DoiMailer, body: string): Promise<Answer> {
  try {
    const { inbound, ...request }: ControlRequest = JSON.parse(body)
    if (inbound) mailer.sendTo(inbound)
    const send = Object.hasOwn(senders, request.kind) ? senders[request.kind] : undefined
    if (!send) throw new Error(`"kind" must be one of ${Object.keys(senders).join(', ')}.`)
    return json(await send(mailer, request))
  } catch (error) {
    return json({ error: (error as Error).message }, { status: 400 })
  }
}

/** Sets the Status for the next orders: `{"code","text","times","stores"}`. */
export function forceOnDemand(orderStore: OrderStore, body: string): Answer {
  try {
    const { code, text, times = 1, stores = false }: ControlRequest = JSON.parse(body)
    if (typeof code !== 'string' || typeof text !== 'string') throw new Error('"code" and "text" must be strings.')
    orderStore.answerWith({ code, text, times, stores })
    return json({}, { status: 201 })
  } catch (error) {
    return json({ error: (error as Error).message }, { status: 400 })
  }
}
