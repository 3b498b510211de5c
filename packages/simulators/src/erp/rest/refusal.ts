import { type Answer, json } from '../../exchange.ts'

const codes: Readonly<Record<number, string>> = {
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  412: 'PRECONDITION_FAILED',
  422: 'UNPROCESSABLE',
  428: 'PRECONDITION_REQUIRED',
}

/** A refusal with one message, in the form of this ERP. */
export function refusal(status: number, message: string): Answer {
  return json({ error: { code: codes[status] ?? 'BAD_REQUEST', message } }, { status })
}
