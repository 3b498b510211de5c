import type { Incident } from '../incidents/incident.ts'
import type { NotificationMessage } from './message.ts'
import type { News } from './news.ts'

/** Where a message goes, with its secrets open. */
export type OpenTarget =
  | { readonly channel: 'email'; readonly addresses: readonly string[] }
  | { readonly channel: 'slack'; readonly url: string }
  | { readonly channel: 'teams'; readonly url: string }
  | { readonly channel: 'webhook'; readonly url: string; readonly secret: string }

/** One message on its way. */
export interface Outgoing {
  /** The same at each attempt, so that a receiver can tell a repetition. */
  readonly deliveryId: string
  readonly message: NotificationMessage
  /** For programs: what is told, by its facts. */
  readonly told: readonly { readonly news: News; readonly incident: Incident; readonly clientIds: readonly string[] }[]
  /** The messages about one incident are one thread; null for a digest. */
  readonly thread: Thread | null
}

export interface Thread {
  /** Names the thread; the same for all its messages. */
  readonly id: string
  readonly isFirst: boolean
}

/** The receiver has taken the message. */
export interface Accepted {
  /** Of HTTP or of SMTP. */
  readonly status: number
  readonly ms: number
  /** The first 4 kB of its words. */
  readonly answer: string
}

/** What tells people: mail, chats, programs. */
export interface Channels {
  /**
   * Sends a message once. Throws an AppError if it was not taken, or if that is not known: `channel.*`, or `setup.address-forbidden`. Its
   * details have `status` and `answer` if there were any.
   */
  send(target: OpenTarget, outgoing: Outgoing, signal: AbortSignal): Promise<Accepted>
}
