import { createHash, createHmac } from 'node:crypto'
import type { WebhookSettings } from '../connections/webhook-settings.ts'
import type { InboundRequest } from '../connector/inbound.ts'
import { AppError } from '../kernel/errors.ts'
import { isSameSecret } from '../kernel/same-secret.ts'
import { parsePath, readPath } from '../mapping/path.ts'
import { toInstant } from '../records/days.ts'
import { jsonOf } from './json-of.ts'

type Of<Scheme> = Extract<WebhookSettings, { scheme: Scheme }>

/** How far the time of sending may be from now, in milliseconds. */
export const maxAgeMs = 300_000

/**
 * Checks that an event comes from whoever knows the secret, over its bytes as they came and in constant time. Returns what tells the event
 * from others, so that it is not taken twice; null if nothing does. Throws `webhook.unproven`.
 */
export function proveEvent(settings: WebhookSettings, secret: string, request: InboundRequest, now: Date): string | null {
  switch (settings.scheme) {
    case 'standard':
      return proveStandard(secret, request, now)
    case 'hmac':
      return proveHmac(settings, secret, request, now)
    case 'token':
      return proveToken(settings, secret, request)
  }
}

/** Standard Webhooks: `v1` signatures of id, time and body; several may come while a secret is rotated. */
function proveStandard(secret: string, request: InboundRequest, now: Date): string {
  const id = mustHave(request, 'webhook-id')
  const timestamp = mustHave(request, 'webhook-timestamp')
  const signatures = mustHave(request, 'webhook-signature').split(' ')
  assertRecent(timestamp, now)
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret)
  const wanted = `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(request.body).digest('base64')}`
  if (!signatures.some((signature) => isSameSecret(signature, wanted))) throw unproven('the signature does not fit the secret and the body')
  return id
}

function proveHmac(
  { header, algorithm, encoding, prefix = '', timestampHeader }: Of<'hmac'>,
  secret: string,
  request: InboundRequest,
  now: Date,
) {
  const given = mustHave(request, header)
  const timestamp = timestampHeader === undefined ? null : mustHave(request, timestampHeader)
  if (timestamp !== null) assertRecent(timestamp, now)
  const signed = (begin: string) => createHmac(algorithm, secret).update(begin).update(request.body).digest(encoding)
  const wanted = timestamp === null ? [signed('')] : [signed(''), signed(`${timestamp}.`)]
  const signature = given.startsWith(prefix) ? given.slice(prefix.length) : given
  const comparable = encoding === 'hex' ? signature.toLowerCase() : signature
  if (!wanted.some((one) => isSameSecret(comparable, one)))
    throw unproven(`the signature in "${header}" does not fit the secret and the body`)
  return digestOf(`${timestamp ?? ''}.${comparable}`)
}

/** The token says who sends, but nothing of the body, so it tells no event from another unless the sender names them. */
function proveToken({ header, tokenPath }: Of<'token'>, secret: string, request: InboundRequest): string | null {
  const tokens = header === undefined ? tokensIn(request, tokenPath ?? '') : [mustHave(request, header).replace(/^Bearer\s+/i, '')]
  if (tokens.length === 0 || !tokens.every((token) => isSameSecret(token, secret)))
    throw unproven(`the token ${header === undefined ? `at "${tokenPath}"` : `in "${header}"`} is not the secret of this connection`)
  return headerOf(request, 'webhook-id') ?? null
}

function tokensIn(request: InboundRequest, path: string): readonly string[] {
  const found = [readPath(jsonOf(request.body), parsePath(path) ?? [])].flat(5)
  return found.map((token) => (typeof token === 'string' ? token : ''))
}

function assertRecent(timestamp: string, now: Date): void {
  const sent = /^\d{9,11}$/.test(timestamp) ? Number(timestamp) * 1000 : Date.parse(toInstant(timestamp) ?? '')
  if (Number.isNaN(sent)) throw unproven(`"${timestamp.slice(0, 40)}" is not a time of sending`)
  if (Math.abs(now.getTime() - sent) <= maxAgeMs) return
  throw unproven(`it was sent at ${new Date(sent).toISOString()}, more than five minutes from now (${now.toISOString()})`)
}

function headerOf({ headers }: InboundRequest, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function mustHave(request: InboundRequest, name: string): string {
  const value = headerOf(request, name)
  if (value === undefined) throw unproven(`the header "${name}" is missing`)
  return value.trim()
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

export const unproven = (why: string): AppError => new AppError('webhook.unproven', `The event is not taken: ${why}`)
