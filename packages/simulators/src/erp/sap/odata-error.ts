import { type Answer, json } from '../../exchange.ts'

export type ODataVersion = 'v2' | 'v4'

/** A refusal with a status, to be worded in SAP's way. */
export class ODataError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'ODataError'
    this.status = status
    this.code = code
  }
}

/** SAP's JSON for an error: the sentence sits in `message.value` in V2, in `message` in V4. */
export function sapError(
  version: ODataVersion,
  error: { status: number; code: string; message: string },
  headers: Record<string, string> = {},
): Answer {
  const { status, code, message } = error
  const details = { transactionid: '0050568C1A2B1EEDA0C0000000000000', timestamp: '20260131000000.0000000' }
  const application = { component_id: 'LO-MD-MM', service_namespace: '/SAP/', service_id: 'API', service_version: '0001' }
  const errordetails = [{ code, message, severity: 'error', propertyref: '', target: '' }]
  const body =
    version === 'v2'
      ? { error: { code, message: { lang: 'en', value: message }, innererror: { application, ...details, errordetails } } }
      : { error: { code, message, details: [], innererror: { application, ...details } } }
  return json(body, { status, headers: { dataserviceversion: '1.0', ...headers } })
}
