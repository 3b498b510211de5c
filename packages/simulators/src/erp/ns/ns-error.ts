import { type Answer, json } from '../../exchange.ts'

/** A refusal in NetSuite's words. */
export class NsError extends Error {
  readonly status: number
  readonly code: string
  /** Where in the body or query it went wrong. */
  readonly where: Readonly<Record<string, string>>

  constructor(status: number, code: string, message: string, where: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'NsError'
    this.status = status
    this.code = code
    this.where = where
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** The body of an error (docs/erp/netsuite.md#error-bodies). */
export const toErrorAnswer = ({
  status,
  code,
  message,
  where = {},
}: Pick<NsError, 'status' | 'code' | 'message'> & Partial<Pick<NsError, 'where'>>): Answer =>
  json(
    {
      type: `https://www.rfc-editor.org/rfc/rfc9110.html#section-15`,
      title: titles[status] ?? 'Error',
      status,
      'o:errorDetails': [{ detail: message, ...where, 'o:errorCode': code }],
    },
    { status, headers: { 'content-type': 'application/vnd.oracle.resource+json; type=error; charset=utf-8' } },
  )
