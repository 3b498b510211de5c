import { randomUUID } from 'node:crypto'
import { type Answer, json } from '../../exchange.ts'

/** A refusal in Business Central's words. */
export class BcError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'BcError'
    this.status = status
    this.code = code
  }
}

/** The body of an error: its message ends with an id that is another each time (docs/erp/dynamics-business-central.md#correlation-ids). */
export const toErrorAnswer = ({ status, code, message }: Pick<BcError, 'status' | 'code' | 'message'>): Answer =>
  json({ error: { code, message: `${message}  CorrelationId:  ${randomUUID()}.` } }, { status })

export const unknownProperty = (name: string, set: string): BcError =>
  new BcError(400, 'BadRequest', `Could not find a property named '${name}' on type 'Microsoft.NAV.${set.replace(/s$/, '')}'.`)
