import { type Accepted, AppError, type Clock, type Outgoing, type Stopwatch, systemStopwatch } from '@linkspan/core'
import { createTransport } from 'nodemailer'
import { htmlBody, textBody } from './mail-body.ts'
import { toSmtpFailure } from './smtp-failure.ts'

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…`; null: no mail can be sent. */
  readonly smtpUrl: string | null
  /** `Linkspan <linkspan@example.com>`. */
  readonly from: string
}

export interface MailChannelOptions extends MailSettings {
  readonly clock: Clock
  readonly timeoutMs: number
  readonly stopwatch?: Stopwatch
}

export interface MailChannel extends Disposable {
  /** Sends one mail to all addresses. Throws `channel.*` if no address took it. */
  send(addresses: readonly string[], outgoing: Outgoing): Promise<Accepted>
}

/** Sends mails by SMTP, over a connection that is opened when the first one is sent. */
export function createMailChannel({ smtpUrl, from, clock, timeoutMs, stopwatch = systemStopwatch }: MailChannelOptions): MailChannel {
  if (smtpUrl === null) {
    return {
      send: () => Promise.reject(new AppError('channel.unset', 'SMTP_URL is not set, so no mail can be sent')),
      [Symbol.dispose]() {},
    }
  }
  const limits = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, dnsTimeout: timeoutMs }
  const transport = createTransport({ url: smtpUrl, ...limits, disableFileAccess: true, disableUrlAccess: true })
  const place = `Mail by ${new URL(smtpUrl).host}`

  return {
    async send(addresses, { deliveryId, message, thread }) {
      const started = stopwatch()
      const idOf = (name: string) => `<${name}@${domainOf(from)}>`
      const sent = await transport
        .sendMail({
          from,
          to: [...addresses],
          subject: thread && !thread.isFirst ? `Re: ${message.subject}` : message.subject,
          text: textBody(message),
          html: htmlBody(message),
          date: clock.now(),
          messageId: idOf(thread?.isFirst ? thread.id : deliveryId),
          ...(thread && !thread.isFirst && { inReplyTo: idOf(thread.id), references: idOf(thread.id) }),
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        })
        .catch((thrown: unknown) => {
          throw toSmtpFailure(thrown, place)
        })
      const refused = sent.rejectedErrors?.map(({ recipient, response }) => `; refused: ${recipient} (${response})`) ?? []
      const answer = `${sent.response}${refused.join('')}`
      return { status: Number.parseInt(sent.response, 10), ms: Math.round(stopwatch() - started), answer: answer.slice(0, 4096) }
    },
    [Symbol.dispose]: () => transport.close(),
  }
}

const domainOf = (from: string): string => /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'linkspan.invalid'
