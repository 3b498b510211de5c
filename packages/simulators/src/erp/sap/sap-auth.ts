import { randomBytes } from 'node:crypto'
import { type Answer, basicCredentials, type Exchange, text } from '../../exchange.ts'

export interface SapLogon {
  readonly user: string
  readonly password: string
  /** The only SAP client of the system. */
  readonly client: string
}

/** Sessions with valid CSRF tokens. */
export interface CsrfSessions {
  /** How often a token was fetched. */
  readonly fetchCount: number
  /** Ends all sessions. Their tokens are then refused with `Required`. */
  expireAll(): void
}

export interface SapAuth {
  readonly csrf: CsrfSessions
  /** The refusal; undefined if the request is allowed. */
  refusalOf(exchange: Exchange, client: string | undefined): Answer | undefined
  /** Headers with a token and its cookies, if the request fetches one. */
  tokenHeaders(exchange: Exchange): Record<string, string | readonly string[]>
}

const cookieNames = ['SAP_SESSIONID_S4H', 'sap-XSRF_S4H'] as const

/**
 * Checks logon, client and CSRF token like an SAP Gateway (docs/erp/sap-s4hana.md#csrf-tokens). A token is valid only with the session
 * cookie it came with (docs/erp/sap-s4hana.md#session-cookies).
 */
export function createSapAuth(logon: SapLogon): SapAuth {
  const tokens = new Map<string, string>()
  let fetchCount = 0

  function sessionOf({ headers }: Exchange): string | undefined {
    const cookies = (headers.cookie ?? '').split(/; */).map((cookie) => cookie.slice(cookie.indexOf('=') + 1))
    return cookies.map((value) => decodeURIComponent(value)).find((value) => tokens.has(value))
  }

  function refuseWrite(exchange: Exchange): Answer | undefined {
    const session = sessionOf(exchange)
    const isValid = session !== undefined && exchange.headers['x-csrf-token'] === tokens.get(session)
    if (isValid) return undefined
    return text('CSRF token validation failed', 'text/plain; charset=utf-8', { status: 403, headers: { 'x-csrf-token': 'Required' } })
  }

  return {
    csrf: {
      get fetchCount() {
        return fetchCount
      },
      expireAll: () => tokens.clear(),
    },
    refusalOf: (exchange, client) => {
      const given = basicCredentials(exchange.headers.authorization)
      const asked = client ?? exchange.headers['sap-client'] ?? logon.client
      if (given?.user.toUpperCase() !== logon.user.toUpperCase() || given.password !== logon.password) return logonFailed(logon.client)
      if (asked !== logon.client) return logonFailed(String(asked))
      return exchange.method === 'GET' || exchange.method === 'HEAD' ? undefined : refuseWrite(exchange)
    },
    tokenHeaders: (exchange) => {
      const asked = exchange.headers['x-csrf-token']
      if (typeof asked !== 'string' || asked.toLowerCase() !== 'fetch') return {}
      const session = sessionOf(exchange) ?? randomBytes(18).toString('base64')
      const token = tokens.get(session) ?? randomBytes(16).toString('base64')
      tokens.set(session, token)
      const name = `${cookieNames[fetchCount++ % cookieNames.length]}_${logon.client}`
      const cookies = [`sap-usercontext=sap-client=${logon.client}; path=/`, `${name}=${encodeURIComponent(session)}; path=/; HttpOnly`]
      return { 'x-csrf-token': token, 'set-cookie': cookies }
    },
  }
}

function logonFailed(client: string): Answer {
  const page = `<html><head><title>Logon Error Message</title></head><body><h1>Anmeldung fehlgeschlagen</h1><p>Client ${client}</p></body></html>`
  const headers = { 'www-authenticate': `Basic realm="SAP NetWeaver Application Server [S4H/${client}]"` }
  return text(page, 'text/html; charset=utf-8', { status: 401, headers })
}
