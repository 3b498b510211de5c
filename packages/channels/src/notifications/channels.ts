import type { Channels } from '@linkspan/core'
import { createMailChannel, type MailSettings } from '../mail/mail-channel.ts'
import { type PostChannelOptions, sendPost } from './post-channel.ts'

export interface ChannelsOptions extends Omit<PostChannelOptions, 'timeoutMs'> {
  readonly mail: MailSettings
  /** How long one message may take. */
  readonly timeoutMs?: number
}

const defaultTimeoutMs = 20_000

/** The channels by which people are told. */
export function createChannels({ mail, timeoutMs = defaultTimeoutMs, ...rest }: ChannelsOptions): Channels & Disposable {
  const mails = createMailChannel({ ...mail, clock: rest.clock, timeoutMs })
  return {
    send: (target, outgoing, signal) =>
      target.channel === 'email' ? mails.send(target.addresses, outgoing) : sendPost(target, outgoing, { ...rest, timeoutMs }, signal),
    [Symbol.dispose]: () => mails[Symbol.dispose](),
  }
}
