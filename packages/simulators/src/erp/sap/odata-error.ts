import { type Answer, json } from '../../exchange.ts'

export type ODataVersion = 'v2' | 'v4'

/** A message of an SAP application, for example `V1/302`. */
export interface SapMessage {
  readonly code: string
  readonly message: string
}

/** A refusal with a status. `sapError` turns it into SAP's JSON. */
export class ODataError extends Error {
  readonly status: number
  readonly code: string
  /** Further messages. */
  readonly others: readonly SapMessage[]

  constructor(status: number, code: string, message: string, others: readonly SapMessage[] = []) {
    super(message)
    this.name = 'ODataError'
    this.status = status
    this.code = code
    this.others = others
  }
}

/** SAP's JSON for an error: the text is in `message.value` in V2 and in `message` in V4 (docs/erp/sap-s4hana.md#error-bodies). */
export function sapError(
  version: ODataVersion,
  error: SapMessage & { readonly status: number; readonly others?: readonly SapMessage[] },
  headers: Record<string, string> = {},
): Answer {
  const { status, code, message, others = [] } = error
  const details = { transactionid: '0050568C1A2B1EEDA0C0000000000000', timestamp: '20260131000000.0000000' }
  const application = { component_id: 'LO-MD-MM', service_namespace: '/SAP/', service_id: 'API', service_version: '0001' }
  const errordetails = [{ code, message }, ...others].map((each) => ({ ...each, severity: 'error', propertyref: '', target: '' }))
  const body =
    version === 'v2'
      ? { error: { code, message: { lang: 'en', value: message }, innererror: { application, ...details, errordetails } } }
      : { error: { code, message, details: others, innererror: { application, ...details } } }
  return json(body, { status, headers: { dataserviceversion: '1.0', ...headers } })
}
