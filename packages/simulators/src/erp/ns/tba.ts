import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Exchange } from '../../exchange.ts'

export interface TbaLogon {
  readonly consumerKey: string
  readonly consumerSecret: string
  readonly tokenId: string
  readonly tokenSecret: string
  readonly realm: string
}

/** A clock may be this far away. */
const maxSkewSeconds = 300

/** Why a request signed by OAuth 1.0a is refused; undefined if it is allowed. `used` has the nonces that came before. */
export function refusalOfTba(exchange: Exchange, logon: TbaLogon, used: Set<string>, nowSeconds: number): string | undefined {
  const given = headerParameters(exchange.headers.authorization ?? '')
  const { realm, oauth_signature: signature = '', ...signed } = given
  if (realm !== logon.realm) return `Wrong realm ${realm}.`
  if (signed.oauth_signature_method !== 'HMAC-SHA256') return `Signature method ${signed.oauth_signature_method} is not supported.`
  if (signed.oauth_consumer_key !== logon.consumerKey || signed.oauth_token !== logon.tokenId) return 'Unknown consumer key or token.'
  if (signed.oauth_version !== '1.0') return 'oauth_version must be 1.0.'
  const nonce = signed.oauth_nonce ?? ''
  if (!/^[A-Za-z0-9]{6,64}$/.test(nonce)) return 'The nonce must have 6 to 64 letters and digits.'
  const timestamp = Number(signed.oauth_timestamp)
  if (!(Math.abs(timestamp - nowSeconds) <= maxSkewSeconds)) return 'The timestamp is too far away.'
  if (used.has(`${timestamp} ${nonce}`)) return 'The nonce was used before.'
  if (!isSame(signature, signatureOf(exchange, signed, logon))) return 'The signature is wrong.'
  used.add(`${timestamp} ${nonce}`)
  return undefined
}

function headerParameters(header: string): Readonly<Record<string, string>> {
  const pairs = [...header.replace(/^OAuth\s+/i, '').matchAll(/([\w]+)="([^"]*)"/g)]
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, decodeURIComponent(value)]))
}

/** RFC 3986, which encodes more than `encodeURIComponent`. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!*'()]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

function signatureOf({ method, origin, rawPath, rawQuery }: Exchange, own: Readonly<Record<string, string>>, logon: TbaLogon): string {
  const parameters = [...new URLSearchParams(rawQuery), ...Object.entries(own)].map(([name, value]) => [encoded(name), encoded(value)])
  const sorted = parameters.sort(([a = '', x = ''], [b = '', y = '']) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : 1))
  const base = [method, encoded(`${origin}${rawPath}`), encoded(sorted.map(([name, value]) => `${name}=${value}`).join('&'))].join('&')
  const key = `${encoded(logon.consumerSecret)}&${encoded(logon.tokenSecret)}`
  return createHmac('sha256', key).update(base).digest('base64')
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
