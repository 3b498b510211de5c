import { type Answer, json } from '../../exchange.ts'
import type { DoiMailer, SentDocument } from './mailer.ts'
import type { OrderStore } from './order-store.ts'

// biome-ignore lint/suspicious/noExplicitAny: whoever controls a simulator from outside is trusted
type Asked = Record<string, any>

const senders: Readonly<Record<string, (mailer: DoiMailer, asked: Asked) => Promise<SentDocument>>> = {
  confirm: (mailer, { orderId, options }) => mailer.confirm(orderId, options),
  ship: (mailer, { orderId, lines, options }) => mailer.ship(orderId, lines, options),
  invoice: (mailer, { orderId, options }) => mailer.invoice(orderId, options),
  status: (mailer, { orderId, options }) => mailer.status(orderId, options),
  repeat: (mailer, { payloadId }) => mailer.repeat(payloadId),
}

/** Sends a document for whoever runs the partner in another process: `{"kind":"ship","orderId","lines","options"}`, `{"kind":"repeat","payloadId"}`. */
export async function sendOnDemand(mailer: DoiMailer, body: string): Promise<Answer> {
  try {
    const { inbound, ...asked }: Asked = JSON.parse(body)
    if (inbound) mailer.sendTo(inbound)
    const send = Object.hasOwn(senders, asked.kind) ? senders[asked.kind] : undefined
    if (!send) throw new Error(`"kind" is one of ${Object.keys(senders).join(', ')}.`)
    return json(await send(mailer, asked))
  } catch (error) {
    return json({ error: (error as Error).message }, { status: 400 })
  }
}

/** The next orders are answered with this Status: `{"code","text","times","stores"}`. */
export function forceOnDemand(desk: OrderStore, body: string): Answer {
  try {
    const { code, text, times = 1, stores = false }: Asked = JSON.parse(body)
    if (typeof code !== 'string' || typeof text !== 'string') throw new Error('"code" and "text" are texts.')
    desk.answerWith({ code, text, times, stores })
    return json({}, { status: 201 })
  } catch (error) {
    return json({ error: (error as Error).message }, { status: 400 })
  }
}
