import { type Accepted, AppError, type Clock, type OpenTarget, type OutboundPolicy, type Outgoing, toAppError } from '@linkspan/core'
import { slackBody } from '../chats/slack.ts'
import { teamsBody } from '../chats/teams.ts'
import { createPoster } from '../http/poster.ts'
import { signMessage } from '../standard-webhooks/sign-message.ts'
import { failureOf } from './judge-answer.ts'

export interface PostChannelOptions {
  readonly outbound: OutboundPolicy
  readonly clock: Clock
  readonly timeoutMs: number
}

type PostTarget = Exclude<OpenTarget, { channel: 'email' }>

/** Sends a message to a chat or to a program over HTTP. Throws like `Channels.send`. */
export async function sendPost(
  target: PostTarget,
  outgoing: Outgoing,
  options: PostChannelOptions,
  signal: AbortSignal,
): Promise<Accepted> {
  const url = new URL(target.url)
  await using poster = createPoster({ ...options, origin: url.origin })
  const { body, headers } = printPost(target, outgoing, options.clock)
  const answer = await poster.post({ url, headers: { 'content-type': 'application/json', ...headers }, body }, signal).catch((thrown) => {
    throw signal.aborted ? thrown : toChannelError(thrown)
  })
  const failure = failureOf(answer, url.host)
  if (failure) throw failure
  return { status: answer.status, ms: answer.ms, answer: answer.body }
}

interface Printed {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

function printPost(target: PostTarget, { deliveryId, message, told }: Outgoing, clock: Clock): Printed {
  if (target.channel === 'slack') return { body: JSON.stringify(slackBody(message)), headers: {} }
  if (target.channel === 'teams') return { body: JSON.stringify(teamsBody(message)), headers: {} }
  const { subject, firstLine, link } = message
  const at = clock.now()
  const data = { subject, text: firstLine, link: link?.url ?? null, incidents: told }
  const body = JSON.stringify({ id: deliveryId, type: 'notification', timestamp: at.toISOString(), data })
  return { body, headers: signMessage([target.secret], { id: deliveryId, at, body }) }
}

/** A name that is unknown now, or a server that does not answer, may be there later; an address that is closed stays closed. */
function toChannelError(thrown: unknown): AppError {
  const error = toAppError(thrown)
  if (error.code === 'setup.address-forbidden' || error.code === 'internal.bug') return error
  const code =
    error.code === 'setup.certificate-untrusted' || error.code === 'setup.protocol-unsupported' ? 'channel.insecure' : 'channel.unreachable'
  return new AppError(code, error.message, { cause: error, details: error.details })
}
